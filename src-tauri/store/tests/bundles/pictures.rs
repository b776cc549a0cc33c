//! Pictures and attached texts travel with their entries.

use std::fs;

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{EntryKind, IncidentId, Picture, PictureId};
use sitrep_store::{BundleFault, BundleRefusal, PictureFolder, PictureSize};

use super::support::bundle::{Laptop, Written};
use super::support::{declare, now};

fn with_a_picture() -> (Laptop, IncidentId, PictureId) {
    let mut laptop = Laptop::new();
    let id = declare(&mut laptop.store, "2026-11-23-payments").expect("it is declared").id;
    let picture = PictureFolder::of(laptop.folder.path()).keep(b"picture\nof a chart", b"picture").expect("it is kept");
    let pictures = vec![Picture { id: picture.clone(), width: 1, height: 1 }];
    let attached = laptop.store.keep_text(id, now(), "dump.txt", "one\ntwo\n").expect("it is kept");
    let body = EventBody::Entry { entry: EntryKind::Note, text: "seen".into(), pictures, attached: Some(attached), from: None };
    laptop.store.append_entry(id, "@ana", now(), body.into()).expect("it is written");
    (laptop, id, picture)
}

#[test]
fn they_come_once_and_are_there() {
    let (one, id, picture) = with_a_picture();
    let mut other = Laptop::new();
    let bundle = one.export();

    let taken = other.import(&bundle).expect("it is taken in");
    let again = other.import(&bundle).expect("it is taken in");

    assert_eq!((taken.pictures_new, taken.pictures_missing, taken.united.brought.texts_new), (1, 0, 1));
    assert_eq!((again.pictures_new, again.pictures_missing, again.united.brought.texts_new), (0, 0, 0));
    let folder = PictureFolder::of(other.folder.path());
    assert_eq!(fs::read(folder.path(&picture, PictureSize::Whole)).expect("the picture"), b"picture\nof a chart");
    assert!(folder.path(&picture, PictureSize::Small).exists());
    let entry = other.store.events(id).expect("events").pop().expect("the entry");
    let EventBody::Entry { attached: Some(attached), .. } = entry.body else { panic!("{entry:?}") };
    assert_eq!(other.store.attached_text(id, attached.id).expect("a look").as_deref(), Some("one\ntwo\n"));
    assert_eq!(other.export(), bundle, "and they travel on");
}

#[test]
fn one_whose_file_is_gone_or_damaged_is_said_to_be_missing() {
    for spoil in [|file: &std::path::Path| fs::remove_file(file), |file: &std::path::Path| fs::write(file, b"picture of something else")] {
        let (one, id, picture) = with_a_picture();
        spoil(&PictureFolder::of(one.folder.path()).path(&picture, PictureSize::Whole)).expect("it is spoilt");
        let mut other = Laptop::new();

        let written = one.write(&one.file("a.bundle"), sitrep_store::Over::Nothing).expect("it is written");
        let taken = other.hear(&one);

        assert_eq!((written.holds.pictures, written.pictures_gone), (0, 1));
        assert_eq!((taken.pictures_new, taken.pictures_missing), (0, 1));
        assert_eq!(other.states(), one.states(), "{id:?}");
    }
}

#[test]
fn one_that_is_missing_here_comes_from_another_later() {
    let (one, _, picture) = with_a_picture();
    let whole = one.export();
    fs::remove_file(PictureFolder::of(one.folder.path()).path(&picture, PictureSize::Whole)).expect("it goes");
    let mut other = Laptop::new();
    other.hear(&one);

    let taken = other.import(&whole).expect("it is taken in");

    assert_eq!((taken.pictures_new, taken.pictures_missing), (1, 0));
    assert!(PictureFolder::of(other.folder.path()).path(&picture, PictureSize::Whole).exists());
}

/// The bundle with the line of its picture, and what follows it, replaced.
fn with_picture(bundle: &[u8], head: &str, bytes: &[u8]) -> Vec<u8> {
    let mut written = Written::of(bundle);
    let at = written.lines.iter().position(|line| line.starts_with(b"{\"picture\"")).expect("its picture");
    written.lines.truncate(at);
    written.lines.push(head.as_bytes().to_vec());
    written.lines.extend(bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec));
    written.bytes()
}

#[test]
fn one_that_is_another_none_or_a_path_is_refused_with_all_of_the_bundle() {
    let (one, _, picture) = with_a_picture();
    let bundle = one.export();
    let head = |id: &str, bytes: usize| format!(r#"{{"picture":{{"id":"{id}","bytes":{bytes}}}}}"#);
    let of = |id: &str, bytes: &[u8]| with_picture(&bundle, &head(id, bytes.len()), bytes);
    let fault = |bytes: &[u8]| match Laptop::new().refusal(bytes) {
        BundleRefusal::Malformed { fault, .. } => fault,
        other => panic!("{other}"),
    };

    assert_eq!(fault(&of(&picture.to_string(), b"picture of something else")), BundleFault::OtherPicture);
    for path in ["../../../../etc/passwd", "..", "/tmp/x", &"../".repeat(21)] {
        assert!(matches!(fault(&of(path, b"picture")), BundleFault::Line(_)), "{path}");
    }
    let giant = with_picture(&bundle, &head(&picture.to_string(), 1 << 60), b"picture");
    assert!(matches!(fault(&giant), BundleFault::Line(sitrep_core::bundle::LineFault::Size)));
    let longer = with_picture(&bundle, &head(&picture.to_string(), 1 << 20), b"picture\nof a chart");
    assert_eq!(fault(&longer), BundleFault::Ends);
    let unnamed = "a".repeat(64);
    assert_eq!(fault(&of(&unnamed, b"picture")), BundleFault::NotNamed);
}

#[test]
fn what_is_named_right_and_is_no_picture_is_refused() {
    let mut one = Laptop::new();
    let id = declare(&mut one.store, "2026-11-23-payments").expect("it is declared").id;
    let no_picture = PictureFolder::of(one.folder.path()).keep(b"#!/bin/sh", b"#!/bin/sh").expect("it is kept");
    let pictures = vec![Picture { id: no_picture, width: 1, height: 1 }];
    let body = EventBody::Entry { entry: EntryKind::Note, text: "seen".into(), pictures, attached: None, from: None };
    one.store.append_entry(id, "@ana", now(), body.into()).expect("it is written");

    let refused = Laptop::new().refusal(&one.export());

    assert!(matches!(refused, BundleRefusal::Malformed { fault: BundleFault::NoPicture(_), .. }), "{refused}");
}
