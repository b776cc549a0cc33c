//! Backups and what is restored from them, while others have the database open.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{EntryKind, IncidentId, Picture, PictureId};
use sitrep_store::{BackupRefusal, DATABASE_FILE, Damage, NewEvent, Over, PictureFolder, PictureSize, Restoration, Store, StoreError};
use support::{Result, child, declare, mode, now};

const PAGE: usize = 4096;

fn entry(text: &str) -> NewEvent {
    EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None }.into()
}

fn log(store: &mut Store, incident: IncidentId, text: &str) -> Result {
    store.append_entry(incident, "@ana", now(), entry(text))?;
    Ok(())
}

/// An incident with a picture, in a data folder that the app has open.
struct Bench {
    place: tempfile::TempDir,
    app: Store,
    incident: IncidentId,
    picture: PictureId,
}

impl Bench {
    fn new() -> Result<Self> {
        let place = tempfile::tempdir()?;
        let data = place.path().join("data");
        let mut app = Store::open(&data)?;
        let incident = declare(&mut app, "payments")?.id;
        let picture = PictureFolder::of(&data).keep(b"whole", b"small")?;
        let pictures = vec![Picture { id: picture.clone(), width: 1, height: 1 }];
        app.append_entry(
            incident,
            "@ana",
            now(),
            EventBody::Entry { entry: EntryKind::Note, text: String::new(), pictures, attached: None, from: None }.into(),
        )?;
        Ok(Self { place, app, incident, picture })
    }

    fn data(&self) -> PathBuf {
        self.place.path().join("data")
    }

    fn backup(&self) -> Result<PathBuf> {
        let file = self.place.path().join("backup.db");
        self.app.backup(&file, Over::Earlier)?;
        Ok(file)
    }
}

/// Why it is no backup.
fn refusal<T>(answer: std::result::Result<T, StoreError>) -> Result<BackupRefusal> {
    match answer.map(drop) {
        Err(StoreError::Backup { why, .. }) => Ok(why),
        other => Err(format!("{other:?}").into()),
    }
}

/// A page in the middle, of events, is not what it was.
fn scratch(bytes: &mut [u8]) -> Result {
    let event = b"\"pictures\":[";
    let page = bytes.windows(event.len()).rposition(|window| window == event).ok_or("no event")? / PAGE * PAGE;
    bytes[page..page + 64].fill(0xff);
    Ok(())
}

#[test]
fn a_backup_is_one_private_file_that_holds_everything_while_the_app_runs() -> Result {
    let bench = Bench::new()?;
    let file = bench.place.path().join("backup.db");

    let backup = bench.app.backup(&file, Over::Nothing)?;

    assert_eq!((backup.contents.incidents, backup.contents.events, backup.contents.newest), (1, 2, Some(now())));
    assert_eq!((backup.pictures.kept, backup.pictures.gone), (1, 0));
    assert_eq!((mode(&file)?, fs::metadata(&file)?.len()), (0o600, backup.bytes));
    assert_eq!(fs::read_dir(bench.place.path())?.count(), 2, "the data folder and the backup, nothing else");
    let elsewhere = tempfile::tempdir()?;
    let restored = Restoration::prepare(&file, elsewhere.path())?.carry_out(now())?;
    assert_eq!((restored.contents, restored.set_aside), (backup.contents, None));
    let store = Store::open(elsewhere.path())?;
    assert_eq!(store.events(bench.incident)?, bench.app.events(bench.incident)?);
    let picture = |size| fs::read(PictureFolder::of(elsewhere.path()).path(&bench.picture, size));
    assert_eq!((picture(PictureSize::Whole)?, picture(PictureSize::Small)?), (b"whole".to_vec(), b"small".to_vec()));
    drop(store);
    let mut names: Vec<_> = fs::read_dir(elsewhere.path())?.map(|file| Ok(file?.file_name())).collect::<Result<_>>()?;
    names.sort();
    assert_eq!(names, ["pictures", DATABASE_FILE], "nothing is left over");
    Ok(())
}

