//! The file itself: written beside, whole, for its owner alone; and two processes that take one in.

use std::fs;
use std::thread;

use sitrep_core::vocabulary::IncidentId;
use sitrep_store::{BundleRefusal, Over, Store, StoreError};

use super::support::bundle::{Laptop, read_in, take_in};
use super::support::{declare, mode};
use super::union::note;

fn declared() -> (Laptop, IncidentId) {
    let mut laptop = Laptop::new();
    let id = declare(&mut laptop.store, "2026-11-23-payments").expect("it is declared").id;
    (laptop, id)
}

fn refusal(written: Result<sitrep_store::BundleWritten, StoreError>) -> BundleRefusal {
    match written {
        Err(StoreError::Bundle { why, .. }) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn it_is_for_its_owner_alone_and_writes_over_nothing_but_an_earlier_one() {
    let (one, _) = declared();
    let place = tempfile::tempdir().expect("a folder");
    let (file, letter) = (place.path().join("a.bundle"), place.path().join("letter.txt"));
    fs::write(&letter, "Dear Ana").expect("a letter");

    one.write(&file, Over::Nothing).expect("it is written");

    assert_eq!(mode(&file).expect("its mode"), 0o600);
    assert_eq!(refusal(one.write(&file, Over::Nothing)), BundleRefusal::Exists);
    assert_eq!(refusal(one.write(&letter, Over::Nothing)), BundleRefusal::Exists);
    assert_eq!(refusal(one.write(&letter, Over::Earlier)), BundleRefusal::NoBundle);
    assert_eq!(refusal(one.write(place.path(), Over::Earlier)), BundleRefusal::Folder);
    assert_eq!(refusal(one.write(&one.file("sitrep.db"), Over::Earlier)), BundleRefusal::InUse);
    assert_eq!(refusal(one.write(&one.file("sitrep.db-wal"), Over::Earlier)), BundleRefusal::InUse);
    assert!(matches!(refusal(one.write(&place.path().join("none/a"), Over::Nothing)), BundleRefusal::Unwritable(_)));
    one.write(&file, Over::Earlier).expect("an earlier one gives way");
    assert_eq!(fs::read_to_string(&letter).expect("the letter"), "Dear Ana");
    let left: Vec<_> = fs::read_dir(place.path()).expect("the folder").map(|file| file.expect("a file").file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn the_same_incidents_make_the_same_file_and_others_stay_out() {
    let (mut one, id) = declared();
    let before = one.export();
    let other = declare(&mut one.store, "2026-11-24-search").expect("it is declared").id;
    let file = one.file("a.bundle");

    let written = one.store.write_bundle(&file, &[id].into(), false, Over::Nothing).expect("it is written");

    assert_eq!(fs::read(&file).expect("the file"), before);
    assert_eq!((written.holds.incidents, written.holds.events), (1, 1));
    let mut third = Laptop::new();
    third.import(&before).expect("it is taken in");
    assert!(third.store.incident(other).is_err());
}

#[test]
fn of_two_processes_that_take_one_in_each_finds_it_there_once() {
    let (mut one, id) = declared();
    for number in 0..40 {
        note(&mut one, id, &format!("entry {number}"));
    }
    let bundle = one.export();
    let here = Laptop::new();
    let folder = here.folder.path().to_owned();

    let taken: Vec<(u64, u64)> = thread::scope(|scope| {
        let import = || {
            let mut store = Store::open(&folder).expect("a store");
            let taken = take_in(&mut store, &read_in(&folder, &bundle).expect("it reads")).expect("it is taken in");
            (taken.united.brought.events_new, taken.united.brought.events_known)
        };
        let running: Vec<_> = (0..3).map(|_| scope.spawn(import)).collect();
        running.into_iter().map(|one| one.join().expect("it ends")).collect()
    });

    assert_eq!(taken.iter().map(|(new, _)| new).sum::<u64>(), 41, "{taken:?}");
    assert_eq!(here.states(), one.states());
}

#[test]
fn what_is_written_meanwhile_stays() {
    let (mut one, id) = declared();
    let mut here = Laptop::new();
    here.hear(&one);
    for number in 0..40 {
        note(&mut one, id, &format!("there {number}"));
    }
    let bundle = one.export();
    let folder = here.folder.path().to_owned();

    thread::scope(|scope| {
        let writing = scope.spawn(|| {
            let mut writer = Laptop { folder: tempfile::tempdir().expect("a folder"), store: Store::open(&folder).expect("a store") };
            for number in 0..40 {
                note(&mut writer, id, &format!("here {number}"));
            }
        });
        take_in(&mut here.store, &read_in(&folder, &bundle).expect("it reads")).expect("it is taken in");
        writing.join().expect("it ends");
    });

    assert_eq!(here.store.events(id).expect("events").len(), 81);
    here.states();
    one.hear(&here);
    assert_eq!(here.states(), one.states());
}
