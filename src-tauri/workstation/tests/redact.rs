//! What is redacted is gone from every byte of the data folder, and a mark stays where it was.

mod support;

use std::fs;
use std::path::Path;

use sitrep_core::vocabulary::{EntryKind, UpdateField, UpdateKind};
use sitrep_workstation::export::{PictureChoice, RedactedInput};
use sitrep_workstation::{ExportFormat, NewEntry};
use support::{Bench, Result};

const SECRET: &str = "correct_horse-*battery*";

/// The files under a folder that hold these bytes.
fn holding(folder: &Path, bytes: &[u8]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.is_dir() {
            found.extend(holding(&path, bytes)?);
        } else if fs::read(&path)?.windows(bytes.len()).any(|window| window == bytes) {
            found.push(path.display().to_string());
        }
    }
    Ok(found)
}

fn everywhere(bench: &Bench, bytes: &str) -> Result<Vec<String>> {
    holding(&bench.room.folders().data, bytes.as_bytes())
}

/// An entry with the words, an edit, a draft, a message that went out, a hypothesis and a saved review that hold them.
fn told_everywhere(bench: &Bench) -> Result<(String, sitrep_core::vocabulary::EventId)> {
    let handle = bench.declare("P1 Payments failing")?;
    let id = bench.room.log(Some(&handle), EntryKind::Note, &format!("the phrase {SECRET} was pasted"), None)?.id;
    bench.room.amend_entry(&handle, id, &format!("edited: the phrase {SECRET} was pasted again"), None)?;
    bench.room.amend_entry(&handle, id, &format!("the phrase {SECRET} was pasted here"), None)?;
    bench.room.save_draft("log:other", &format!("half typed {SECRET}"))?;
    bench.room.save_draft("form", &format!("{{\"text\":\"half typed {SECRET}\"}}"))?;
    let mut input = bench.room.compose_input(&handle, Some(UpdateKind::Initial.word()), None)?;
    input.anyway = true;
    input.edits.insert(UpdateField::Impact, format!("said {SECRET} aloud"));
    bench.room.record_update(&bench.room.ready_update(&input)?)?;
    bench.room.assign_role(&handle, sitrep_core::vocabulary::Role::ALL[0], Some("@ana"))?;
    bench.room.save_review(&handle)?;
    assert!(!everywhere(bench, SECRET)?.is_empty() && !everywhere(bench, "correct\\_horse")?.is_empty());
    Ok((handle, id))
}

#[test]
fn words_are_gone_from_every_byte() -> Result {
    let bench = Bench::new()?;
    let (handle, id) = told_everywhere(&bench)?;
    let done = bench.room.redact_entry(&handle, id, Some(SECRET))?;
    assert!(done.message.contains("places") && done.left.starts_with("Backups"), "{done:?}");
    for part in [SECRET, "correct_horse", "correct\\_horse", "battery"] {
        assert_eq!(everywhere(&bench, part)?, Vec::<String>::new(), "{part}");
    }
    let rows = bench.room.timeline(Some(&handle))?;
    assert!(rows.iter().any(|row| row.text == "the phrase (redacted) was pasted here"), "{rows:?}");
    assert_eq!(bench.room.load_draft("log:other")?, "half typed (redacted)");
    assert_eq!(bench.room.redact_entry(&handle, id, Some(SECRET)).err().map(|error| error.code()), Some("nothing_to_redact"));
    // What was appended before still cannot be changed, and goes on.
    bench.room.log(Some(&handle), EntryKind::Note, "and on", None)?;
    Ok(())
}

#[test]
fn a_whole_entry_goes_with_its_pictures() -> Result {
    let bench = Bench::new()?;
    let (handle, id) = told_everywhere(&bench)?;
    let picture = bench.room.keep_pixels(2, 2, vec![7; 16])?;
    let entry = NewEntry { kind: EntryKind::Note, text: "a screenshot of the phrase", pictures: std::slice::from_ref(&picture.id) };
    let shown = bench.room.log_entry(Some(&handle), &entry, None)?.id;
    bench.room.save_review(&handle)?;
    bench.room.redact_entry(&handle, id, None)?;
    assert_eq!(everywhere(&bench, "was pasted here")?, Vec::<String>::new());
    bench.room.redact_entry(&handle, shown, None)?;
    let file = fs::read_dir(bench.room.folders().data.join("pictures"))?.count();
    assert_eq!((file, everywhere(&bench, "a screenshot of")?), (0, Vec::new()));
    let rows = bench.room.timeline(Some(&handle))?;
    let author = bench.room.settings()?.author;
    let marks = rows.iter().filter(|row| row.text.starts_with(&format!("(redacted by {author} at 14:"))).count();
    assert_eq!((marks, rows.iter().any(|row| !row.pictures.is_empty())), (2, false), "{rows:?}");
    Ok(())
}

#[test]
fn what_was_undone_can_be_redacted_and_another_process_sees_it() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let id = bench.room.log(Some(&handle), EntryKind::Note, SECRET, None)?.id;
    bench.room.remove_entry(&handle, id)?;
    let other = bench.second()?;
    let _ = other.refresh();
    bench.room.redact_entry(&handle, id, None)?;
    assert_eq!(other.refresh(), sitrep_workstation::News::Everything);
    drop(other);
    assert_eq!(everywhere(&bench, SECRET)?, Vec::<String>::new());
    Ok(())
}

/// What was redacted for others only now stands in the copies that were made for them before.
#[test]
fn it_goes_from_the_redacted_copies_that_were_kept() -> Result {
    let bench = Bench::new()?;
    let (handle, id) = told_everywhere(&bench)?;
    let picture = bench.room.keep_pixels(2, 2, vec![7; 16])?;
    let entry = NewEntry { kind: EntryKind::Note, text: "a screenshot of \"quoted\" <words>", pictures: std::slice::from_ref(&picture.id) };
    let shown = bench.room.log_entry(Some(&handle), &entry, None)?.id;
    let input = RedactedInput { pictures: vec![PictureChoice { picture: picture.id, boxes: Vec::new() }], ..RedactedInput::default() };
    let kept = ExportFormat::ALL.map(|format| bench.room.keep_redacted_copy(&handle, format, &input).map(|saved| saved.file));
    let kept: Vec<String> = kept.into_iter().flatten().collect();
    let holds = |words: &str| {
        let text = |file: &String| String::from_utf8_lossy(&fs::read(file).unwrap_or_default()).into_owned();
        kept.iter().filter(|file| text(file).contains(words)).count()
    };
    assert!(kept.len() == 4 && holds("battery") == 4 && holds("quoted") == 4, "{kept:?}");

    bench.room.redact_entry(&handle, id, Some(SECRET))?;
    assert_eq!(holds("battery"), 0);
    assert!(kept.iter().all(|file| Path::new(file).exists()), "they stay, without it");
    let json = kept.iter().find(|file| file.ends_with(".json")).ok_or("a JSON")?;
    assert!(serde_json::from_slice::<serde_json::Value>(&fs::read(json)?).is_ok(), "and read as before");

    bench.room.redact_entry(&handle, shown, None)?;
    assert_eq!((holds("quoted"), holds("iVBORw0KGgo")), (0, 0), "a copy that shows its picture goes");
    assert_eq!(kept.iter().filter(|file| Path::new(file).exists()).count(), 2);
    Ok(())
}
