//! The store on real files.

mod support;

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use rusqlite::Connection;
use sitrep_core::event::EventBody;
use sitrep_core::incident::{Entry, Incident};
use sitrep_core::procedure::Stage;
use sitrep_core::vocabulary::{EntryKind, Severity, Status};
use sitrep_store::{Claim, DATABASE_FILE, NewEvent, Store, StoreError};
use support::{Result, declare, mode, now};

fn entry(text: &str) -> NewEvent {
    EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None }.into()
}

fn moved(incident: &Incident, to: Status) -> NewEvent {
    EventBody::StatusChanged { from: incident.status, to, reason: None }.into()
}

fn raw(folder: &Path) -> Result<Connection> {
    Ok(Connection::open(folder.join(DATABASE_FILE))?)
}

#[test]
fn what_was_written_is_read_back_as_it_was() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?;
    store.append_entry(incident.id, "@li", now(), NewEvent { occurred_at: Some(now() - TimeDelta::minutes(4)), ..entry("rolled back") })?;
    drop(store);
    let store = Store::open(folder.path())?;
    let events = store.events(incident.id)?;
    let folded = Incident::fold(&events).ok_or("no incident")?;
    assert_eq!(folded.handle, "a");
    let entry = Entry::read(&events[1], &events).ok_or("no entry")?;
    assert_eq!((entry.at, entry.text.as_str(), entry.author.as_str()), (now() - TimeDelta::minutes(4), "rolled back", "@li"));
    assert_eq!(events[1].recorded_at, now());
    Ok(())
}

#[test]
fn events_cannot_be_changed_deleted_or_replaced() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    declare(&mut store, "a")?;
    let connection = &raw(folder.path())?;
    connection.pragma_update(None, "recursive_triggers", true)?;
    for sql in [
        "UPDATE events SET author = 'x'",
        "DELETE FROM events",
        "INSERT OR REPLACE INTO events SELECT position, id, incident, 0, 0, 'x', device, device_index, kind, version, body, amends FROM events",
    ] {
        let said = connection.execute(sql, []).map_err(|error| error.to_string());
        assert!(said.as_ref().is_err_and(|error| error.contains("append-only")), "{sql}: {said:?}");
    }
    Ok(())
}

#[test]
fn files_are_for_their_owner_only() -> Result {
    let parent = tempfile::tempdir()?;
    let folder = parent.path().join("data");
    let mut store = Store::open(&folder)?;
    declare(&mut store, "a")?;
    assert_eq!(mode(&folder)?, 0o700);
    for file in fs::read_dir(&folder)? {
        let path = file?.path();
        assert_eq!(mode(&path)?, 0o600, "{}", path.display());
    }
    Ok(())
}

#[test]
fn a_decision_is_made_on_what_is_true_and_a_refusal_writes_nothing() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let id = declare(&mut store, "a")?.id;
    let refused = store.append(id, "@ana", now(), |_| Err::<Vec<NewEvent>, _>(StoreError::UnknownIncident));
    assert!(matches!(refused, Err(StoreError::UnknownIncident)));
    assert_eq!(store.events(id)?.len(), 1);
    let mut other = Store::open(folder.path())?;
    other.append_entry(id, "@li", now(), entry("from elsewhere"))?;
    let done = store.append(id, "@ana", now(), |standing| {
        assert_eq!(standing.incident.entries.count(), 1, "the other process's entry is seen");
        Ok::<_, StoreError>(vec![moved(standing.incident, Status::Identified)])
    })?;
    assert_eq!((done.facts.incident.status, done.ids.len()), (Status::Identified, 1));
    Ok(())
}

#[test]
fn what_happens_within_one_millisecond_keeps_its_order() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let id = declare(&mut store, "a")?.id;
    let statuses = [Status::Identified, Status::Mitigating, Status::Monitoring, Status::Mitigating, Status::Identified];
    for to in statuses {
        let done = store.append(id, "@ana", now(), |standing| Ok::<_, StoreError>(vec![moved(standing.incident, to)]))?;
        assert_eq!(done.facts.incident.status, to);
    }
    Ok(())
}

#[test]
fn lists_know_active_from_ended_and_the_last_touched() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let first = declare(&mut store, "a")?.id;
    let second = declare(&mut store, "b")?.id;
    store.append_entry(first, "@ana", now() + TimeDelta::minutes(1), entry("x"))?;
    let handles = |rows: Vec<sitrep_store::IncidentRow>| rows.into_iter().map(|row| row.summary.handle).collect::<Vec<_>>();
    assert_eq!(handles(store.active()?), ["a", "b"]);
    store.append(second, "@ana", now() + TimeDelta::minutes(2), |standing| {
        Ok::<_, StoreError>(vec![moved(standing.incident, Status::Resolved)])
    })?;
    assert_eq!(handles(store.active()?), ["a"]);
    assert_eq!(handles(store.unfinished()?), ["b"]);
    assert_eq!(handles(store.incidents()?), ["a", "b"]);
    Ok(())
}

