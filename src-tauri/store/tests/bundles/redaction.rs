//! What was taken out on one laptop stays out on all of them.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use sitrep_core::event::{EventBody, Origin};
use sitrep_core::vocabulary::{EntryKind, EventId, IncidentId, Picture};
use sitrep_store::{PictureFolder, Redaction, TakenIn};

use super::support::bundle::Laptop;
use super::support::{declare, now};

const SECRET: &str = "hunter2-abcdef";
const TOMBSTONE: &str = "(redacted by @ana at 14:05 UTC)";

/// Two laptops that have one entry, with the secret in it.
fn both_have(text: &str) -> (Laptop, Laptop, IncidentId, EventId) {
    let mut one = Laptop::new();
    let id = declare(&mut one.store, "2026-11-23-payments").expect("it is declared").id;
    let entry = write(&mut one, id, text);
    let mut other = Laptop::new();
    other.hear(&one);
    (one, other, id, entry)
}

fn write(laptop: &mut Laptop, id: IncidentId, text: &str) -> EventId {
    let body = EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None };
    laptop.store.append_entry(id, "@ana", now(), body.into()).expect("it is written")
}

fn redact(laptop: &mut Laptop, id: IncidentId, event: EventId, words: Option<&str>) {
    let done = laptop.store.redact(id, &Redaction { event, words, tombstone: TOMBSTONE }).expect("it is redacted").expect("the entry");
    assert!(done.is_clean);
}

/// Whether any byte of the folder is of the words.
fn holds(folder: &Path, words: &str) -> bool {
    let mut files: Vec<_> = fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.extend(fs::read_dir(folder.join("pictures")).into_iter().flatten().map(|file| file.expect("a file").path()));
    let holds = |file: &Path| fs::read(file).is_ok_and(|bytes| bytes.windows(words.len()).any(|part| part == words.as_bytes()));
    files.iter().any(|file| file.is_file() && holds(file))
}

