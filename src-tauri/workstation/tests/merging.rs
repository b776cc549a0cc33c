//! Duplicates are merged and a mistake is split, each reversible, and no duty is lost by it.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use sitrep_core::vocabulary::{Audience, EntryKind, EventId, Severity, UpdateKind};
use sitrep_workstation::acts::{ActionInput, DeclareInput, LongText};
use sitrep_workstation::export::{Exported, RedactedInput};
use sitrep_workstation::screens::BoardFilter;
use sitrep_workstation::{ExportFormat, NewEntry, Over, SettingsChange};
use support::{Bench, Result};

fn note(bench: &Bench, handle: &str, text: &str) -> Result<EventId> {
    Ok(bench.room.log(Some(handle), EntryKind::Note, text, None)?.id)
}

fn texts(bench: &Bench, handle: &str) -> Result<Vec<String>> {
    Ok(bench.room.timeline(Some(handle))?.into_iter().map(|row| row.text).collect())
}

fn code<T: std::fmt::Debug>(done: std::result::Result<T, sitrep_workstation::Error>) -> &'static str {
    done.expect_err("it is refused").code()
}

fn titled(line: &str) -> DeclareInput {
    DeclareInput { line: line.to_owned(), anyway: true, ..DeclareInput::default() }
}

/// Two that are one, the second of which was told of and has something to do.
fn duplicates(bench: &Bench) -> Result<(String, String)> {
    let first = bench.declare("P2 Payments failing")?;
    bench.clock.set_minutes(5);
    let second = bench.declare("P1 Card payments time out")?;
    let entry = NewEntry { kind: EntryKind::Decision, text: "No failover", pictures: &[] };
    bench.room.log_with_text(Some(&second), &entry, LongText { name: "dump.txt", text: "412 threads\nof the pool" }, None)?;
    bench.room.add_action(&second, &ActionInput { text: "Add an alert".to_owned(), due: "5d".to_owned(), ..ActionInput::default() })?;
    let mut input = bench.room.compose_input(&second, Some(UpdateKind::Initial.word()), None)?;
    input.anyway = true;
    bench.room.record_update(&bench.room.ready_update(&input)?)?;
    bench.clock.set_minutes(20);
    Ok((first, second))
}

#[test]
fn a_duplicate_goes_into_the_other_with_its_texts_and_duties() -> Result {
    let bench = Bench::new()?;
    let (first, second) = duplicates(&bench)?;

    let merged = bench.room.merge(&second, &first)?;

    assert_eq!((merged.handle.as_str(), merged.into.as_str()), (second.as_str(), first.as_str()));
    assert_eq!((merged.owed.as_slice(), merged.worse), ([Audience::Internal].as_slice(), Some(Severity::P1)));
    let rows = bench.room.timeline(Some(&first))?;
    let decision = rows.iter().find(|row| row.text == "No failover").expect("it came along");
    assert_eq!((decision.time.as_str(), decision.from.as_deref()), ("14:05", Some(second.as_str())));
    assert_eq!(bench.room.attached_text(&first, decision.id)?.text, "412 threads\nof the pool");
    assert!(
        rows.iter().any(|row| row.text.starts_with("Initial alert") && row.text.contains("Card payments time out")),
        "what was told is told"
    );
    let board = bench.room.action_board(&BoardFilter::default())?;
    let items: Vec<(&str, &str)> =
        board.groups.iter().flat_map(|group| &group.rows).map(|row| (row.handle.as_str(), row.item.text.as_str())).collect();
    assert_eq!(items, [(first.as_str(), "Add an alert")], "it is to be done once, here");
    assert!(bench.room.review_document(&first)?.contains(&format!(", from {second}")));
    Ok(())
}