#[test]
fn a_handle_is_taken_once() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    declare(&mut store, "a")?;
    let mut seen = (false, true);
    store.declare("@ana", now(), |others| {
        seen = (others.is_taken("a"), others.is_taken("b"));
        let declared = EventBody::Declared {
            handle: "b".into(),
            title: "Search down".into(),
            severity: Severity::P2,
            assessed: None,
            started_at: now(),
            security: None,
            services: vec![],
        };
        Ok::<_, StoreError>(vec![declared.into()])
    })?;
    assert_eq!(seen, (true, false));
    assert!(declare(&mut store, "a").is_err());
    Ok(())
}

#[test]
fn a_reminder_is_claimed_by_one_and_given_up_by_the_dead() -> Result {
    let folder = tempfile::tempdir()?;
    let (mut ours, mut theirs) = (Store::open(folder.path())?, Store::open(folder.path())?);
    assert_eq!(ours.claim_reminder("k", Stage::DUE, now())?, Claim::Ours);
    assert_eq!(theirs.claim_reminder("k", Stage::DUE, now())?, Claim::Held);
    let later = now() + TimeDelta::seconds(30);
    assert_eq!(theirs.claim_reminder("k", Stage::DUE, later)?, Claim::Ours, "not marked shown, so it comes again");
    assert_eq!(ours.claim_reminder("k", Stage::DUE, later + TimeDelta::seconds(30))?, Claim::Settled, "twice at most");
    assert_eq!(ours.claim_reminder("k", Stage(2), now())?, Claim::Ours);
    ours.mark_reminder_shown("k", Stage(2), now())?;
    assert_eq!(theirs.claim_reminder("k", Stage(2), later)?, Claim::Settled, "shown once is enough");
    Ok(())
}

#[test]
fn ids_tell_the_order_of_recording_also_when_the_clock_is_set_back() -> Result {
    let folder = tempfile::tempdir()?;
    let (mut ours, mut theirs) = (Store::open(folder.path())?, Store::open(folder.path())?);
    let incident = declare(&mut ours, "a")?.id;
    for (hours, text) in [(0, "first"), (24, "second"), (-1, "third"), (0, "fourth")] {
        for store in [&mut ours, &mut theirs] {
            store.append_entry(incident, "@ana", now() + TimeDelta::hours(hours), entry(text))?;
        }
    }
    let ids: Vec<_> = ours.events(incident)?.into_iter().map(|event| event.id).collect();
    let texts = ours.events(incident)?.into_iter().filter_map(|event| match event.body {
        EventBody::Entry { text, .. } => Some(text),
        _ => None,
    });
    let texts: Vec<_> = texts.collect();
    assert_eq!(texts, ["first", "first", "second", "second", "third", "third", "fourth", "fourth"]);
    assert!(ids.is_sorted_by(|one, next| one < next));
    // Another computer's event, recorded by a clock that is centuries ahead.
    raw(folder.path())?.execute(
        "INSERT INTO events (id, incident, occurred_at, recorded_at, author, device, device_index, kind, body)
         SELECT '0fffffff-ffff-7000-8000-000000000000', incident, occurred_at, recorded_at, author, 'another', 1, kind, body FROM events LIMIT 1",
        [],
    )?;
    let next = ours.append_entry(incident, "@ana", now(), entry("last"))?;
    assert_eq!(ours.events(incident)?.last().map(|event| event.id), Some(next));
    Ok(())
}

#[test]
fn a_database_of_the_first_schema_is_taken_over() -> Result {
    let folder = tempfile::tempdir()?;
    let old = raw(folder.path())?;
    old.execute_batch(include_str!("../src/migrations/01-events.sql"))?;
    old.pragma_update(None, "user_version", 1)?;
    old.pragma_update(None, "application_id", 0x5369_7472)?;
    let insert = "INSERT INTO events (id, incident, occurred_at, recorded_at, author, device, kind, body) VALUES (?1, ?2, ?3, ?3, '@ana', 'd', ?4, ?5)";
    let incident = "019aaaaa-0000-7000-8000-000000000000";
    let millis = now().timestamp_millis();
    let declared = r#"{"handle":"a","title":"Payments","severity":"P1","started_at":"2026-11-23T14:00:00Z","security":null,"services":[]}"#;
    let snoozed = r#"{"deadline":"update","audience":"internal","until":"2026-11-23T14:05:00Z","reason":null}"#;
    old.execute(insert, rusqlite::params!["019aaaaa-0000-7000-8000-000000000001", incident, millis, "declared", declared])?;
    old.execute(insert, rusqlite::params!["019aaaaa-0000-7000-8000-000000000002", incident, millis, "snoozed", snoozed])?;
    let summary = r#"{"handle":"a","title":"Payments","severity":"P1","status":"Investigating","started_at":"2026-11-23T14:00:00Z","declared_at":"2026-11-23T14:00:00Z","resolved_at":null,"security":false,"services":[],"roles":{"incident_commander":null,"technical_lead":null,"communications_lead":null,"scribe":null},"channel":"incident-a"}"#;
    old.execute(
        "INSERT INTO incidents (id, handle, summary, touched_at) VALUES (?1, 'a', ?2, ?3)",
        rusqlite::params![incident, summary, millis],
    )?;
    drop(old);
    let mut store = Store::open(folder.path())?;
    let row = store.active()?.into_iter().next().ok_or("no incident")?;
    assert_eq!((row.summary.handle.as_str(), row.open_duties), ("a", 0));
    let after = store.append(row.id, "@ana", now(), |_| Ok::<_, StoreError>(vec![EventBody::Acknowledged.into()]))?;
    assert_eq!(after.facts.incident.acknowledged_at, Some(now()));
    Ok(())
}