fn text(laptop: &Laptop, id: IncidentId, event: EventId) -> String {
    match laptop.store.event(id, event).expect("a look").expect("the entry").body {
        EventBody::Entry { text, .. } => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn words_that_were_redacted_go_on_the_other_laptop_to_the_last_byte() {
    let (mut one, mut other, id, entry) = both_have(&format!("the password is {SECRET}, use it"));
    let quoted = write(&mut other, id, &format!("it said {SECRET} here, too"));
    other.store.save_draft("log", &format!("half typed {SECRET}")).expect("a draft");
    assert!(holds(other.folder.path(), SECRET));
    redact(&mut one, id, entry, Some(SECRET));

    let taken = other.hear(&one);

    assert_eq!(text(&other, id, entry), "the password is (redacted), use it");
    assert_eq!(text(&other, id, quoted), "it said (redacted) here, too", "as a redaction does");
    assert!(taken.united.is_clean);
    assert_eq!(taken.united.brought.redacted_here, 2);
    assert!(!holds(other.folder.path(), SECRET));
    one.hear(&other);
    assert_eq!(one.states(), other.states());
    assert!(!holds(one.folder.path(), SECRET));
}

#[test]
fn words_that_were_redacted_here_do_not_come_back_with_the_original_nor_beside_it() {
    let (mut one, mut other, id, entry) = both_have(&format!("the password is {SECRET}, use it"));
    let quoted = write(&mut other, id, &format!("it said {SECRET} here, too"));
    redact(&mut one, id, entry, Some(SECRET));

    let taken = one.hear(&other);

    assert_eq!(text(&one, id, entry), "the password is (redacted), use it");
    assert_eq!(text(&one, id, quoted), "it said (redacted) here, too");
    assert_eq!((taken.united.brought.stays_redacted, taken.united.brought.redacted_here), (1, 0));
    assert!(taken.united.is_clean);
    assert!(!holds(one.folder.path(), SECRET));
    other.hear(&one);
    assert_eq!(one.states(), other.states());
    assert!(!holds(other.folder.path(), SECRET));
}

#[test]
fn an_entry_that_was_redacted_as_a_whole_goes_with_its_edits_pictures_and_text() {
    let mut one = Laptop::new();
    let id = declare(&mut one.store, "2026-11-23-payments").expect("it is declared").id;
    let picture = PictureFolder::of(one.folder.path()).keep(format!("picture of {SECRET}").as_bytes(), b"picture").expect("it is kept");
    let attached = one.store.keep_text(id, now(), "dump.txt", &format!("first\n{SECRET}\n")).expect("it is kept");
    let body = EventBody::Entry {
        entry: EntryKind::Note,
        text: format!("seen {SECRET}"),
        pictures: vec![Picture { id: picture.clone(), width: 1, height: 1 }],
        attached: Some(attached.clone()),
        from: None,
    };
    let entry = one.store.append_entry(id, "@ana", now(), body.into()).expect("it is written");
    let edit = EventBody::EntryAmended { text: format!("seen it: {SECRET}") };
    let edit = sitrep_store::NewEvent { occurred_at: None, amends: Some(entry), body: edit };
    one.store.append(id, "@ana", now(), |_| Ok::<_, sitrep_store::StoreError>(vec![edit])).expect("it is edited");
    let (mut other, before) = (Laptop::new(), one.export());
    other.import(&before).expect("it is taken in");
    assert!(holds(other.folder.path(), SECRET));
    redact(&mut one, id, entry, None);
    PictureFolder::of(one.folder.path()).remove(std::slice::from_ref(&picture)).expect("it goes");

    let there = other.hear(&one);
    let back = one.import(&before).expect("it is taken in");

    let pictures: Vec<_> = there.united.taken_out.iter().flat_map(|taken| taken.pictures.clone()).collect();
    assert_eq!(pictures, std::slice::from_ref(&picture), "whoever asked removes its files");
    PictureFolder::of(other.folder.path()).remove(&pictures).expect("they go");
    assert_eq!((back.pictures_new, back.united.brought.texts_new), (0, 0), "neither comes back");
    for laptop in [&one, &other] {
        assert_eq!(text(laptop, id, entry), TOMBSTONE);
        assert_eq!(laptop.store.attached_text(id, attached.id).expect("a look"), None);
        assert!(!holds(laptop.folder.path(), SECRET));
    }
    assert_eq!(one.states(), other.states());
}

#[test]
fn an_attached_text_without_its_words_stays_so() {
    let mut one = Laptop::new();
    let id = declare(&mut one.store, "2026-11-23-payments").expect("it is declared").id;
    let attached = one.store.keep_text(id, now(), "dump.txt", &format!("first\n{SECRET}\n")).expect("it is kept");
    let body =
        EventBody::Entry { entry: EntryKind::Note, text: "dump".into(), pictures: vec![], attached: Some(attached.clone()), from: None };
    let entry = one.store.append_entry(id, "@ana", now(), body.into()).expect("it is written");
    let (mut other, before) = (Laptop::new(), one.export());
    other.import(&before).expect("it is taken in");
    redact(&mut one, id, entry, Some(SECRET));

    other.hear(&one);
    one.import(&before).expect("it is taken in");

    for laptop in [&one, &other] {
        assert_eq!(laptop.store.attached_text(id, attached.id).expect("a look").as_deref(), Some("first\n(redacted)\n"));
        assert!(!holds(laptop.folder.path(), SECRET));
    }
}

#[test]
fn words_that_stand_in_the_handle_go_from_there_on_both() {
    let (mut one, mut other, id, entry) = both_have("payments of acme fail");
    redact(&mut one, id, entry, Some("payments"));
    let name = "2026-11-23-(redacted)";
    assert_eq!(one.store.incident(id).expect("its row").summary.handle, name);

    let taken = other.hear(&one);
    one.hear(&other);

    assert_eq!(taken.united.brought.renamed.iter().map(|renamed| renamed.to.as_str()).collect::<Vec<_>>(), [name]);
    assert_eq!(one.states(), other.states());
    for laptop in [&one, &other] {
        assert!(!holds(laptop.folder.path(), "payments"));
        assert_eq!(laptop.store.holding("(redacted)", 5).expect("a look").len(), 1, "it is found by what it is called");
    }
}

#[test]
fn a_preview_says_how_much_goes() {
    let (mut one, mut other, id, entry) = both_have(&format!("the password is {SECRET}, use it"));
    write(&mut other, id, &format!("it said {SECRET} here, too"));
    redact(&mut one, id, entry, Some(SECRET));
    let bundle = one.export();

    let TakenIn { united, .. } = other.preview(&bundle).expect("a preview");

    assert_eq!(united.brought.redacted_here, 2);
    assert!(holds(other.folder.path(), SECRET), "nothing is written");
    assert_eq!(other.import(&bundle).expect("it is taken in").united.brought.redacted_here, 2, "what was said is done");
}

/// A word of its own for each place, so that no two are alike.
fn word(entry: usize, at: usize) -> String {
    format!("word{entry}x{at}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// Whatever is taken out on whichever laptop, and whenever they exchange: in the end it stands on none of them, and they have the same.
    #[test]
    fn redactions_unite_in_any_order(
        turns in prop::collection::vec((0..3_usize, 0..3_usize, 0..3_usize, 0..5_usize), 1..14),
        last in Just([0_usize, 1, 2]).prop_shuffle(),
    ) {
        let mut laptops = [Laptop::new(), Laptop::new(), Laptop::new()];
        let id = declare(&mut laptops[0].store, "2026-11-23-payments").expect("it is declared").id;
        let entries: Vec<EventId> =
            (0..3).map(|entry| write(&mut laptops[0], id, &(0..4).map(|at| word(entry, at)).collect::<Vec<_>>().join(" and "))).collect();
        let begun = laptops[0].export();
        laptops[1].import(&begun).expect("it is taken in");
        laptops[2].import(&begun).expect("it is taken in");
        let mut gone = Vec::new();

        for (who, from, entry, what) in turns {
            if who != from {
                let bundle = laptops[from].export();
                laptops[who].import(&bundle).expect("it is taken in");
            } else if what == 4 {
                redact(&mut laptops[who], id, entries[entry], None);
                gone.extend((0..4).map(|at| word(entry, at)));
            } else {
                redact(&mut laptops[who], id, entries[entry], Some(&word(entry, what)));
                gone.push(word(entry, what));
            }
        }
        let all: Vec<Vec<u8>> = laptops.iter().map(Laptop::export).collect();
        for (who, laptop) in laptops.iter_mut().enumerate() {
            for from in last.iter().cycle().skip(who).take(3) {
                laptop.import(&all[*from]).expect("it is taken in");
            }
        }

        for laptop in &laptops {
            prop_assert_eq!(laptop.events(), laptops[0].events());
            prop_assert_eq!(laptop.states().to_string(), laptops[0].states().to_string());
            for word in &gone {
                prop_assert!(!holds(laptop.folder.path(), word), "{word}");
            }
        }
    }
}

/// An incident that has a line of another, since one was split.
fn repeated(laptop: &mut Laptop, from: IncidentId, entry: EventId) -> (IncidentId, EventId) {
    let id = declare(&mut laptop.store, "2026-11-23-split").expect("it is declared").id;
    let origin = Origin { incident: from, handle: "2026-11-23-payments".into(), event: entry, author: "@ana".into() };
    let text = text(laptop, from, entry);
    let body = EventBody::Entry { entry: EntryKind::Note, text, pictures: vec![], attached: None, from: Some(origin) };
    (id, laptop.store.append_entry(id, "@ana", now(), body.into()).expect("it is written"))
}

#[test]
fn words_go_from_the_lines_of_another_incident_that_repeat_them() {
    let (mut one, mut other, id, entry) = both_have(&format!("the password is {SECRET}, use it"));
    let (split, copy) = repeated(&mut other, id, entry);
    let before = other.export();
    redact(&mut one, id, entry, Some(SECRET));

    // The bundle has nothing of the other incident, and that one came from a laptop that knew of no redaction.
    let previewed = other.preview(&one.export()).expect("a preview").united.brought.redacted_here;
    let taken = other.hear(&one).united.brought.redacted_here;
    one.import(&before).expect("it is taken in");

    assert_eq!((previewed, taken), (2, 2));
    for laptop in [&one, &other] {
        assert_eq!(text(laptop, split, copy), "the password is (redacted), use it");
        assert!(!holds(laptop.folder.path(), SECRET));
    }
}
