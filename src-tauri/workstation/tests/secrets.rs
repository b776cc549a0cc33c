//! What reads like a secret does not stay in what is recorded, unless a person says so.

mod support;

use std::fs;

use sitrep_core::vocabulary::EntryKind;
use sitrep_workstation::acts::{ConfirmedLine, DeclareInput, HypothesisInput, MitigationInput, QuickAim};
use support::{Bench, Result};

const SECRET: &str = "AKIAUJZDEGXDNCF32EPF";

/// Whether the secret stands in any file of the data.
fn is_kept(bench: &Bench) -> Result<bool> {
    let mut found = false;
    for file in fs::read_dir(&bench.room.folders().data)? {
        let path = file?.path();
        if path.is_file() {
            found |= fs::read(path)?.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
        }
    }
    Ok(found)
}

#[test]
fn no_door_of_the_timeline_keeps_a_secret() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare(&format!("P1 Payments fail with {SECRET}"))?;
    assert!(!handle.contains("akia"), "{handle}");
    let words = format!("the key is {SECRET}, I think");
    let logged = bench.room.log(Some(&handle), EntryKind::Note, &words, None)?;
    assert_eq!(logged.removed.as_deref(), Some("AWS access key removed: it reads (removed) now."));
    assert!(bench.room.amend_entry(&handle, logged.id, &words, None)?.removed.is_some());
    let aim = QuickAim::Running { handle: handle.clone() };
    let hint = bench.room.preview_quick_entry(&words, &aim, |_| String::new())?.hint;
    assert_eq!(hint.as_deref(), Some("AWS access key: it will read (removed)."));
    assert!(bench.room.submit_quick_entry(&words, &aim, &[])?.removed.is_some());
    bench.room.add_hypothesis(&handle, &HypothesisInput { statement: words.clone(), ..HypothesisInput::default() })?;
    bench.room.add_mitigation(&handle, &MitigationInput { action: words.clone(), ..MitigationInput::default() })?;
    bench.room.record_transcript(&handle, &[ConfirmedLine { at: logged.occurred_at, author: None, text: words.clone() }])?;
    assert_eq!(bench.room.take_removed_secrets().as_deref(), Some("3 secrets removed: they read (removed) now."));
    let declared = bench.room.declare(&DeclareInput { line: "P2 Search slow".into(), impact: Some(words), ..DeclareInput::default() })?;
    assert!(declared.title.contains("Search") && !is_kept(&bench)?);
    Ok(())
}

#[test]
fn a_person_can_say_that_it_stays() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let words = format!("  the key is {SECRET}");
    let logged = bench.room.log(Some(&handle), EntryKind::Note, &words, None)?;
    assert!(!is_kept(&bench)?);
    bench.room.keep_entry_as_typed(&handle, logged.id)?;
    assert!(bench.room.timeline(Some(&handle))?.iter().any(|row| row.text.contains(SECRET)) && is_kept(&bench)?);

    let other = bench.room.log(Some(&handle), EntryKind::Note, "nothing in it", None)?;
    assert!(other.removed.is_none() && bench.room.keep_entry_as_typed(&handle, other.id).is_err());
    bench.room.keep_secrets();
    assert!(bench.room.log(Some(&handle), EntryKind::Note, &words, None)?.removed.is_none());
    Ok(())
}

#[test]
fn what_was_refused_removed_nothing() -> Result {
    let bench = Bench::new()?;
    let line = format!("P1 Payments fail with {SECRET}");
    bench.declare(&line)?;
    assert!(bench.room.take_removed_secrets().is_some());
    let twice = bench.room.declare(&DeclareInput { line, ..DeclareInput::default() });
    assert_eq!(twice.err().map(|error| error.code()), Some("declared_already"));
    assert_eq!(bench.room.take_removed_secrets(), None);
    Ok(())
}

#[test]
fn a_broken_guard_file_weakens_nothing() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let file = bench.room.guard_path();
    fs::create_dir_all(file.parent().ok_or("no folder")?)?;
    fs::write(&file, "[[rule]]\nid = \"ours\"\ntitle = \"Our key\"\nwhy = \"It is ours.\"\ngroup = \"secret\"\npattern = 'ours-[0-9]+'\n")?;
    let logged = bench.room.log(Some(&handle), EntryKind::Note, "with ours-4711", None)?;
    assert_eq!(logged.removed.as_deref(), Some("Our key removed: it reads (removed) now."));
    // Whoever makes the guard ready keeps what it said for the next.
    drop(bench.room.guard());
    fs::write(&file, "[[rule]\n")?;
    assert!(bench.room.log(Some(&handle), EntryKind::Note, "with ours-4711 again", None)?.removed.is_some());
    Ok(())
}

#[test]
fn a_review_holds_no_secret_whatever_the_data_holds() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.keep_secrets();
    bench.room.log(Some(&handle), EntryKind::Note, &format!("the key is {SECRET}"), None)?;
    bench.room.add_hypothesis(&handle, &HypothesisInput { statement: format!("{SECRET} was revoked"), ..HypothesisInput::default() })?;
    let review = bench.room.review_document(&handle)?;
    assert!(review.contains("the key is (removed)") && !review.contains(SECRET), "{review}");
    Ok(())
}