#[test]
fn a_backup_used_as_the_database_itself_works() -> Result {
    let bench = Bench::new()?;
    let elsewhere = tempfile::tempdir()?;
    fs::copy(bench.backup()?, elsewhere.path().join(DATABASE_FILE))?;
    let mut store = Store::open(elsewhere.path())?;
    log(&mut store, bench.incident, "goes on")?;
    assert_eq!(store.events(bench.incident)?.len(), 3);
    Ok(())
}

#[test]
fn a_picture_whose_file_is_gone_is_told() -> Result {
    let bench = Bench::new()?;
    fs::remove_file(PictureFolder::of(&bench.data()).path(&bench.picture, PictureSize::Whole))?;
    let backup = bench.app.backup(&bench.place.path().join("backup.db"), Over::Nothing)?;
    assert_eq!((backup.pictures.kept, backup.pictures.gone), (0, 1));
    Ok(())
}

#[test]
fn a_backup_takes_no_place_that_is_taken() -> Result {
    let bench = Bench::new()?;
    let place = bench.place.path();
    fs::write(place.join("letter"), "to my landlord")?;
    Store::open(&place.join("other"))?;
    let (database, journal) = (bench.data().join(DATABASE_FILE), bench.data().join(format!("{DATABASE_FILE}-journal")));
    let backup = |file: &Path, over| refusal(bench.app.backup(file, over));
    for over in [Over::Nothing, Over::Earlier] {
        assert_eq!(backup(&database, over)?, BackupRefusal::InUse);
        assert_eq!(backup(&journal, over)?, BackupRefusal::InUse, "SQLite would play it back");
        assert_eq!(backup(place, over)?, BackupRefusal::Folder);
        assert!(matches!(backup(&place.join("no/such/disk.db"), over)?, BackupRefusal::Unwritable(_)));
    }
    assert_eq!(backup(&place.join("letter"), Over::Nothing)?, BackupRefusal::Exists);
    assert_eq!(backup(&place.join("letter"), Over::Earlier)?, BackupRefusal::NoBackup);
    assert_eq!(backup(&place.join("other").join(DATABASE_FILE), Over::Earlier)?, BackupRefusal::NoBackup, "somebody works with it");
    let earlier = bench.backup()?;
    assert_eq!(backup(&earlier, Over::Nothing)?, BackupRefusal::Exists);
    bench.app.backup(&earlier, Over::Earlier)?;
    assert_eq!(fs::read_to_string(place.join("letter"))?, "to my landlord");
    Ok(())
}

#[test]
fn what_a_backup_lacks_is_named_before_it_is_restored() -> Result {
    let mut bench = Bench::new()?;
    let file = bench.backup()?;
    log(&mut bench.app, bench.incident, "rolled back")?;
    log(&mut bench.app, bench.incident, "error rate 0.1 %")?;
    let search = declare(&mut bench.app, "search")?.id;
    bench.app.save_draft("quick", "half a thou")?;

    let restoration = Restoration::prepare(&file, &bench.data())?;

    let difference = restoration.difference()?.ok_or("it does not read")?;
    let lost: Vec<_> = difference
        .lost
        .iter()
        .map(|lost| (lost.handle.as_str(), lost.whole, lost.events, lost.entries, lost.last_entry.as_deref()))
        .collect();
    assert_eq!(lost, [("payments", false, 2, 2, Some("error rate 0.1 %")), ("search", true, 1, 0, None)]);
    assert_eq!((difference.lost[1].title.as_str(), difference.brought.len(), difference.drafts), ("Payments failing", 0, 1));
    assert_eq!(bench.app.events(search)?.len(), 1, "nothing is restored by looking");
    drop(restoration);
    assert!(fs::read_dir(bench.data())?.all(|file| file.is_ok_and(|file| !file.file_name().to_string_lossy().starts_with(".tmp"))));
    Ok(())
}