#[test]
fn the_merged_one_says_where_it_is_and_asks_for_nothing() -> Result {
    let bench = Bench::new()?;
    let (first, second) = duplicates(&bench)?;
    bench.room.merge(&second, &first)?;

    assert!(bench.room.deadlines(Some(&second))?.is_empty());
    assert_eq!(bench.room.list()?.len(), 1);
    let said = bench.room.incident_screen(&second)?.withdrawn.expect("it is withdrawn");
    let into = said.into.expect("it was merged");
    assert_eq!((into.handle.as_str(), into.title.as_str()), (first.as_str(), "Payments failing"));
    assert!(
        said.line.starts_with("Merged at 14:20 UTC") && said.line.ends_with(&format!("it is a part of Payments failing ({first})")),
        "{}",
        said.line
    );
    assert!(said.owed.is_some_and(|owed| owed.contains("stakeholders") && owed.contains("where it goes on")));
    assert!(texts(&bench, &second)?.contains(&format!("Merged: it is a part of Payments failing ({first})")));
    Ok(())
}

#[test]
fn what_cannot_be_merged_is_refused() -> Result {
    let bench = Bench::new()?;
    let (first, second) = duplicates(&bench)?;
    let third = bench.declare("P3 Search slow")?;

    assert_eq!(code(bench.room.merge(&first, &first)), "merge_into_itself");
    bench.room.merge(&second, &first)?;
    assert_eq!(code(bench.room.merge(&second, &third)), "already_merged");
    assert_eq!(code(bench.room.merge(&third, &second)), "merge_into_withdrawn");
    assert_eq!(code(bench.room.undo_merge(&first)), "not_merged");
    bench.room.withdraw(&third, Some("a drill"))?;
    assert_eq!(code(bench.room.merge(&third, &first)), "already_withdrawn");
    assert_eq!(code(bench.room.undo_merge(&third)), "not_merged");
    Ok(())
}

#[test]
fn a_merge_is_taken_back_by_either_way_and_done_again() -> Result {
    let bench = Bench::new()?;
    let (first, second) = duplicates(&bench)?;
    let (before, alone) = (texts(&bench, &first)?, texts(&bench, &second)?);

    for undo in [true, false] {
        bench.room.merge(&second, &first)?;
        let merged = texts(&bench, &first)?;
        assert_eq!(merged.iter().filter(|text| *text == "No failover").count(), 1, "never twice: {merged:#?}");
        if undo {
            drop(bench.room.undo_merge(&second)?)
        } else {
            bench.room.bring_back(&second)?
        }
        let after = texts(&bench, &first)?;
        assert!(!after.contains(&"No failover".to_owned()), "{after:#?}");
        assert!(before.iter().all(|text| after.contains(text)));
        assert!(alone.iter().all(|text| texts(&bench, &second).is_ok_and(|texts| texts.contains(text))));
    }
    assert_eq!(bench.room.list()?.len(), 2);
    assert!(!bench.room.deadlines(Some(&second))?.is_empty(), "it stands as it stood");
    let board = bench.room.action_board(&BoardFilter::default())?;
    let items: Vec<&str> = board.groups.iter().flat_map(|group| &group.rows).map(|row| row.handle.as_str()).collect();
    assert_eq!(items, [second.as_str()], "to be done there alone");
    Ok(())
}

#[test]
fn a_security_matter_stays_one() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P2 Logins are slow")?;
    let second = bench.room.declare(&DeclareInput { security: true, ..titled("P1 Strange logins") })?.handle;
    bench.room.merge(&second, &first)?;

    let summary = bench.room.find(Some(&first))?.summary;
    assert_eq!((summary.security, summary.severity), (true, Severity::P0));
    Ok(())
}

