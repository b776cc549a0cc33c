//! The union: the same state and the same bytes of JSON on each laptop.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use proptest::prelude::*;
use serde_json::Value;
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{EntryKind, IncidentId};
use sitrep_store::{DATABASE_FILE, Store};

use super::support::bundle::{Laptop, Written};
use super::support::story::{Step, Teller, step};
use super::support::{declare, now};

/// What is done next in the course of an exchange: by one of three laptops, or from one to another.
#[derive(Debug, Clone)]
enum Turn {
    Tell { who: usize, step: Step },
    Hear { who: usize, from: usize },
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let turn = prop_oneof![
        4 => (0..3_usize, step()).prop_map(|(who, step)| Turn::Tell { who, step }),
        1 => (0..3_usize, 0..3_usize).prop_map(|(who, from)| Turn::Hear { who, from }),
    ];
    prop::collection::vec(turn, 1..40)
}

/// A laptop on which a story is told.
struct Desk {
    laptop: Laptop,
    teller: Option<Teller>,
}

impl Desk {
    fn new() -> Self {
        Self { laptop: Laptop::new(), teller: None }
    }

    fn tell(&mut self, step: &Step) {
        if let Some(teller) = &mut self.teller {
            teller.tell(step).expect("it is told");
        }
    }

    fn hear(&mut self, bundle: &[u8], clock: TimeDelta) {
        self.laptop.import(bundle).expect("it is taken in");
        let Some(row) = self.laptop.store.incidents().expect("incidents").pop() else { return };
        let events = self.laptop.store.events(row.id).expect("events");
        let of = |wanted: fn(&EventBody) -> bool| events.iter().filter(|event| wanted(&event.body)).map(|event| event.id).collect();
        let folder = self.laptop.folder.path();
        let teller = self.teller.get_or_insert_with(|| {
            let mut teller = Teller::of(Store::open(folder).expect("a store"), row.id);
            teller.now += clock;
            teller.heed_clock().expect("its clock");
            teller
        });
        teller.entries = of(|body| matches!(body, EventBody::Entry { .. }));
        teller.findings = of(|body| matches!(body, EventBody::FindingAdded { .. }));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Three laptops with clocks of their own go on with one incident and exchange what they have, as it comes.
    #[test]
    fn whatever_three_laptops_exchange_they_have_the_same(turns in turns(), last in Just([0_usize, 1, 2]).prop_shuffle()) {
        let mut desks = [Desk::new(), Desk::new(), Desk::new()];
        declare(&mut desks[0].laptop.store, "2026-11-23-payments").expect("it is declared");
        let clocks = [TimeDelta::zero(), TimeDelta::minutes(7), TimeDelta::minutes(-20)];
        let begun = desks[0].laptop.export();
        for (desk, clock) in desks.iter_mut().zip(clocks) {
            desk.hear(&begun, clock);
        }

        for turn in &turns {
            match turn {
                Turn::Tell { who, step } => desks[*who].tell(step),
                Turn::Hear { who, from } => {
                    let bundle = desks[*from].laptop.export();
                    desks[*who].hear(&bundle, clocks[*who]);
                }
            }
        }
        let all: Vec<Vec<u8>> = desks.iter().map(|desk| desk.laptop.export()).collect();
        for (who, desk) in desks.iter_mut().enumerate() {
            for from in last.iter().cycle().skip(who).take(3) {
                desk.hear(&all[*from], clocks[who]);
            }
        }

        let (states, events) = (desks[0].laptop.states(), desks[0].laptop.events());
        let bundle = desks[0].laptop.export();
        for desk in &desks[1..] {
            prop_assert_eq!(desk.laptop.states().to_string(), states.to_string());
            prop_assert_eq!(&desk.laptop.events(), &events);
            prop_assert!(desk.laptop.export() == bundle, "the same events make the same file");
        }
    }

    /// The events of one story, dealt to three devices and cut into parts at random, some of them twice.
    #[test]
    fn any_split_in_any_order_is_the_whole(
        steps in prop::collection::vec(step(), 1..30),
        devices in prop::collection::vec(0..3_usize, 40),
        parts in prop::collection::vec(1..8_u8, 40),
        order in Just(vec![0_usize, 1, 2, 0, 1]).prop_shuffle(),
    ) {
        let whole = dealt(&a_story(&steps), &devices);
        let events = whole.events();
        let part = |which: usize| {
            let is_in = |(at, event): &(usize, &Value)| event["kind"] == "declared" || parts[at % 40] & (1 << which) != 0;
            whole.with_events(&events.iter().enumerate().filter(is_in).map(|(_, event)| event.clone()).collect::<Vec<_>>()).bytes()
        };
        let mut at_once = Laptop::new();
        at_once.import(&whole.bytes()).expect("it is taken in");
        let mut in_parts = Laptop::new();

        for which in order.iter().chain(&[0, 1, 2]) {
            in_parts.import(&part(*which)).expect("it is taken in");
            in_parts.states();
        }

        prop_assert_eq!(in_parts.states().to_string(), at_once.states().to_string());
        prop_assert_eq!(in_parts.events(), at_once.events());
    }
}

fn a_story(steps: &[Step]) -> Written {
    let mut laptop = Laptop::new();
    let id = declare(&mut laptop.store, "2026-11-23-payments").expect("it is declared").id;
    let mut teller = Teller::of(Store::open(laptop.folder.path()).expect("a store"), id);
    teller.heed_clock().expect("its clock");
    for step in steps {
        teller.tell(step).expect("it is told");
    }
    Written::of(&laptop.export())
}

/// The same events as if three devices had recorded them, each counting its own.
fn dealt(story: &Written, devices: &[usize]) -> Written {
    let mut counts = [0_i64; 3];
    let dealt: Vec<Value> = story
        .events()
        .into_iter()
        .enumerate()
        .map(|(at, mut event)| {
            let device = devices[at % devices.len()];
            counts[device] += 1;
            event["device"] = format!("00000000-0000-4000-8000-00000000000{device}").into();
            event["device_index"] = counts[device].into();
            event
        })
        .collect();
    story.with_events(&dealt)
}

#[test]
fn twice_is_once_and_writes_nothing() {
    let mut one = Laptop::new();
    let id = declare(&mut one.store, "2026-11-23-payments").expect("it is declared").id;
    let bundle = one.export();
    let mut other = Laptop::new();
    let first = other.import(&bundle).expect("it is taken in");
    assert_eq!((first.united.brought.events_new, first.united.brought.events_known), (1, 0));
    let before: i64 = other.raw().query_row("PRAGMA data_version", [], |row| row.get(0)).expect("its version");
    let (state, restored) = (other.state(id), other.store.setting("restored").expect("a setting"));

    let again = other.import(&bundle).expect("it is taken in");

    assert_eq!((again.united.brought.events_new, again.united.brought.events_known), (0, 1));
    assert_eq!((other.state(id), other.store.setting("restored").expect("a setting")), (state, restored), "nobody has to look anew");
    let after: i64 = other.raw().query_row("PRAGMA data_version", [], |row| row.get(0)).expect("its version");
    assert_eq!(before, after);
}

#[test]
fn what_a_newer_sitrep_recorded_travels_to_the_byte() {
    let mut one = Laptop::new();
    declare(&mut one.store, "2026-11-23-payments").expect("it is declared");
    let written = Written::of(&one.export());
    let mut events = written.events();
    let mut newer = events[0].clone();
    newer["id"] = "019aaaaa-0000-7000-8000-000000000001".into();
    newer["device_index"] = 2.into();
    newer["kind"] = "dreamt".into();
    newer["version"] = 3.into();
    newer["body"] = "{ \"of\" : \"sheep\",\n \"n\":1.50 }".into();
    events.push(newer);
    events.sort_by_key(|event| event["id"].to_string());
    let (mut other, mut third) = (Laptop::new(), Laptop::new());

    let taken = other.import(&written.with_events(&events).bytes()).expect("it is taken in");
    third.hear(&other);

    assert_eq!(taken.united.brought.from_newer, 1);
    assert!(third.events().iter().any(|event| event.ends_with("{ \"of\" : \"sheep\",\n \"n\":1.50 }")), "{:#?}", third.events());
    assert_eq!(third.states(), other.states());
}

/// Before jumps of clocks were recorded, they were found in the times of what was.
#[test]
fn what_was_recorded_by_an_early_sitrep_reads_the_same_elsewhere() {
    for schema in [3, 4, 5] {
        let mut one = Laptop::new();
        drop(one.store);
        let old = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/schemas/{schema}.db"));
        std::fs::copy(old, one.folder.path().join(DATABASE_FILE)).expect("the old file");
        one.store = Store::open(one.folder.path()).expect("a store");
        let jumps: i64 = one.raw().query_row("SELECT count(*) FROM clock_jumps", [], |row| row.get(0)).expect("its jumps");
        assert!(jumps > 0, "schema {schema} has a clock that was set");
        for row in one.store.incidents().expect("incidents") {
            // What lists show is as this Sitrep keeps it once something is written.
            let opened = |_: &sitrep_store::Standing<'_>| Ok::<_, sitrep_store::StoreError>(vec![EventBody::ChannelOpened.into()]);
            one.store.append(row.id, "@ana", now(), opened).expect("it is written");
        }
        let (mut other, mut third) = (Laptop::new(), Laptop::new());

        other.hear(&one);
        third.hear(&other);
        third.hear(&one);

        for laptop in [&other, &third] {
            assert_eq!(laptop.states().to_string(), one.states().to_string());
            assert_eq!(laptop.export(), one.export());
        }
    }
}

#[test]
fn a_laptop_goes_on_with_its_own_numbers_when_its_events_come_back() {
    let mut one = Laptop::new();
    let id = declare(&mut one.store, "2026-11-23-payments").expect("it is declared").id;
    let mut other = Laptop::new();
    other.hear(&one);

    one.hear(&other);
    note(&mut one, id, "goes on");

    let own: Vec<(String, i64)> = numbers(&one);
    assert_eq!(own.iter().map(|(_, number)| *number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(own.iter().map(|(device, _)| device).collect::<BTreeSet<_>>().len(), 1, "one device");
    assert_eq!(one.store.highest_numbers().expect("numbers").into_values().collect::<Vec<_>>(), [2]);
}

#[test]
fn an_older_copy_of_a_data_folder_counts_as_another_device_once_its_later_events_come() {
    let mut one = Laptop::new();
    let id = declare(&mut one.store, "2026-11-23-payments").expect("it is declared").id;
    let older = std::fs::read(one.file(DATABASE_FILE)).expect("the file");
    drop(std::mem::replace(&mut one.store, Store::open(one.folder.path()).expect("a store")));
    note(&mut one, id, "recorded after the copy");
    let mut copy = Laptop::new();
    drop(copy.store);
    std::fs::write(copy.folder.path().join(DATABASE_FILE), older).expect("the older file");
    copy.store = Store::open(copy.folder.path()).expect("a store");
    if copy.store.incidents().expect("incidents").is_empty() {
        // What was in the log alone was not copied.
        return;
    }

    copy.hear(&one);
    note(&mut copy, id, "recorded by the copy");
    one.hear(&copy);

    let devices: BTreeSet<String> = numbers(&one).into_iter().map(|(device, _)| device).collect();
    assert_eq!(devices.len(), 2, "{devices:?}");
    assert_eq!(one.states(), copy.states());
}

#[test]
fn what_is_written_without_a_name_goes_where_it_went_before() {
    let (mut one, mut other) = (Laptop::new(), Laptop::new());
    let at_work = declare(&mut one.store, "2026-11-23-payments").expect("it is declared").id;
    let id = declare(&mut other.store, "2026-11-23-search").expect("it is declared").id;
    for minutes in 1..5 {
        let entry = EventBody::Entry { entry: EntryKind::Note, text: "seen".into(), pictures: vec![], attached: None, from: None };
        other.store.append_entry(id, "@li", now() + TimeDelta::minutes(minutes), entry.into()).expect("it is written");
    }

    one.hear(&other);

    assert_eq!(one.store.last_active().expect("the last").map(|row| row.id), Some(at_work));
    assert_eq!(one.store.active().expect("those that go on").len(), 2);
}

pub fn note(laptop: &mut Laptop, id: IncidentId, text: &str) {
    let entry = EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None };
    laptop.store.append_entry(id, "@ana", now() + TimeDelta::minutes(1), entry.into()).expect("it is written");
}

fn numbers(laptop: &Laptop) -> Vec<(String, i64)> {
    let raw = laptop.raw();
    let mut statement = raw.prepare("SELECT device, device_index FROM events ORDER BY position").expect("the events");
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("the events").collect::<Result<_, _>>().expect("the events")
}
