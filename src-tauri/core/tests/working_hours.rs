//! What can wait for the morning is not rung for at night (seed: Severity Levels, P3), and what comes daily keeps its hour.

mod support;

use std::collections::BTreeMap;
use std::error::Error;

use chrono::{DateTime, Timelike, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::reminder::stage_at;
use sitrep_core::procedure::{Stage, deadlines};
use sitrep_core::team::{EffectivePolicy, Policy};
use sitrep_core::vocabulary::{DeadlineKind, Lowering, Severity, SeverityCause, UpdateKind};
use support::{Story, at, policy, sent};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// Stories begin on a Monday at 14:00 UTC; this is the Friday after, 18:30.
const FRIDAY_EVENING: i64 = 4 * 24 * 60 + 4 * 60 + 30;

/// When something rings within `days` of `from`, and for what.
fn rings(incident: &Incident, policy: &Policy, from: i64, days: i64) -> Vec<(DateTime<Utc>, DeadlineKind)> {
    let mut said: BTreeMap<String, Stage> = BTreeMap::new();
    let mut rings = vec![];
    for now in (from..from + days * 24 * 60).map(at) {
        for deadline in deadlines(incident, policy, now).iter().filter(|deadline| deadline.is_open()) {
            let Some(stage) = stage_at(deadline, policy, now) else { continue };
            if said.get(&deadline.key).is_none_or(|before| *before < stage) {
                said.insert(deadline.key.clone(), stage);
                rings.push((now, deadline.kind));
            }
        }
    }
    rings
}

fn declared_on_friday(severity: Severity) -> Result<Incident> {
    let mut story = Story::declared(severity);
    for event in &mut story.events {
        event.occurred_at = at(FRIDAY_EVENING);
        event.recorded_at = at(FRIDAY_EVENING);
    }
    Ok(story.fold().ok_or("no declaration")?)
}

fn is_working(at: DateTime<Utc>) -> bool {
    use chrono::Datelike;
    at.weekday().num_days_from_monday() < 5 && (9..17).contains(&at.hour()) || at.hour() == 17 && at.minute() == 0
}

#[test]
fn a_p3_of_friday_evening_waits_for_monday_and_then_thins_out() -> Result {
    let rings = rings(&declared_on_friday(Severity::P3)?, &policy()?, FRIDAY_EVENING, 7);
    assert!(rings.iter().all(|(at, _)| is_working(*at)), "{rings:?}");
    let first = rings.first().ok_or("it never rang")?.0;
    assert_eq!(first.to_rfc3339(), "2026-11-30T09:00:00+00:00", "Monday, when work begins");
    let days = [DeadlineKind::ImpactAssessment, DeadlineKind::Update, DeadlineKind::Response];
    for kind in days {
        let count = rings.iter().filter(|(_, of)| *of == kind).count();
        assert!((4..=11).contains(&count), "{kind:?} rang {count} times in a week's work: {rings:?}");
    }
    let last_day = rings.iter().filter(|(when, _)| *when > at(FRIDAY_EVENING + 6 * 24 * 60)).count();
    assert!(last_day <= 4, "{last_day} on the fifth day");
    Ok(())
}

#[test]
fn what_is_or_was_worse_rings_by_night() -> Result {
    for severity in [Severity::P0, Severity::P1, Severity::P2] {
        let rings = rings(&declared_on_friday(severity)?, &policy()?, FRIDAY_EVENING, 2);
        assert!(rings.iter().any(|(at, _)| at.hour() < 6), "{severity}");
    }
    let lowering = |lowering| EventBody::SeverityChanged {
        from: Severity::P1,
        to: Severity::P3,
        cause: SeverityCause::Assessment,
        reason: Some("traffic is back".into()),
        lowering,
    };
    for (kind, by_night) in [(Lowering::GotBetter, true), (Lowering::NeverWas, false)] {
        let story = Story::declared(Severity::P1).then(1, lowering(kind));
        let rings = rings(&story.fold().ok_or("no declaration")?, &policy()?, 2, 2);
        assert_eq!(rings.iter().any(|(at, _)| !is_working(*at)), by_night, "{kind:?}: {rings:?}");
    }
    Ok(())
}

#[test]
fn what_somebody_set_for_tonight_rings_tonight() -> Result {
    let timebox = EventBody::TimeboxSet { text: "Restart the job".into(), until: at(6 * 60 + 30) };
    let story = Story::declared(Severity::P3).then(6 * 60, timebox);
    let rings = rings(&story.fold().ok_or("no declaration")?, &policy()?, 6 * 60, 1);
    assert!(rings.contains(&(at(6 * 60 + 30), DeadlineKind::Timebox)), "{rings:?}");
    Ok(())
}

#[test]
fn nothing_worse_than_a_p3_can_be_told_to_wait() -> Result {
    let refused = EffectivePolicy::with("[severity.P2]\nreminds_in_working_hours = true").err().ok_or("it was taken")?;
    assert!(format!("{refused:?}").contains("reminds_in_working_hours"), "{refused:?}");
    let by_night = EffectivePolicy::with("[severity.P3]\nreminds_in_working_hours = false")?.policy;
    let rings = rings(&declared_on_friday(Severity::P3)?, &by_night, FRIDAY_EVENING, 1);
    assert!(rings.iter().any(|(at, _)| !is_working(*at)));
    Ok(())
}

#[test]
fn a_daily_update_keeps_its_hour_when_the_clocks_change() -> Result {
    for (zone, sent_at, due) in [
        ("Europe/Berlin", "2027-03-27T08:00:00Z", "2027-03-28T07:00:00Z"),
        ("Europe/Berlin", "2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z"),
        ("America/New_York", "2027-03-13T14:00:00Z", "2027-03-14T13:00:00Z"),
        ("UTC", "2027-03-27T08:00:00Z", "2027-03-28T08:00:00Z"),
    ] {
        let policy = EffectivePolicy::with(&format!("[business]\ntime_zone = \"{zone}\""))?.policy;
        let sent_at = DateTime::parse_from_rfc3339(sent_at)?.to_utc();
        let minute = (sent_at - at(0)).num_minutes();
        let incident = Story::declared(Severity::P3).then(minute, sent(UpdateKind::Initial)).fold().ok_or("no declaration")?;
        let update = deadlines(&incident, &policy, sent_at).into_iter().find(|deadline| deadline.kind == DeadlineKind::Update);
        assert_eq!(update.map(|update| update.due_at), Some(DateTime::parse_from_rfc3339(due)?.to_utc()), "{zone} {sent_at}");
    }
    Ok(())
}
