//! The ledger grows, and what is kept beside it always says what the events say.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use rusqlite::Connection;
use sitrep_core::documents::timeline::{self, TimelineRow};
use sitrep_core::event::{Event, EventBody};
use sitrep_core::figures::IncidentRecord;
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::{IncidentId, Role, Status};
use sitrep_store::{DATABASE_FILE, Store, StoreError};
use support::story::{Step, Teller, step};
use support::{Result, declare};

fn rows(events: &[Event], incident: &Incident) -> Vec<TimelineRow> {
    timeline::rows(events, incident)
}

fn teller(folder: &tempfile::TempDir) -> std::result::Result<Teller, StoreError> {
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?.id;
    let mut teller = Teller::of(store, incident);
    teller.heed_clock()?;
    Ok(teller)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Kept facts, kept lines and what came since are what all events together say, after every step of any story.
    #[test]
    fn what_is_kept_says_what_the_events_say(steps in prop::collection::vec(step(), 1..40)) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut teller = teller(&folder).expect("a store");
        let mut seen = Seen::default();
        for step in &steps {
            teller.tell(step).expect("it is written");
            let (store, id) = (&teller.store, teller.incident);
            let folded = store.fold(id).expect("it folds");
            prop_assert_eq!(&*store.facts(id, None).expect("facts").incident, &folded);
            let records = store.records(DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC).expect("records");
            prop_assert_eq!(&records, &[IncidentRecord::of(&folded)], "what figures need");

            let all = rows(&store.events(id).expect("events"), &folded);
            let part = store.timeline_part(id, None, usize::MAX).expect("the timeline");
            prop_assert_eq!(&rows(&part.events, &folded), &all);
            prop_assert_eq!(part.total, all.len());
            seen.follow(store, id, &folded).expect("news");
            prop_assert_eq!(&seen.rows, &all, "by what came since");
            for (position, row) in all.iter().enumerate() {
                prop_assert_eq!(store.timeline_position(id, row.id).expect("a position"), Some(position));
            }
        }
    }
}

/// A window that follows a timeline by its news.
#[derive(Default)]
struct Seen {
    revision: i64,
    rows: Vec<TimelineRow>,
}

impl Seen {
    fn follow(&mut self, store: &Store, id: IncidentId, facts: &Incident) -> std::result::Result<(), StoreError> {
        let news = store.timeline_news(id, self.revision)?;
        if let Some(stale_from) = news.stale_from {
            self.rows.truncate(stale_from);
            let missing = store.timeline_part(id, Some(stale_from), news.total - stale_from)?;
            self.rows.extend(rows(&missing.events, facts));
        } else {
            self.rows.extend(rows(&news.added, facts));
        }
        self.revision = news.revision;
        Ok(())
    }
}

#[test]
fn facts_that_are_far_behind_are_moved_on_by_entries_too() -> Result {
    let folder = tempfile::tempdir()?;
    let mut teller = teller(&folder)?;
    for _ in 0..200 {
        teller.tell(&Step::Entry { minutes_ago: 0, by_itself: true })?;
    }
    let raw = Connection::open(folder.path().join(DATABASE_FILE))?;
    let behind: i64 = raw.query_row("SELECT (SELECT max(position) FROM events) - position FROM facts", [], |row| row.get(0))?;
    assert!(behind < 70, "{behind} events behind");
    assert_eq!(teller.store.facts(teller.incident, None)?.incident.entries.count(), 200);
    Ok(())
}

#[test]
fn known_facts_are_given_back_as_long_as_nothing_came() -> Result {
    let folder = tempfile::tempdir()?;
    let mut teller = teller(&folder)?;
    let known = teller.store.facts(teller.incident, None)?;
    let same = teller.store.facts(teller.incident, Some(known.clone()))?;
    assert!(Arc::ptr_eq(&known.incident, &same.incident));
    teller.tell(&Step::Role { person: "@li" })?;
    let moved = teller.store.facts(teller.incident, Some(known))?;
    assert_eq!(*moved.incident, teller.store.fold(teller.incident)?);
    Ok(())
}

