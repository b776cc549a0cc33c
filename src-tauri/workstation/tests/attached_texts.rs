//! A text that is too long for an entry is kept whole beside one, without the secrets in it, and goes when it is redacted.

mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use sitrep_core::documents::timeline::attached_words;
use sitrep_core::vocabulary::{EntryKind, EventId};
use sitrep_workstation::acts::{ATTACHED_AT_MOST, ENTRY_AT_MOST, LongText};
use sitrep_workstation::{Clock, NewEntry, Over, PendingRestore, Workstation};
use support::{Bench, Result, TestClock, folders};

/// More than an entry holds.
fn dump(with: &str) -> String {
    format!("{}\n{with}\nlast line", "worker stalled on a lock\n".repeat(4000))
}

fn attach(bench: &Bench, handle: &str, text: &str) -> Result<EventId> {
    let entry = NewEntry { kind: EntryKind::Note, text: "threads of the pool", pictures: &[] };
    Ok(bench.room.log_with_text(Some(handle), &entry, LongText { name: "dump.txt", text }, None)?.id)
}

fn in_folder(folder: &Path, words: &str) -> Result<bool> {
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.is_dir() && in_folder(&path, words)?
            || path.is_file() && fs::read(&path)?.windows(words.len()).any(|at| at == words.as_bytes())
        {
            return Ok(true);
        }
    }
    Ok(false)
}

#[test]
fn it_is_kept_whole_and_read_by_its_entry() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let text = dump("of 412 threads");
    assert!(text.len() as u64 > ENTRY_AT_MOST);

    let id = attach(&bench, &handle, &text)?;

    let rows = bench.room.timeline(Some(&handle))?;
    let row = rows.iter().find(|row| row.id == id).ok_or("no line")?;
    assert_eq!(row.attached.as_ref().map(attached_words).as_deref(), Some("dump.txt, 4,003 lines"));
    assert_eq!(row.text, "threads of the pool");
    let read = bench.second()?.attached_text(&handle, id)?;
    assert_eq!((read.heading.as_str(), read.text), ("dump.txt, 4,003 lines", text));
    let review = bench.room.review_document(&handle)?;
    assert!(review.contains("with dump.txt, 4,003 lines") && !review.contains("412 threads"), "{review}");
    Ok(())
}

#[test]
fn it_is_called_as_its_file_where_nothing_else_is_said() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;

    let id = bench.room.attach_text(&handle, "Pasted text", &dump(""))?.id;

    assert!(bench.room.timeline(Some(&handle))?.iter().any(|row| row.id == id && row.text == "Pasted text"));
    Ok(())
}

#[test]
fn a_secret_in_it_is_removed_and_that_is_said() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let entry = NewEntry { kind: EntryKind::Note, text: "", pictures: &[] };
    let text = dump("export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYq83kdWzLpQTa");

    let recorded = bench.room.log_with_text(Some(&handle), &entry, LongText { name: "env.txt", text: &text }, None)?;

    assert!(recorded.removed.is_some(), "{recorded:?}");
    assert!(!bench.room.attached_text(&handle, recorded.id)?.text.contains("wJalrXUtn"));
    assert!(!in_folder(&bench.room.folders().data, "wJalrXUtn")?);
    Ok(())
}

#[test]
fn words_of_it_and_all_of_it_can_be_redacted() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let id = attach(&bench, &handle, &dump("the customer Zebulon called"))?;

    bench.room.redact_entry(&handle, id, Some("Zebulon"))?;
    assert!(bench.room.attached_text(&handle, id)?.text.contains("the customer (redacted) called"));
    assert!(!in_folder(&bench.room.folders().data, "Zebulon")?);

    bench.room.redact_entry(&handle, id, None)?;
    assert_eq!(bench.room.attached_text(&handle, id).err().map(|error| error.code()), Some("nothing_attached"));
    assert!(!in_folder(&bench.room.folders().data, "worker stalled")?);
    Ok(())
}

#[test]
fn a_backup_has_it() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let text = dump("of 412 threads");
    let id = attach(&bench, &handle, &text)?;
    let place = tempfile::tempdir()?;
    let file = place.path().join("kept.db");
    bench.room.back_up(&file, Over::Nothing)?;

    let clock = Arc::<TestClock>::clone(&bench.clock) as Arc<dyn Clock>;
    PendingRestore::prepare(&folders(place.path()), Arc::clone(&clock), &file)?.carry_out()?;

    let restored = Workstation::open(folders(place.path()), clock)?;
    assert_eq!(restored.attached_text(&handle, id)?.text, text);
    Ok(())
}

#[test]
fn what_is_refused_keeps_nothing() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let too_long = "x".repeat(usize::try_from(ATTACHED_AT_MOST)? + 1);

    let refused = [too_long.as_str(), " \n"].map(|text| attach(&bench, &handle, text).is_err());

    assert_eq!(refused, [true, true]);
    assert_eq!(bench.room.timeline(Some(&handle))?.len(), 1);
    Ok(())
}

#[test]
fn one_that_no_entry_names_is_forgotten_after_a_week_and_another_stays() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let id = attach(&bench, &handle, &dump(""))?;
    bench.clock.set_minutes(8 * 24 * 60);

    assert_eq!(bench.room.forget_unused_texts()?, 0);
    assert!(bench.room.attached_text(&handle, id).is_ok());
    Ok(())
}