#[test]
fn who_has_the_database_open_goes_on_with_what_was_restored_and_what_stood_is_kept() -> Result {
    let mut bench = Bench::new()?;
    let file = bench.backup()?;
    log(&mut bench.app, bench.incident, "rolled back")?;
    let stood = bench.app.events(bench.incident)?;
    let device = bench.app.setting("device")?;

    let restored = Restoration::prepare(&file, &bench.data())?.carry_out(now())?;

    assert_eq!(bench.app.events(bench.incident)?.len(), 2, "the open connection sees it");
    log(&mut bench.app, bench.incident, "and goes on")?;
    assert_ne!(bench.app.setting("device")?, device, "the numbers of its events after the backup are given");
    let aside = restored.set_aside.ok_or("nothing is kept")?;
    assert_eq!(aside.file_name().and_then(|name| name.to_str()), Some("sitrep-before-restore-2026-11-23-140000.db"));
    assert_eq!(mode(&aside)?, 0o600);
    let back = Restoration::prepare(&aside, &bench.data())?;
    let difference = back.difference()?.ok_or("it does not read")?;
    assert_eq!(
        (difference.lost[0].last_entry.as_deref(), difference.brought[0].last_entry.as_deref()),
        (Some("and goes on"), Some("rolled back"))
    );
    back.carry_out(now())?;
    assert_eq!(bench.app.events(bench.incident)?, stood, "what was set aside can be restored itself");
    Ok(())
}