#[test]
fn drafts_and_settings_are_kept() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    store.save_draft("quick", "half a thou")?;
    store.set_settings(&[("author", "@ana")])?;
    drop(store);
    let mut store = Store::open(folder.path())?;
    assert_eq!(store.draft("quick")?, "half a thou");
    assert_eq!(store.setting("author")?.as_deref(), Some("@ana"));
    store.save_draft("quick", "")?;
    assert_eq!(store.draft("quick")?, "");
    Ok(())
}

#[test]
fn a_newer_schema_is_refused_by_name_and_left_alone() -> Result {
    let folder = tempfile::tempdir()?;
    drop(Store::open(folder.path())?);
    raw(folder.path())?.pragma_update(None, "user_version", 99)?;
    let before = fs::read(folder.path().join(DATABASE_FILE))?;
    assert!(matches!(Store::open(folder.path()), Err(StoreError::Newer { found: 99, .. })));
    assert_eq!(fs::read(folder.path().join(DATABASE_FILE))?, before);
    Ok(())
}

#[test]
fn a_file_that_is_not_ours_is_refused_and_left_alone() -> Result {
    let foreign = tempfile::tempdir()?;
    raw(foreign.path())?.execute("CREATE TABLE theirs (x)", [])?;
    assert!(matches!(Store::open(foreign.path()), Err(StoreError::NotOurs(_))));
    let text = tempfile::tempdir()?;
    fs::write(text.path().join(DATABASE_FILE), "this is a letter to my landlord, and long enough to have a page of its own".repeat(20))?;
    assert!(matches!(Store::open(text.path()), Err(StoreError::NotOurs(_))));
    assert!(fs::read_to_string(text.path().join(DATABASE_FILE))?.starts_with("this is a letter"));
    Ok(())
}

#[test]
fn a_locked_database_says_so() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let id = declare(&mut store, "a")?.id;
    let other = raw(folder.path())?;
    other.execute_batch("BEGIN EXCLUSIVE")?;
    let refused = store.append_entry(id, "@ana", now(), entry("x"));
    assert!(matches!(refused, Err(StoreError::Locked(_))), "{refused:?}");
    other.execute_batch("ROLLBACK")?;
    store.append_entry(id, "@ana", now(), entry("x"))?;
    Ok(())
}

#[test]
fn words_are_kept_as_seen_and_older_ones_are_read_so() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?.id;
    store.append_entry(incident, "@a\u{202e}na", now(), entry("sent\u{202e}gnorw"))?;

    let by_hand = raw(folder.path())?;
    let (body, author): (String, String) =
        by_hand.query_row("SELECT body, author FROM events WHERE kind = 'entry'", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    assert!(body.contains("sentgnorw") && author == "@ana", "{body} by {author}");

    by_hand.execute(
        "INSERT INTO events (id, incident, occurred_at, recorded_at, author, device, device_index, kind, body)
         SELECT '0fffffff-ffff-7000-8000-000000000000', incident, occurred_at, recorded_at, ?1, 'another', 1, kind, ?2 FROM events
         WHERE kind = 'entry'",
        ["@b\u{202e}o", "{\"entry\":\"note\",\"text\":\"old\u{202e}er \\u001b[31mred\"}"],
    )?;
    by_hand.execute("UPDATE incidents SET summary = replace(summary, 'Payments', ?1)", ["Pay\u{202e}ments"])?;
    let last = store.events(incident)?.pop().ok_or("no event")?;
    assert_eq!((last.author.as_str(), last.body), ("@bo", entry("older red").body));
    assert_eq!(store.incident(incident)?.summary.title, "Payments failing");
    Ok(())
}
