//! The clock of a device is set while something goes on.

mod support;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::{ClockReading, EventBody};
use sitrep_core::procedure::Stage;
use sitrep_core::text::key_stamp;
use sitrep_core::vocabulary::{EntryKind, Status};
use sitrep_store::{Claim, NewEvent, Store};
use support::{Result, declare, now};

fn reading(passed: TimeDelta, wall: DateTime<Utc>) -> ClockReading {
    ClockReading { boot: "one".into(), uptime: passed.num_milliseconds(), wall }
}

fn entry(text: &str) -> NewEvent {
    EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None }.into()
}

fn minutes(minutes: i64) -> TimeDelta {
    TimeDelta::minutes(minutes)
}

#[test]
fn of_two_processes_that_see_a_jump_one_records_it() -> Result {
    let folder = tempfile::tempdir()?;
    let mut stores = [Store::open(folder.path())?, Store::open(folder.path())?];
    for store in &mut stores {
        store.heed_clock(&reading(minutes(0), now()), "@ana")?;
    }
    let id = declare(&mut stores[0], "a")?.id;
    let resolved = declare(&mut stores[0], "b")?.id;

    for store in &mut stores {
        store.heed_clock(&reading(minutes(10), now() - minutes(50)), "@ana")?;
    }

    for incident in [id, resolved] {
        let events = stores[1].events(incident)?;
        assert_eq!(events.len(), 2, "{events:#?}");
        assert_eq!(events[1].body, EventBody::ClockSet { millis: -3_600_000 });
        assert_eq!((events[0].occurred_at, events[1].occurred_at), (now() - minutes(60), now() - minutes(50)));
        let facts = stores[1].facts(incident, None)?.incident;
        assert_eq!((facts.started_at, facts.declared_at), (now() - minutes(60), now() - minutes(60)));
        assert_eq!(stores[0].incident(incident)?.summary, facts.summary());
    }
    Ok(())
}

#[test]
fn the_incident_that_people_are_at_stays_the_same() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    store.heed_clock(&reading(minutes(0), now()), "@ana")?;
    let (first, second) = (declare(&mut store, "a")?.id, declare(&mut store, "b")?.id);
    store.append_entry(second, "@ana", now() + minutes(5), entry("seen"))?;

    let back = now() - minutes(50);
    store.heed_clock(&reading(minutes(10), back), "@ana")?;
    assert_eq!(store.last_active()?.map(|row| row.id), Some(second), "a jump moves nobody");

    store.append_entry(first, "@ana", back + minutes(1), entry("seen"))?;
    assert_eq!(store.last_active()?.map(|row| row.id), Some(first));
    Ok(())
}

#[test]
fn another_start_of_the_computer_tells_nothing_but_what_was_recorded() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let id = declare(&mut store, "a")?.id;
    let started = |boot: &str, wall| ClockReading { boot: boot.into(), ..reading(minutes(1), wall) };

    store.heed_clock(&started("two", now() + minutes(600)), "@ana")?;
    assert_eq!(store.events(id)?.len(), 1, "it may have been off");

    store.heed_clock(&started("three", now() - minutes(30)), "@ana")?;
    assert_eq!(store.facts(id, None)?.incident.declared_at, now() - minutes(30), "no later than now");
    Ok(())
}

#[test]
fn what_is_done_with_stays_as_it_was_recorded() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    store.heed_clock(&reading(minutes(0), now()), "@ana")?;
    let id = declare(&mut store, "a")?.id;
    let end = EventBody::StatusChanged { from: Status::Investigating, to: Status::Resolved, reason: None };
    for body in [end, EventBody::ReviewPublished] {
        store.append(id, "@ana", now(), |_| Ok::<_, sitrep_store::StoreError>(vec![body.into()]))?;
    }

    store.heed_clock(&reading(minutes(10), now() - minutes(50)), "@ana")?;

    assert_eq!(store.events(id)?.len(), 3);
    Ok(())
}

#[test]
fn a_reminder_that_was_shown_was_shown_by_any_clock() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    store.heed_clock(&reading(minutes(0), now()), "@ana")?;
    declare(&mut store, "a")?;
    let key = |at: DateTime<Utc>| format!("a/update/{}", key_stamp(at));
    assert_eq!(store.claim_reminder(&key(now()), Stage::DUE, now())?, Claim::Ours);
    store.mark_reminder_shown(&key(now()), Stage::DUE, now())?;

    store.heed_clock(&reading(minutes(10), now() - minutes(50)), "@ana")?;

    assert_eq!(store.claim_reminder(&key(now() - minutes(60)), Stage::DUE, now())?, Claim::Settled);
    Ok(())
}
