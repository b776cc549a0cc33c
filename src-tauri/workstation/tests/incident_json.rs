//! An incident in JSON: another laptop takes it in as it takes in a bundle, and refuses what no Sitrep writes.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sitrep_core::vocabulary::{EntryKind, Role, Severity};
use sitrep_workstation::acts::LongText;
use sitrep_workstation::export::{Exported, RedactedInput};
use sitrep_workstation::{BundleImported, Clock, Error, ExportFormat, NewEntry, Over, Workstation};
use support::{Bench, Result, TestClock};

/// An incident with a picture, a long text, a runbook's text, a clock that was set, and an entry that was edited.
fn told(bench: &Bench) -> Result<String> {
    let handle = bench.declare("P1 Payments failing")?;
    let shot = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/incident.png"))?;
    let pictures = [bench.room.keep_picture_file(&shot)?.id];
    bench.clock.set_minutes(2);
    bench.room.log_entry(Some(&handle), &NewEntry { kind: EntryKind::Note, text: "a chart", pictures: &pictures }, None)?;
    let long = "worker stalled on a lock\n".repeat(4000);
    let entry = NewEntry { kind: EntryKind::Note, text: "threads of the pool", pictures: &[] };
    bench.room.log_with_text(Some(&handle), &entry, LongText { name: "dump.txt", text: &long }, None)?;
    bench.clock.turn(-30);
    bench.room.assign_role(&handle, Role::Scribe, Some("@li"))?;
    let id = bench.room.log(Some(&handle), EntryKind::Note, "502s \"on\" cards\n\u{e9}\u{1f4a5}", None)?.id;
    bench.room.amend_entry(&handle, id, "503s on cards", None)?;
    bench.room.set_severity(&handle, Severity::P0, Some("all users"), None)?;
    Ok(handle)
}

fn save(bench: &Bench, text: &str) -> Result<PathBuf> {
    let file = bench.folder.path().join("incident.json");
    fs::write(&file, text)?;
    Ok(file)
}

fn export(from: &Bench, handle: &str) -> Result<String> {
    written(&from.room.export(handle, ExportFormat::Json, None)?)
}

fn written(exported: &Exported) -> Result<String> {
    Ok(String::from_utf8(exported.bytes().to_vec())?)
}

fn import(to: &Bench, file: &Path) -> Result<BundleImported> {
    let opened = to.room.open_bundle(file)?;
    let preview = to.room.preview_bundle(&opened)?;
    let done = to.room.import_bundle(&opened)?;
    assert_eq!(done.brought, preview, "what was shown is done");
    Ok(done)
}

/// All of an incident, from which everything else follows.
fn bundle(bench: &Bench) -> Result<Vec<u8>> {
    let file = bench.folder.path().join("all.bundle");
    bench.room.export_bundle(&file, &[], Over::Earlier).or_else(|_| bench.room.export_bundle(&file, &[], Over::Nothing))?;
    Ok(fs::read(file)?)
}

#[test]
fn another_laptop_has_the_same_afterwards_and_writes_the_same() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = told(&one)?;
    let text = export(&one, &handle)?;
    other.clock.turn(-28);
    assert_eq!(one.clock.now(), other.clock.now());

    let brought = import(&other, &save(&other, &text)?)?.brought;

    assert_eq!((brought.incidents, brought.incidents_new, brought.events_known), (1, 1, 0));
    assert_eq!((brought.pictures, brought.pictures_new, brought.pictures_missing, brought.texts_new), (1, 1, 0, 1));
    assert!(export(&other, &handle)? == text, "the same events make the same file");
    assert!(bundle(&other)? == bundle(&one)?, "and the same bundle");
    let shown = |room: &Workstation| serde_json::to_string(&room.timeline(Some(&handle)).expect("it is read")).expect("it is written");
    assert_eq!(shown(&other.room), shown(&one.room));
    Ok(())
}