#[test]
fn entries_are_split_off_with_their_texts_and_come_home_by_a_merge() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(4);
    let kept = note(&bench, &first, "pool is full")?;
    bench.clock.set_minutes(6);
    let entry = NewEntry { kind: EntryKind::Note, text: "search is slow, too", pictures: &[] };
    let slow = bench.room.log_with_text(Some(&first), &entry, LongText { name: "top.txt", text: "load 40" }, None)?.id;
    bench.clock.set_minutes(8);
    let index = note(&bench, &first, "the index is a day old")?;
    bench.clock.set_minutes(30);

    let split = bench.room.split(&first, &[slow, index], &titled("P3 Search slow"))?;

    let new = split.declared.handle.clone();
    assert_eq!(
        (split.from.as_str(), split.entries, split.declared.started_at),
        (first.as_str(), 2, support::start() + chrono::TimeDelta::minutes(6))
    );
    let left = bench.room.timeline(Some(&first))?;
    assert!(left.iter().any(|row| row.id == kept) && !left.iter().any(|row| row.id == slow || row.id == index));
    assert!(left.iter().any(|row| row.text == format!("Split off: 2 entries to Search slow ({new})")));
    let there = bench.room.timeline(Some(&new))?;
    let copy = there.iter().find(|row| row.text == "search is slow, too").expect("it is there");
    assert_eq!((copy.time.as_str(), copy.from.as_deref()), ("14:06", Some(first.as_str())));
    assert_eq!(bench.room.attached_text(&new, copy.id)?.text, "load 40");

    bench.room.merge(&new, &first)?;
    let back = bench.room.timeline(Some(&first))?;
    assert!(
        back.iter().any(|row| row.id == slow && row.from.is_none()) && back.iter().any(|row| row.id == index),
        "the entries themselves are back"
    );
    assert_eq!(back.iter().filter(|row| row.text == "search is slow, too").count(), 1);
    Ok(())
}

#[test]
fn what_is_no_entry_cannot_be_split_off() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P1 Payments failing")?;
    let declared = bench.room.timeline(Some(&first))?[0].id;
    assert_eq!(code(bench.room.split(&first, &[], &titled("P3 Search slow"))), "nothing_chosen");
    assert_eq!(code(bench.room.split(&first, &[declared], &titled("P3 Search slow"))), "no_such_entry");
    let entry = note(&bench, &first, "slow")?;
    assert_eq!(code(bench.room.split(&first, &[entry], &titled("Search slow"))), "severity_missing");
    assert_eq!(bench.room.list()?.len(), 1, "nothing was declared");
    assert!(texts(&bench, &first)?.contains(&"slow".to_owned()));
    Ok(())
}

#[test]
fn what_is_redacted_is_redacted_where_it_went() -> Result {
    let bench = Bench::new()?;
    let (first, second) = (bench.declare("P2 Payments failing")?, bench.declare("P1 Card payments time out")?);
    let entry = note(&bench, &second, "customer Jane Roe of Leeds called")?;
    bench.room.merge(&second, &first)?;
    bench.room.redact_entry(&second, entry, None)?;
    assert!(!texts(&bench, &first)?.concat().contains("Jane Roe"), "its copy went with it");

    bench.room.undo_merge(&second)?;
    let other = note(&bench, &second, "customer John Doe of Hull called")?;
    bench.room.merge(&second, &first)?;
    let copy = bench.room.timeline(Some(&first))?.into_iter().find(|row| row.text.contains("John Doe")).expect("it came along");
    bench.room.redact_entry(&first, copy.id, None)?;
    let rows = bench.room.timeline(Some(&second))?;
    assert!(rows.iter().any(|row| row.id == other) && !rows.iter().any(|row| row.text.contains("John Doe")), "so did the first");
    Ok(())
}

#[test]
fn what_is_redacted_goes_from_saved_reviews_of_where_it_went_whatever_they_are_named() -> Result {
    let bench = Bench::new()?;
    let (first, second) = (bench.declare("P2 Payments of janeroe failing")?, bench.declare("P1 Card payments time out")?);
    let entry = note(&bench, &second, "janeroe called")?;
    bench.room.merge(&second, &first)?;
    bench.room.save_review(&first)?;

    bench.room.redact_entry(&second, entry, Some("janeroe"))?;

    let folder = bench.room.folders().data.join("reviews");
    let files: Vec<_> = std::fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<std::io::Result<_>>()?;
    assert!(files.iter().any(|file| file.is_file()), "it is there still");
    for file in files {
        assert!(!file.to_string_lossy().contains("janeroe"), "{}", file.display());
        assert!(file.is_dir() || !std::fs::read_to_string(&file)?.contains("janeroe"), "{}", file.display());
    }
    Ok(())
}

/// Two of five entries belong to an incident of their own.
fn split_with(bench: &Bench, words: &str) -> Result<(String, EventId, String, EventId)> {
    let first = bench.declare("P2 Payments failing")?;
    let entry = note(bench, &first, words)?;
    let second = bench.room.split(&first, &[entry], &titled("P1 Cards declined"))?.declared.handle;
    let copy = bench.room.timeline(Some(&second))?.into_iter().find(|row| row.text == words).expect("it went along");
    Ok((first, entry, second, copy.id))
}

