//! Bundles: incidents go to another laptop and come from one, are shown before they are taken in, and act on nobody.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use serde_json::Value;
use sitrep_core::vocabulary::{EntryKind, EventId, Role, Severity};
use sitrep_workstation::acts::ActionInput;
use sitrep_workstation::{BundleImported, BundlePreview, Error, NewEntry, News, Over, Workstation};
use support::{Bench, Result};

const SECRET: &str = "correct_horse-*battery*";

fn export(from: &Bench) -> Result<PathBuf> {
    let file = from.folder.path().join("a.bundle");
    from.room.export_bundle(&file, &[], Over::Earlier).or_else(|_| from.room.export_bundle(&file, &[], Over::Nothing))?;
    Ok(file)
}

fn import(to: &Bench, file: &Path) -> Result<BundleImported> {
    let bundle = to.room.open_bundle(file)?;
    let preview = to.room.preview_bundle(&bundle)?;
    let done = to.room.import_bundle(&bundle)?;
    assert_eq!(done.brought, preview, "what was shown is done");
    Ok(done)
}

fn hear(to: &Bench, from: &Bench) -> Result<BundleImported> {
    import(to, &export(from)?)
}

/// All that scripts read of an incident.
fn as_json(room: &Workstation, handle: &str) -> Result<String> {
    let summary = room.find(Some(handle))?.summary;
    let deadlines: Vec<String> = room.deadlines(Some(handle))?.iter().map(|deadline| format!("{deadline:?}")).collect();
    Ok(serde_json::to_string(&(summary, room.timeline(Some(handle))?, deadlines))?)
}

fn code(refused: std::result::Result<impl Sized, Error>) -> &'static str {
    refused.err().map_or("", |error| error.code())
}

fn log(bench: &Bench, handle: &str, words: &str) -> Result<EventId> {
    Ok(bench.room.log(Some(handle), EntryKind::Note, words, None)?.id)
}

fn holds(folder: &Path, bytes: &str) -> Result<bool> {
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let found = if path.is_dir() {
            holds(&path, bytes)?
        } else {
            fs::read(&path)?.windows(bytes.len()).any(|window| window == bytes.as_bytes())
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

#[test]
fn two_laptops_that_exchange_what_they_have_print_the_same() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    let brought = hear(&other, &one)?.brought;
    assert_eq!((brought.incidents, brought.incidents_new, brought.events_known), (1, 1, 0));
    one.clock.set_minutes(3);
    other.clock.set_minutes(2);
    log(&one, &handle, "502s on cards")?;
    log(&other, &handle, "the pool is full")?;
    other.room.assign_role(&handle, Role::Scribe, Some("@li"))?;
    one.room.set_severity(&handle, Severity::P0, Some("all users"), None)?;

    hear(&other, &one)?;
    hear(&one, &other)?;
    other.clock.set_minutes(3);

    assert_eq!(as_json(&one.room, &handle)?, as_json(&other.room, &handle)?);
    assert!(hear(&one, &other)?.brought.brings_nothing());
    Ok(())
}

#[test]
fn a_preview_writes_nothing_and_names_what_comes() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    let shot = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/incident.png"))?;
    let pictures = [one.room.keep_picture_file(&shot)?.id];
    one.room.log_entry(Some(&handle), &NewEntry { kind: EntryKind::Note, text: "a chart", pictures: &pictures }, None)?;
    let file = export(&one)?;

    let preview = other.room.preview_bundle(&other.room.open_bundle(&file)?)?;

    let BundlePreview { incidents, events_new, events_known, pictures, pictures_new, pictures_missing, .. } = preview;
    assert_eq!((incidents, events_known, pictures, pictures_new, pictures_missing), (1, 0, 1, 1, 0));
    assert!(events_new >= 2, "{events_new}");
    assert_eq!(
        preview.changes.iter().map(|change| (change.title.as_str(), change.is_new)).collect::<Vec<_>>(),
        [("Payments failing", true)]
    );
    assert!(other.room.list()?.is_empty() && !other.room.folders().data.join("pictures").exists());
    let done = import(&other, &file)?;
    assert_eq!(done.brought.pictures_new, 1);
    assert_eq!(other.room.timeline(Some(&handle))?.iter().filter(|row| !row.pictures.is_empty()).count(), 1);
    Ok(())
}

#[test]
fn some_incidents_go_and_others_stay() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let payments = one.declare("P1 Payments failing")?;
    one.declare("P2 Search is slow")?;
    let file = one.folder.path().join("payments.bundle");

    let made = one.room.export_bundle(&file, &["payments".to_owned()], Over::Nothing)?;
    import(&other, &file)?;

    assert_eq!(made.incidents, 1);
    assert_eq!(other.room.list()?.iter().map(|row| row.summary.handle.clone()).collect::<Vec<_>>(), [payments]);
    assert_eq!(code(one.room.export_bundle(&file, &["nothing".to_owned()], Over::Earlier)), "unknown_incident");
    assert_eq!(code(one.room.export_bundle(&file, &[], Over::Nothing)), "bundle_file");
    Ok(())
}