#[test]
fn twice_is_once_and_it_meets_what_was_written_meanwhile() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = told(&one)?;
    let file = save(&one, &export(&one, &handle)?)?;
    import(&other, &file)?;
    other.room.log(Some(&handle), EntryKind::Note, "the pool is full", None)?;
    let before = bundle(&other)?;

    let again = import(&other, &file)?.brought;

    assert!(again.brings_nothing() && again.events_new == 0 && again.events_known > 5, "{again:?}");
    assert!(bundle(&other)? == before);
    let back = import(&one, &save(&other, &export(&other, &handle)?)?)?.brought;
    assert!(back.events_new > 0 && back.events_known == again.events_known, "{back:?}");
    assert!(bundle(&one)? == before);
    Ok(())
}

#[test]
fn how_it_is_laid_out_does_not_matter() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    // The bodies stay as they were, to the byte.
    let text = export(&one, &handle)?.replace(",\"events\":[", ",\n  \"events\" : [\n").replace("{\"sitrep\"", "\n { \"sitrep\"");

    import(&other, &save(&other, &text)?)?;

    assert!(bundle(&other)? == bundle(&one)?);
    Ok(())
}

fn refusal(to: &Bench, text: &str) -> Error {
    let file = save(to, text).expect("a file");
    let refused = to.room.open_bundle(&file).and_then(|opened| to.room.import_bundle(&opened)).expect_err("it is refused");
    assert!(to.room.list().expect("it is read").is_empty(), "nothing of it is here");
    let left: Vec<_> = fs::read_dir(&to.room.folders().data).expect("the folder").map(|file| file.expect("a file").file_name()).collect();
    let is_known = |name: &str| ["sitrep", "search", "practice"].iter().any(|known| name.starts_with(known));
    assert!(left.iter().all(|name| is_known(&name.to_string_lossy())), "{left:?}");
    refused
}

#[test]
fn what_is_cut_or_damaged_is_refused_whole() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = told(&one)?;
    let text = export(&one, &handle)?;

    for part in [2, 30, text.len() / 3, text.len() - 3] {
        let cut = &text[..text.floor_char_boundary(part)];
        assert_eq!(refusal(&other, cut).code(), "bundle_damaged", "cut behind {part}");
    }
    let damaged = refusal(&other, &text.replace("503s on cards", "504s on cards"));
    assert_eq!(damaged.code(), "bundle_damaged");
    assert!(damaged.to_string().contains("is damaged"), "{damaged}");
    assert_eq!(refusal(&other, &text.replace("\"events\"", "\"events")).code(), "bundle_malformed");
    assert_eq!(refusal(&other, "{\"name\": \"left-pad\", \"version\": \"1.0.0\"}").code(), "bundle_file");
    assert_eq!(refusal(&other, "[1, 2]").code(), "bundle_file");
    assert_eq!(
        refusal(&other, &text.replace("\"version\":1,\"redacted\"", "\"version\":2,\"more\":1,\"redacted\"")).code(),
        "bundle_newer"
    );
    Ok(())
}

#[test]
fn a_redacted_copy_is_no_record() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = told(&one)?;

    let refused = refusal(&other, &written(&one.room.export(&handle, ExportFormat::Json, Some(&RedactedInput::default()))?)?);

    assert_eq!(refused.code(), "bundle_redacted");
    assert!(refused.to_string().contains("is a redacted copy, and that is no record"), "{refused}");
    Ok(())
}

/// The file, changed by somebody who knows what its end is for.
fn forged(text: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(text).expect("it is JSON");
    change(&mut file);
    file.as_object_mut().expect("an object").remove("sha256");
    file.to_string()
}