#[test]
fn what_was_split_off_is_redacted_wherever_it_is_redacted() -> Result {
    const WORDS: &str = "customer Jane Roe of Leeds called";
    let gone = |bench: &Bench| !String::from_utf8_lossy(&whole(bench)).contains("Jane Roe");

    for words in [None, Some("Jane Roe")] {
        let bench = Bench::new()?;
        let (first, entry, ..) = split_with(&bench, WORDS)?;
        bench.room.redact_entry(&first, entry, words)?;
        assert!(gone(&bench), "its copy went with it, {words:?}");

        let bench = Bench::new()?;
        let (.., second, copy) = split_with(&bench, WORDS)?;
        bench.room.redact_entry(&second, copy, words)?;
        assert!(gone(&bench), "so did the first, {words:?}");
    }
    Ok(())
}

/// All events, texts and pictures, as another laptop would get them.
fn whole(bench: &Bench) -> Vec<u8> {
    let file = bench.folder.path().join("all.bundle");
    bench.room.export_bundle(&file, &[], Over::Earlier).or_else(|_| bench.room.export_bundle(&file, &[], Over::Nothing)).expect("a bundle");
    std::fs::read(file).expect("it is there")
}

#[test]
fn words_go_from_the_other_incident_also_where_another_line_holds_them() -> Result {
    let bench = Bench::new()?;
    let (first, _, second, _) = split_with(&bench, "the pool is full")?;
    note(&bench, &second, "the phrase is hunter2-abcdef")?;
    let here = note(&bench, &first, "hunter2-abcdef was pasted")?;
    bench.room.save_review(&second)?;

    bench.room.redact_entry(&first, here, Some("hunter2-abcdef"))?;

    assert!(!String::from_utf8_lossy(&whole(&bench)).contains("hunter2-abcdef"));
    let review = bench.room.folders().data.join("reviews").join(format!("{second}.md"));
    assert!(!std::fs::read_to_string(review)?.contains("hunter2"));
    Ok(())
}

/// What a merge that was taken back left there is out of view, and not out of the data.
#[test]
fn what_a_merge_that_was_taken_back_left_there_is_redacted_too() -> Result {
    let bench = Bench::new()?;
    let (first, second) = (bench.declare("P2 Payments failing")?, bench.declare("P1 Card payments time out")?);
    let entry = note(&bench, &second, "customer Jane Roe of Leeds called")?;
    bench.room.merge(&second, &first)?;
    bench.room.undo_merge(&second)?;

    bench.room.redact_entry(&second, entry, None)?;

    assert!(!String::from_utf8_lossy(&whole(&bench)).contains("Jane Roe"));
    Ok(())
}

#[test]
fn who_wrote_what_came_along_is_in_no_redacted_copy() -> Result {
    let bench = Bench::new()?;
    let called = |author: &str| SettingsChange { author: Some(author.to_owned()), ..SettingsChange::default() };
    bench.room.change_settings(&called("petra.novak"))?;
    let second = bench.declare("P1 Card payments time out")?;
    note(&bench, &second, "the pool is full")?;
    note(&bench, &second, "petra restarts it")?;
    bench.room.change_settings(&called("li"))?;
    let first = bench.room.declare(&titled("P2 Payments failing"))?.handle;
    bench.room.merge(&second, &first)?;

    let written = |exported: &Exported| String::from_utf8_lossy(exported.bytes()).into_owned();
    let json = written(&bench.room.export(&first, ExportFormat::Json, None)?);
    assert!(json.contains("@petra.novak"), "she is told where nothing is left out");
    for format in [ExportFormat::Markdown, ExportFormat::Html, ExportFormat::Json, ExportFormat::Csv] {
        let copy = written(&bench.room.export(&first, format, Some(&RedactedInput::default()))?).to_lowercase();
        assert!(!copy.contains("petra") && !copy.contains("novak"), "{format:?}: {copy}");
    }
    Ok(())
}
