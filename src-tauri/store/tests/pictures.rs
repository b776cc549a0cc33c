//! Pictures beside the database, on real files.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, SystemTime};

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{EntryKind, IncidentId, Picture, PictureId};
use sitrep_store::{PictureFolder, PictureSize, Store, StoreError};
use support::{Result, declare, mode, now};

fn log(store: &mut Store, incident: IncidentId, id: &PictureId) -> Result {
    let pictures = vec![Picture { id: id.clone(), width: 1, height: 1 }];
    store.append_entry(
        incident,
        "@ana",
        now(),
        EventBody::Entry { entry: EntryKind::Note, text: String::new(), pictures, attached: None, from: None }.into(),
    )?;
    Ok(())
}

/// Later than anything that a test writes.
fn later() -> SystemTime {
    SystemTime::now() + Duration::from_secs(60)
}

#[test]
fn a_picture_is_kept_once_beside_the_database_for_its_owner_alone() -> Result {
    let folder = tempfile::tempdir()?;
    let pictures = PictureFolder::of(folder.path());
    let id = pictures.keep(b"whole", b"small")?;
    assert_eq!(id.to_string(), "5d5766cf2d78701614200418ee1450690d9af12c84d52545e4802f001ad53099");
    let (whole, small) = (pictures.path(&id, PictureSize::Whole), pictures.path(&id, PictureSize::Small));
    assert_eq!((fs::read(&whole)?, fs::read(&small)?), (b"whole".to_vec(), b"small".to_vec()));
    assert!(whole.starts_with(folder.path()));
    assert_eq!((mode(&whole)?, mode(&small)?), (0o600, 0o600));
    assert_eq!(pictures.keep(b"whole", b"small")?, id);
    assert_ne!(pictures.keep(b"other", b"small")?, id);
    Ok(())
}

#[test]
fn only_what_nobody_names_and_nobody_touched_is_swept_away() -> Result {
    let folder = tempfile::tempdir()?;
    let (mut store, pictures) = (Store::open(folder.path())?, PictureFolder::of(folder.path()));
    assert_eq!(pictures.forget_unused(&store.used_pictures()?, later())?, 0, "no folder yet");
    let incident = declare(&mut store, "a")?.id;
    let [logged, drafted, dropped] = [b"logged".as_slice(), b"drafted", b"dropped"].map(|content| pictures.keep(content, b"small"));
    let (logged, drafted, dropped) = (logged?, drafted?, dropped?);
    log(&mut store, incident, &logged)?;
    store.save_draft("quick:pictures", &format!("{{\"list\":[{{\"id\":\"{drafted}\"}}]}}"))?;
    assert_eq!(
        pictures.forget_unused(&store.used_pictures()?, SystemTime::now() - Duration::from_secs(60))?,
        0,
        "it may be on its way into an entry"
    );
    assert_eq!(pictures.forget_unused(&store.used_pictures()?, later())?, 1);
    let there = |id| [PictureSize::Whole, PictureSize::Small].map(|size| pictures.path(id, size).exists());
    assert_eq!((there(&logged), there(&drafted), there(&dropped)), ([true; 2], [true; 2], [false; 2]));
    Ok(())
}

#[test]
fn one_that_is_pasted_again_counts_as_new() -> Result {
    let folder = tempfile::tempdir()?;
    let pictures = PictureFolder::of(folder.path());
    let id = pictures.keep(b"whole", b"small")?;
    let old = SystemTime::now() - Duration::from_secs(3600);
    for size in [PictureSize::Whole, PictureSize::Small] {
        fs::File::options().append(true).open(pictures.path(&id, size))?.set_modified(old)?;
    }
    pictures.keep(b"whole", b"small")?;
    assert_eq!(pictures.forget_unused(&BTreeSet::new(), SystemTime::now() - Duration::from_secs(60))?, 0);
    Ok(())
}

#[test]
fn a_folder_that_cannot_be_written_says_so_and_keeps_nothing() -> Result {
    let folder = tempfile::tempdir()?;
    let pictures = PictureFolder::of(folder.path());
    fs::write(folder.path().join("pictures"), "in the way")?;
    let refused = pictures.keep(b"whole", b"small");
    assert!(matches!(refused, Err(StoreError::Folder { .. })), "{refused:?}");
    Ok(())
}