#[test]
fn an_update_is_told_what_was_recorded_after_the_last_one() -> Result {
    let folder = tempfile::tempdir()?;
    let mut teller = teller(&folder)?;
    for step in [Step::Entry { minutes_ago: 0, by_itself: true }, Step::Role { person: "@li" }] {
        teller.tell(&step)?;
    }
    let after = teller.store.events(teller.incident)?.last().map(|event| event.id);
    for step in [Step::Entry { minutes_ago: 30, by_itself: true }, Step::Command { minutes_ago: 0 }, Step::Finding { minutes_ago: 0 }] {
        teller.tell(&step)?;
    }
    let (store, id) = (&teller.store, teller.incident);
    assert_eq!(store.untold(id, None, 12, TimeDelta::minutes(5))?.total, 1);
    let untold = store.untold(id, after, 12, TimeDelta::minutes(5))?;
    assert_eq!((untold.total, untold.acts.len(), untold.live_entries.len()), (1, 1, 0), "the backdated one was recorded after it");
    assert_eq!(store.untold(id, after, 12, TimeDelta::hours(1))?.live_entries.len(), 1);
    assert_eq!(store.untold(id, after, 1, TimeDelta::minutes(5))?.acts.len(), 1);
    assert_eq!(store.newest_entries(id, 10)?.len(), 2);
    Ok(())
}

#[test]
fn each_device_numbers_its_events_without_a_gap() -> Result {
    let folder = tempfile::tempdir()?;
    let mut teller = teller(&folder)?;
    for _ in 0..5 {
        teller.tell(&Step::Entry { minutes_ago: 0, by_itself: true })?;
    }
    let raw = Connection::open(folder.path().join(DATABASE_FILE))?;
    let mut statement = raw.prepare("SELECT device_index FROM events ORDER BY position")?;
    let numbers: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<std::result::Result<_, _>>()?;
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    Ok(())
}

#[test]
fn what_a_newer_sitrep_recorded_stops_nothing_else() -> Result {
    let folder = tempfile::tempdir()?;
    let mut teller = teller(&folder)?;
    let raw = Connection::open(folder.path().join(DATABASE_FILE))?;
    let insert = "INSERT INTO events (id, incident, occurred_at, recorded_at, author, device, device_index, kind, version, body)
                  SELECT ?1, incident, occurred_at, recorded_at, author, 'newer', ?2, ?3, ?4, ?5 FROM events LIMIT 1";
    raw.execute(insert, rusqlite::params!["0fffffff-ffff-7000-8000-000000000001", 1, "dreamt", 1, r#"{"of":"sheep"}"#])?;
    raw.execute(insert, rusqlite::params!["0fffffff-ffff-7000-8000-000000000002", 2, "status_changed", 2, r#"{"to":"Dreaming"}"#])?;
    teller.tell(&Step::Role { person: "@li" })?;
    let (store, id) = (&teller.store, teller.incident);
    let events = store.events(id)?;
    let kinds: Vec<_> = events
        .iter()
        .filter_map(|event| if let EventBody::FromNewer { kind } = &event.body { Some(kind.as_str()) } else { None })
        .collect();
    assert_eq!(kinds, ["dreamt", "status_changed"]);
    let facts = store.facts(id, None)?.incident;
    assert_eq!((facts.status, facts.roles.get(&Role::Scribe).map(String::as_str)), (Status::Investigating, Some("@li")));
    let shown: Vec<String> = rows(&events, &facts).into_iter().map(|row| row.text).collect();
    assert!(shown.contains(&"Recorded by a newer Sitrep, which can show it (dreamt)".to_owned()), "{shown:?}");
    Ok(())
}

#[test]
fn any_part_of_a_handle_finds_it() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    for handle in ["2026-11-23-payments-failing", "2026-11-24-search-down"] {
        declare(&mut store, handle)?;
    }
    let found = |part: &str| Ok::<_, StoreError>(store.holding(part, 20)?.into_iter().map(|row| row.summary.handle).collect::<Vec<_>>());
    assert_eq!(found("ments-f")?, ["2026-11-23-payments-failing"]);
    assert_eq!(found("2026")?.len(), 2);
    assert_eq!(found("g")?, ["2026-11-23-payments-failing"]);
    assert_eq!(found("nothing")?, Vec::<String>::new());
    Ok(())
}