#[test]
fn nothing_that_is_written_meanwhile_falls_between_what_is_kept_and_what_is_restored() -> Result {
    let bench = Bench::new()?;
    let file = bench.backup()?;
    let (data, incident) = (bench.data(), bench.incident);
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let writer = std::thread::spawn(move || {
        let mut texts = Vec::new();
        let mut store = Store::open(&data).expect("it is open elsewhere, too");
        while stopped.try_recv().is_err() {
            let text = format!("entry {}", texts.len());
            log(&mut store, incident, &text).expect("a write waits its turn");
            texts.push(text);
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        texts
    });
    let mut kept = Vec::new();
    for _ in 0..5 {
        std::thread::sleep(std::time::Duration::from_millis(50));
        kept.extend(Restoration::prepare(&file, &bench.data())?.carry_out(now())?.set_aside);
    }
    stop.send(())?;
    let written = writer.join().map_err(|_| "the writer did not end")?;

    let mut found = texts(&bench.data().join(DATABASE_FILE))?;
    for aside in &kept {
        found.extend(texts(aside)?);
    }

    assert!(written.iter().all(|text| found.contains(text)), "{} written", written.len());
    Ok(())
}

fn texts(file: &Path) -> Result<Vec<String>> {
    let connection = Connection::open(file)?;
    let mut statement = connection.prepare("SELECT json_extract(body, '$.text') FROM events WHERE kind = 'entry'")?;
    let texts = statement.query_map([], |row| row.get(0))?.collect::<std::result::Result<_, _>>()?;
    Ok(texts)
}

#[test]
fn what_is_no_sound_backup_is_refused_and_nothing_changes() -> Result {
    let bench = Bench::new()?;
    let place = bench.place.path();
    let whole = fs::read(bench.backup()?)?;
    let file = |name: &str, content: &[u8]| -> Result<PathBuf> {
        fs::write(place.join(name), content)?;
        Ok(place.join(name))
    };
    let mut scratched = whole.clone();
    scratch(&mut scratched)?;
    let mut beheaded = whole.clone();
    beheaded[..100].fill(b'#');
    Connection::open(place.join("theirs.db"))?.execute_batch("CREATE TABLE theirs (x)")?;
    let refused = |file: &Path| refusal(Restoration::prepare(file, &bench.data())).map_err(|error| format!("{}: {error}", file.display()));

    assert!(matches!(refused(&place.join("nowhere.db"))?, BackupRefusal::Unreadable(_)));
    assert!(matches!(refused(Path::new("/dev/zero"))?, BackupRefusal::Unreadable(_)));
    assert_eq!(refused(place)?, BackupRefusal::Folder);
    assert_eq!(refused(&bench.data().join(DATABASE_FILE))?, BackupRefusal::InUse);
    assert_eq!(refused(&place.join("theirs.db"))?, BackupRefusal::NotOurs);
    assert_eq!(refused(&file("letter", b"to my landlord")?)?, BackupRefusal::NotOurs);
    assert_eq!(refused(&file("empty", b"")?)?, BackupRefusal::Damaged(Damage::Empty));
    Connection::open(place.join("untouched.db"))?.execute_batch("PRAGMA user_version = 1; PRAGMA user_version = 0")?;
    assert_eq!(refused(&place.join("untouched.db"))?, BackupRefusal::NotOurs);
    assert_eq!(refused(&file("zeros", &[0; 8192])?)?, BackupRefusal::Damaged(Damage::Zeros(8192)));
    assert!(matches!(refused(&file("half", &whole[..whole.len() / 2])?)?, BackupRefusal::Damaged(Damage::CutShort { .. })));
    assert_eq!(refused(&file("beheaded", &beheaded)?)?, BackupRefusal::Damaged(Damage::Beginning));
    assert!(matches!(refused(&file("scratched", &scratched)?)?, BackupRefusal::Unsound(_)));
    let newer = file("newer", &whole)?;
    Connection::open(&newer)?.pragma_update(None, "user_version", 99)?;
    assert!(matches!(Restoration::prepare(&newer, &bench.data()).map(drop), Err(StoreError::Newer { found: 99, .. })));
    assert_eq!(bench.app.events(bench.incident)?.len(), 2);
    assert_eq!(fs::read(place.join("half"))?.len(), whole.len() / 2, "the file itself is left alone");
    Ok(())
}

#[test]
fn a_database_folder_copied_by_hand_is_restored_with_its_log() -> Result {
    let mut bench = Bench::new()?;
    log(&mut bench.app, bench.incident, "only in the log")?;
    let copied = tempfile::tempdir()?;
    for ending in ["", "-wal"] {
        let name = format!("{DATABASE_FILE}{ending}");
        fs::copy(bench.data().join(&name), copied.path().join(&name))?;
    }
    let elsewhere = tempfile::tempdir()?;

    Restoration::prepare(&copied.path().join(DATABASE_FILE), elsewhere.path())?.carry_out(now())?;

    assert_eq!(Store::open(elsewhere.path())?.events(bench.incident)?.len(), 3);
    Ok(())
}

#[test]
fn a_backup_of_an_older_schema_is_restored() -> Result {
    let elsewhere = tempfile::tempdir()?;
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/1.db");
    let before = fs::read(&old)?;
    let restored = Restoration::prepare(&old, elsewhere.path())?.carry_out(now())?;
    assert_eq!(Store::open(elsewhere.path())?.contents()?, restored.contents);
    assert!(fs::read(&old)? == before, "the backup is not upgraded itself");
    Ok(())
}

#[test]
fn child() -> Result {
    child::be(&[("hold", child::keep_open)])
}

#[test]
fn a_damaged_database_gives_way_unless_somebody_has_it_open() -> Result {
    let bench = Bench::new()?;
    let (file, data) = (bench.backup()?, bench.data());
    let Bench { place: _place, app, incident, .. } = bench;
    drop(app);
    let database = data.join(DATABASE_FILE);
    let mut bytes = fs::read(&database)?;
    scratch(&mut bytes)?;
    fs::write(&database, &bytes)?;
    let app = child::hold("hold", &data)?;

    let restoration = Restoration::prepare(&file, &data)?;
    assert_eq!(restoration.difference()?, None, "it does not read");
    let refused = restoration.carry_out(now()).map(drop);
    assert!(refused.as_ref().is_err_and(|error| error.to_string().contains("another program has it open")), "{refused:?}");
    drop(app);
    let restored = Restoration::prepare(&file, &data)?.carry_out(now())?;

    let aside = restored.set_aside.ok_or("nothing is kept")?;
    assert!(fs::read(aside)? == bytes);
    assert_eq!(Store::open(&data)?.events(incident)?.len(), 2);
    Ok(())
}

#[test]
fn an_empty_database_gives_way_and_is_kept() -> Result {
    let bench = Bench::new()?;
    let (file, data) = (bench.backup()?, bench.data());
    let Bench { place: _place, app, incident, .. } = bench;
    drop(app);
    fs::write(data.join(DATABASE_FILE), "")?;

    let restored = Restoration::prepare(&file, &data)?.carry_out(now())?;

    assert_eq!(fs::read(restored.set_aside.ok_or("nothing is kept")?)?, b"");
    assert_eq!(Store::open(&data)?.events(incident)?.len(), 2);
    Ok(())
}