#[test]
fn what_was_withdrawn_goes_with_all_and_stays_withdrawn() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    one.room.withdraw(&handle, Some("a test"))?;

    hear(&other, &one)?;

    assert!(other.room.list()?.is_empty());
    assert_eq!(other.room.withdrawn()?.len(), 1);
    Ok(())
}

#[test]
fn practice_and_what_is_real_do_not_mix() -> Result {
    let bench = Bench::new()?;
    bench.declare("P1 Payments failing")?;
    let real = export(&bench)?;
    let clock: std::sync::Arc<dyn sitrep_workstation::Clock> = std::sync::Arc::<support::TestClock>::clone(&bench.clock);
    sitrep_workstation::seed_practice(bench.room.folders(), std::sync::Arc::clone(&clock))?;
    let practice = Workstation::open(bench.room.folders().practice(), clock)?;
    let practised = bench.folder.path().join("practice.bundle");
    practice.export_bundle(&practised, &[], Over::Nothing)?;

    assert_eq!(code(bench.room.open_bundle(&practised)), "bundle_practice");
    assert_eq!(code(practice.open_bundle(&real)), "bundle_practice");
    assert!(practice.open_bundle(&practised).is_ok());
    Ok(())
}

#[test]
fn what_was_due_before_it_came_is_said_once_and_reminds_of_nothing() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    one.room.add_action(
        &handle,
        &ActionInput { text: "Backfill".into(), owner: Some("@bo".into()), due: "tomorrow".into(), ..ActionInput::default() },
    )?;
    let own = other.declare("P2 Search is slow")?;
    other.room.acknowledge(&own)?;
    other.clock.set_minutes(90);
    let own_reminders = other.room.claim_due_reminders()?.len();
    let file = export(&one)?;

    let done = import(&other, &file)?;

    assert!(done.due.len() > 1 && done.due.iter().all(|due| due.incident == "P1 Payments failing"), "{:?}", done.due);
    assert!(own_reminders > 0, "what is its own reminds as ever");
    assert_eq!(other.room.claim_due_reminders()?, [], "no burst");
    other.room.refresh();
    assert_eq!(other.room.claim_due_reminders()?, [], "nor from another process");
    let later = (91..200).find_map(|minute| {
        other.clock.set_minutes(minute);
        other.room.claim_due_reminders().ok()?.into_iter().find(|reminder| reminder.handle == handle)
    });
    assert!(later.is_some(), "what stays late is reminded of in its turn");
    Ok(())
}

#[test]
fn what_is_typed_without_a_name_goes_where_it_went_before() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let own = other.declare("P2 Search is slow")?;
    one.clock.set_minutes(30);
    one.declare("P0 Payments failing")?;

    hear(&other, &one)?;

    assert_eq!(other.room.find(None)?.summary.handle, own);
    Ok(())
}

#[test]
fn an_open_window_learns_of_what_came() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    one.declare("P1 Payments failing")?;
    let window = other.second()?;
    window.refresh();
    assert_eq!(window.refresh(), News::None);

    hear(&other, &one)?;

    assert_eq!(window.refresh(), News::Everything);
    assert_eq!(window.list()?.len(), 1);
    Ok(())
}

#[test]
fn what_reads_like_a_secret_is_counted_and_stays_as_it_was_sent() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    one.room.keep_secrets();
    log(&one, &handle, "token ghp_16C7e42F292c6912E7710c838347Ae178B4a used")?;
    log(&one, &handle, "nothing here")?;

    let done = hear(&other, &one)?;

    assert_eq!(done.brought.secrets, 1);
    assert_eq!(as_json(&one.room, &handle)?, as_json(&other.room, &handle)?);
    Ok(())
}

#[test]
fn a_redaction_comes_with_saved_reviews_and_pictures() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    let id = log(&one, &handle, &format!("the phrase {SECRET} was pasted"))?;
    let shot = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/incident.png"))?;
    let picture = one.room.keep_picture_file(&shot)?.id;
    let pictures = [picture.clone()];
    let words = "a chart of it all";
    let entry = one.room.log_entry(Some(&handle), &NewEntry { kind: EntryKind::Note, text: words, pictures: &pictures }, None)?.id;
    hear(&other, &one)?;
    other.room.save_review(&handle)?;
    assert!(holds(&other.room.folders().data, "battery")?);
    one.room.redact_entry(&handle, id, Some(SECRET))?;
    one.room.redact_entry(&handle, entry, None)?;

    let done = hear(&other, &one)?;

    assert!(done.is_clean && done.brought.redacted_here >= 2, "{done:?}");
    for words in [SECRET, "battery", "correct\\_horse", words, &picture.to_string()] {
        assert!(!holds(&other.room.folders().data, words)?, "{words}");
    }
    assert!(!other.room.picture_path(&picture, sitrep_workstation::PictureSize::Whole).exists());
    Ok(())
}