#[test]
fn what_no_sitrep_writes_is_refused_with_its_part() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = told(&one)?;
    let text = export(&one, &handle)?;
    let far = "+262142-12-31T23:59:59Z";
    let other_incident = "019aaaaa-0000-7000-8000-000000000001";
    type Change = fn(&mut Value);
    let changes: [(&str, Change, &str); 12] = [
        ("picture ", |file| file["pictures"][0]["id"] = "a".repeat(64).into(), "belongs to no event"),
        ("picture ", |file| file["pictures"][0]["png"] = "aGVsbG8=".into(), "a picture that is no PNG"),
        ("picture ", |file| file["pictures"][0]["png"] = "iVBORw0KGgpoZWxsbw==".into(), "has the bytes of another picture"),
        ("event ", |file| file["events"][1]["id"] = "4aaaaaaa-0000-4000-8000-00000000000f".into(), "an id that Sitrep does not give"),
        ("event ", |file| file["events"][1]["device"] = "../x".into(), "an id that Sitrep does not give"),
        ("event ", |file| file["events"][1]["kind"] = "Entry!".into(), "a kind whose name is none"),
        ("event ", |file| file["events"][1]["device_index"] = 0.into(), "a number that no event has"),
        ("event ", |file| file["events"][1]["device_index"] = file["events"][2]["device_index"].clone(), "number of another event"),
        ("event ", |file| file["events"][0]["body"]["handle"] = "../../x".into(), "under a handle that is none"),
        ("event ", |file| file["events"][1]["author"] = "".into(), "an author whose name is none"),
        ("attached text ", |file| file["texts"][0]["id"] = "019aaaaa-0000-4000-8000-000000000001".into(), "an id that Sitrep"),
        ("", |file| file["more"] = 1.into(), "unknown field"),
    ];
    for (part, change, why) in changes {
        let refused = refusal(&other, &forged(&text, change)).to_string();
        assert!(refused.contains(part) && refused.contains(why), "{why}: {refused}");
    }
    let strange = refusal(&other, &forged(&text, |file| file["events"][1]["occurred_at"] = far.into()));
    assert_eq!(strange.code(), "bundle_malformed", "{strange}");
    let two = refusal(&other, &forged(&text, |file| file["events"][1]["incident"] = other_incident.into()));
    assert_eq!(two.code(), "bundle_malformed", "{two}");
    assert_eq!(refusal(&other, &forged(&text, |file| file["events"] = json!([]))).code(), "bundle_malformed");
    Ok(())
}

#[test]
fn what_contradicts_what_is_here_is_refused() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = told(&one)?;
    let text = export(&one, &handle)?;
    import(&other, &save(&other, &text)?)?;
    let before = bundle(&other)?;

    let other_words = forged(&text, |file| {
        let events = file["events"].as_array_mut().expect("events");
        let event = events.iter_mut().find(|event| event["kind"] == "role_changed").expect("the scribe");
        event["body"]["to"] = "@mallory".into();
    });
    let refused = other.room.open_bundle(&save(&other, &other_words)?).and_then(|opened| other.room.import_bundle(&opened));

    assert_eq!(refused.expect_err("it is refused").code(), "bundle_contradicts");
    assert!(bundle(&other)? == before);
    Ok(())
}

#[test]
fn what_is_too_long_is_refused_before_it_is_held() -> Result {
    let bench = Bench::new()?;
    let file = bench.folder.path().join("long.json");
    fs::write(&file, "{\"sitrep\":\"incident\",")?;
    fs::OpenOptions::new().write(true).open(&file)?.set_len(513_000_000)?;

    let refused = bench.room.open_bundle(&file).expect_err("it is refused");

    assert!(refused.to_string().contains("holds more than 512 MB"), "{refused}");
    Ok(())
}

#[test]
fn practice_goes_among_practice_alone() -> Result {
    let bench = Bench::new()?;
    let clock = std::sync::Arc::<TestClock>::clone(&bench.clock) as std::sync::Arc<dyn Clock>;
    sitrep_workstation::seed_practice(bench.room.folders(), std::sync::Arc::clone(&clock))?;
    let practice = Workstation::open(bench.room.folders().practice(), clock)?;
    let handle = practice.list()?.first().expect("an incident").summary.handle.clone();
    let text = written(&practice.export(&handle, ExportFormat::Json, None)?)?;

    assert_eq!(refusal(&bench, &text).code(), "bundle_practice");
    practice.open_bundle(&save(&bench, &text)?)?;
    Ok(())
}