#[test]
fn a_saved_review_stays_with_its_incident_where_that_is_renamed() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    assert_eq!(other.declare("P2 Payments failing")?, handle);
    one.room.save_review(&handle)?;

    let done = hear(&one, &other)?;

    let [renamed] = done.brought.renamed.as_slice() else { panic!("{done:?}") };
    assert_eq!(renamed.from, handle);
    let reviews = one.room.folders().data.join("reviews");
    assert!(reviews.join(format!("{}.md", renamed.to)).exists() && !reviews.join(format!("{handle}.md")).exists());
    assert_eq!(code(one.room.find(Some(&handle))), "ambiguous_incident", "it is nobody's alone");
    assert_eq!(one.room.list()?.len(), 2);
    Ok(())
}

#[test]
fn a_snooze_holds_under_any_handle() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    other.declare("P2 Payments failing")?;
    let key = one.room.deadlines(Some(&handle))?.first().ok_or("a deadline")?.key.clone();
    one.room.snooze(&handle, &key, Some(20), None)?;
    let snoozed = |room: &Workstation, handle: &str| -> Result<usize> {
        Ok(room.deadlines(Some(handle))?.iter().filter(|deadline| deadline.snoozed_until.is_some()).count())
    };
    assert_eq!(snoozed(&one.room, &handle)?, 1);

    let renamed = hear(&one, &other)?.brought.renamed.pop().ok_or("a renamed incident")?;

    assert_eq!(snoozed(&one.room, &renamed.to)?, 1);
    Ok(())
}

#[test]
fn what_cannot_be_read_is_said_and_hangs_nobody() -> Result {
    let bench = Bench::new()?;
    let place = bench.folder.path();
    assert_eq!(code(bench.room.open_bundle(&place.join("none"))), "bundle_file");
    assert_eq!(code(bench.room.open_bundle(place)), "bundle_file");
    let pipe = place.join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status()?.success());
    assert_eq!(code(bench.room.open_bundle(&pipe)), "bundle_file");
    let backup = place.join("a.backup");
    bench.room.back_up(&backup, Over::Nothing)?;
    let refused = bench.room.open_bundle(&backup).err().ok_or("it is refused")?;
    assert!(refused.to_string().contains("is a backup"), "{refused}");
    assert!(!refused.is_storage());
    let sparse = fs::File::create(place.join("sparse"))?;
    sparse.set_len(17_000_000_000)?;
    assert_eq!(code(bench.room.open_bundle(&place.join("sparse"))), "bundle_file");
    Ok(())
}

#[test]
fn a_damaged_one_leaves_everything_as_it_was() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    one.declare("P1 Payments failing")?;
    let file = export(&one)?;
    let mut bytes = fs::read(&file)?;
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(&file, bytes)?;

    assert_eq!(code(other.room.open_bundle(&file)), "bundle_damaged");
    assert!(other.room.list()?.is_empty());
    Ok(())
}

/// Whoever recorded a title, a name or a kind elsewhere writes to no terminal here.
#[test]
fn words_from_elsewhere_are_as_they_are_seen() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    let file = export(&one)?;
    let text = String::from_utf8(fs::read(&file)?)?;
    let lines = text.lines().map(|line| line.replace("Payments failing", "Payments\\\\u001b[2J\\\\u202e failing"));
    let body: String = lines.filter(|line| !line.starts_with("sha256")).map(|line| line + "\n").collect();
    fs::write(&file, format!("{body}sha256 {}\n", sha256(body.as_bytes())?))?;

    let done = import(&other, &file)?;

    assert_eq!(done.brought.changes.iter().map(|change| change.title.as_str()).collect::<Vec<_>>(), ["Payments failing"]);
    let shown: Value = serde_json::to_value(other.room.find(Some(&handle))?.summary)?;
    assert_eq!(shown["title"], "Payments failing");
    Ok(())
}

fn sha256(bytes: &[u8]) -> Result<String> {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut child = Command::new("sha256sum").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    child.stdin.take().ok_or("its input")?.write_all(bytes)?;
    let told = String::from_utf8(child.wait_with_output()?.stdout)?;
    Ok(told.split_whitespace().next().ok_or("no digits")?.to_owned())
}

#[test]
fn times_of_a_clock_that_was_set_are_told_by_it_on_both() -> Result {
    let (one, other) = (Bench::new()?, Bench::new()?);
    let handle = one.declare("P1 Payments failing")?;
    one.clock.set_minutes(10);
    log(&one, &handle, "by the wrong clock")?;
    let first = export(&one)?;
    import(&other, &first)?;
    one.clock.turn(-60);
    log(&one, &handle, "by the right clock")?;

    hear(&other, &one)?;
    import(&other, &first)?;
    other.clock.set_minutes(0);
    other.clock.turn(-50);

    let rows = |room: &Workstation| -> Result<String> { Ok(serde_json::to_string(&room.timeline(Some(&handle))?)?) };
    let of_one = rows(&one.room)?;
    hear(&one, &other)?;
    assert!(!of_one.is_empty());
    assert_eq!(rows(&one.room)?, rows(&other.room)?);
    let times: Vec<_> = one.room.timeline(Some(&handle))?.into_iter().map(|row| row.occurred_at).collect();
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] < TimeDelta::minutes(30)), "{times:?}");
    Ok(())
}
