//! Deadlines come from facts (seed: Severity Levels, Escalation Rules).

mod support;

use std::error::Error;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::procedure::reminder::{next_at, stage_at};
use sitrep_core::procedure::{ClockLevel, Deadline, DeadlineClock, DeadlineState, Stage, deadlines, next_update_due};
use sitrep_core::team::EffectivePolicy;
use sitrep_core::vocabulary::{Audience, DeadlineKind, ImpactQuestion, Role, Severity, SeverityCause, Status, UpdateKind};
use support::{Story, at, policy, sent};

type Result = std::result::Result<(), Box<dyn Error>>;

fn find(story: &Story, kind: DeadlineKind, now: DateTime<Utc>) -> std::result::Result<Option<Deadline>, Box<dyn Error>> {
    let incident = story.fold().ok_or("no declaration")?;
    Ok(deadlines(&incident, &policy()?, now).into_iter().find(|deadline| deadline.kind == kind))
}

fn due(story: &Story, kind: DeadlineKind) -> std::result::Result<Option<DateTime<Utc>>, Box<dyn Error>> {
    Ok(find(story, kind, at(1))?.map(|deadline| deadline.due_at))
}

#[test]
fn each_severity_has_the_seeds_times() -> Result {
    for (severity, response, update, escalation) in [
        (Severity::P0, at(15), at(15), None),
        (Severity::P1, at(30), at(30), Some(at(120))),
        (Severity::P2, at(120), at(120), Some(at(240))),
        // Declared on Monday at 14:00: the end of Tuesday.
        (Severity::P3, at(27 * 60), at(1440), None),
    ] {
        let story = Story::declared(severity);
        assert_eq!(due(&story, DeadlineKind::Response)?, Some(response), "{severity}");
        assert_eq!(due(&story, DeadlineKind::Update)?, Some(update), "{severity}");
        assert_eq!(due(&story, DeadlineKind::Escalation)?, escalation, "{severity}");
        assert_eq!(due(&story, DeadlineKind::ImpactAssessment)?, Some(at(5)), "{severity}");
    }
    Ok(())
}

#[test]
fn a_sent_update_restarts_the_clock_and_taking_it_back_restores_it() -> Result {
    let story = Story::declared(Severity::P1).then(20, sent(UpdateKind::Initial));
    assert_eq!(due(&story, DeadlineKind::Update)?, Some(at(50)));
    let back = story.amending(22, 1, EventBody::UpdateTakenBack);
    assert_eq!(due(&back, DeadlineKind::Update)?, Some(at(30)));
    Ok(())
}

#[test]
fn customers_have_a_cadence_of_their_own_once_they_have_heard() -> Result {
    let story = Story::declared(Severity::P2).then(20, sent(UpdateKind::Customer));
    let incident = story.fold().ok_or("no declaration")?;
    let updates: Vec<_> = deadlines(&incident, &policy()?, at(21))
        .into_iter()
        .filter(|deadline| deadline.kind == DeadlineKind::Update)
        .map(|deadline| (deadline.audience, deadline.due_at))
        .collect();
    assert_eq!(
        updates,
        [(Some(sitrep_core::vocabulary::Audience::Customers), at(80)), (Some(sitrep_core::vocabulary::Audience::Internal), at(120))]
    );
    Ok(())
}

#[test]
fn escalation_runs_from_entering_the_severity() -> Result {
    let up = EventBody::SeverityChanged {
        from: Severity::P2,
        to: Severity::P1,
        cause: SeverityCause::Escalation,
        reason: None,
        lowering: Default::default(),
    };
    let story = Story::declared(Severity::P2).then(240, up);
    assert_eq!(due(&story, DeadlineKind::Escalation)?, Some(at(360)));
    Ok(())
}

#[test]
fn a_snooze_silences_and_never_moves_the_due_time() -> Result {
    let story = Story::declared(Severity::P1);
    let running = find(&story, DeadlineKind::Update, at(26))?.ok_or("no update deadline")?;
    let snooze = |until| EventBody::Snoozed {
        key: running.key.clone(),
        deadline: running.kind,
        audience: running.audience,
        until,
        reason: None,
        not_yet: false,
    };
    let for_good = find(&story.clone().then(26, snooze(None)), DeadlineKind::Update, at(300))?.ok_or("no update deadline")?;
    assert_eq!((for_good.state, stage_at(&for_good, &policy()?, at(300))), (DeadlineState::Snoozed, None));
    let ended = find(&story.clone().then(26, snooze(None)).then(27, snooze(Some(at(27)))), DeadlineKind::Update, at(28))?
        .ok_or("no update deadline")?;
    assert_eq!(ended.state, DeadlineState::Warning, "the last word counts");
    let story = story.then(26, snooze(Some(at(31))));
    let snoozed = find(&story, DeadlineKind::Update, at(28))?.ok_or("no update deadline")?;
    assert_eq!((snoozed.state, snoozed.due_at), (DeadlineState::Snoozed, at(30)));
    assert_eq!(stage_at(&snoozed, &policy()?, at(28)), None);
    let over = find(&story, DeadlineKind::Update, at(32))?.ok_or("no update deadline")?;
    assert_eq!(over.state, DeadlineState::Overdue);
    assert_eq!(stage_at(&over, &policy()?, at(32)), Some(Stage::DUE));
    let next = find(&story.then(33, sent(UpdateKind::Initial)), DeadlineKind::Update, at(34))?.ok_or("no update deadline")?;
    assert_eq!(next.state, DeadlineState::Running, "a snooze belongs to one deadline");
    Ok(())
}

#[test]
fn after_resolution_only_the_watch_and_the_review_are_due() -> Result {
    for (severity, hours) in
        [(Severity::P0, Some((24, 48))), (Severity::P1, Some((24, 48))), (Severity::P2, Some((4, 168))), (Severity::P3, None)]
    {
        let story = Story::declared(severity).status(90, Status::Investigating, Status::Resolved);
        let incident = story.fold().ok_or("no declaration")?;
        let left: Vec<_> = deadlines(&incident, &policy()?, at(91)).into_iter().map(|deadline| (deadline.kind, deadline.due_at)).collect();
        let due = |kind, hours| (kind, at(90) + TimeDelta::hours(hours));
        let expected =
            hours.map_or(vec![], |(watch, review)| vec![due(DeadlineKind::Recurrence, watch), due(DeadlineKind::Review, review)]);
        assert_eq!(left, expected, "{severity}");
    }
    Ok(())
}

#[test]
fn the_watch_for_recurrence_asks_once_and_hurries_nobody() -> Result {
    let policy = policy()?;
    let resolved = || Story::declared(Severity::P2).status(90, Status::Investigating, Status::Resolved);
    let watch = |story: &Story, minute| find(story, DeadlineKind::Recurrence, at(minute));
    let over = 90 + 4 * 60;
    let states = [over - 1, over, over + 600].map(|minute| watch(&resolved(), minute));
    let states: Vec<_> = states.into_iter().collect::<std::result::Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    assert_eq!(
        states.iter().map(|one| one.state).collect::<Vec<_>>(),
        [DeadlineState::Running, DeadlineState::Warning, DeadlineState::Warning]
    );
    assert!(states.iter().all(|one| !one.is_late(at(over + 600))), "nobody is late with it");
    let asks: Vec<_> = [over - 1, over, over + 1, over + 6000]
        .iter()
        .zip([&states[0], &states[1], &states[1], &states[2]])
        .map(|(minute, one)| (stage_at(one, &policy, at(*minute)), next_at(one, &policy, at(*minute))))
        .collect();
    assert_eq!(asks, [(None, Some(at(over))), (Some(Stage::DUE), None), (Some(Stage::DUE), None), (Some(Stage::DUE), None)]);
    let said = resolved().then(100, EventBody::StayedQuiet);
    assert_eq!(watch(&said, 101)?.map(|one| one.state), Some(DeadlineState::Met));
    assert!(
        watch(&said.status(200, Status::Resolved, Status::Investigating).status(210, Status::Investigating, Status::Resolved), over)?
            .is_some_and(|one| one.is_open()),
        "each end is watched anew"
    );
    Ok(())
}

#[test]
fn an_update_is_warned_of_due_and_then_repeated_ever_more_slowly() -> Result {
    let story = Story::declared(Severity::P1);
    let mut stages = Vec::new();
    for minute in 0..=130 {
        let deadline = find(&story, DeadlineKind::Update, at(minute))?.ok_or("no update deadline")?;
        if let Some(stage) = stage_at(&deadline, &policy()?, at(minute))
            && stages.last().is_none_or(|(last, _)| *last != stage)
        {
            stages.push((stage, minute));
        }
    }
    assert_eq!(
        stages,
        [(Stage::WARNING, 25), (Stage::DUE, 30), (Stage(2), 35), (Stage(3), 45), (Stage(4), 65), (Stage(5), 95), (Stage(6), 125)]
    );
    Ok(())
}

#[test]
fn an_escalation_asks_at_three_quarters_when_due_and_again() -> Result {
    let story = Story::declared(Severity::P1);
    for (minute, expected) in
        [(89, None), (90, Some(Stage::WARNING)), (119, Some(Stage::WARNING)), (120, Some(Stage::DUE)), (135, Some(Stage(2)))]
    {
        let deadline = find(&story, DeadlineKind::Escalation, at(minute))?.ok_or("no escalation")?;
        assert_eq!(stage_at(&deadline, &policy()?, at(minute)), expected, "{minute}");
    }
    Ok(())
}

#[test]
fn clocks_count_down_and_then_up_with_rising_contrast() -> Result {
    let story = Story::declared(Severity::P1).then(0, sent(UpdateKind::Initial));
    for (seconds, clock, level, label) in [
        (0, "30:00", ClockLevel::Calm, "Status update due in"),
        (20 * 60 + 1, "09:59", ClockLevel::Soon, "Status update due in"),
        (25 * 60 + 1, "04:59", ClockLevel::Near, "Status update due in"),
        (30 * 60, "00:00", ClockLevel::Late, "Status update late by"),
        (33 * 60 + 40, "03:40", ClockLevel::Late, "Status update late by"),
    ] {
        let now = at(0) + TimeDelta::seconds(seconds);
        let deadline = find(&story, DeadlineKind::Update, now)?.ok_or("no update deadline")?;
        let face = DeadlineClock::at(&deadline, false, now);
        assert_eq!((face.clock.as_str(), face.level, face.label.as_str()), (clock, level, label), "{seconds}");
    }
    Ok(())
}

#[test]
fn over_an_hour_a_short_clock_stands_still_for_a_minute() -> Result {
    let story = Story::declared(Severity::P2).then(0, sent(UpdateKind::Initial));
    for (seconds, clock) in [(1, "1:59 h"), (59, "1:59 h"), (60 * 60, "1:00 h"), (60 * 60 + 1, "59:59")] {
        let now = at(0) + TimeDelta::seconds(seconds);
        let deadline = find(&story, DeadlineKind::Update, now)?.ok_or("no update deadline")?;
        assert_eq!(DeadlineClock::at(&deadline, false, now).short_clock, clock, "{seconds}");
    }
    Ok(())
}

#[test]
fn an_answer_a_tick_or_an_open_channel_is_no_acknowledgement_and_work_is_one() -> Result {
    let met_by = |body: EventBody| -> std::result::Result<bool, Box<dyn Error>> {
        let story = Story::declared(Severity::P1).then(3, body);
        Ok(!find(&story, DeadlineKind::Response, at(4))?.ok_or("no response is due")?.is_open())
    };
    let filed = [
        EventBody::ImpactAnswered { question: ImpactQuestion::Who, answer: "all users".into() },
        EventBody::SeverityReasoned { severity: Severity::P1, reasoning: "the table".into() },
        EventBody::SecurityDenied { words: None, reason: None },
        EventBody::Notified { who: "On-call engineer".into(), done: true },
        EventBody::ChannelOpened,
        EventBody::RoleChanged { role: Role::Scribe, from: Some("@ana".into()), to: None },
    ];
    for body in filed {
        assert!(!met_by(body.clone())?, "{body:?}");
    }
    let (from, to) = (Status::Investigating, Status::Identified);
    let taken_on = [
        EventBody::Acknowledged,
        EventBody::RoleChanged { role: Role::IncidentCommander, from: None, to: Some("@ana".into()) },
        EventBody::StatusChanged { from, to, reason: None },
    ];
    for body in taken_on {
        assert!(met_by(body.clone())?, "{body:?}");
    }
    Ok(())
}

#[test]
fn a_met_deadline_is_open_no_more() -> Result {
    let story = Story::declared(Severity::P1).then(3, EventBody::Acknowledged);
    let response = find(&story, DeadlineKind::Response, at(60))?.ok_or("no response deadline")?;
    assert_eq!(response.state, DeadlineState::Met);
    Ok(())
}

#[test]
fn every_kind_of_deadline_reminds() -> Result {
    let due = |month, day| chrono::NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default();
    let added = EventBody::ActionAdded {
        text: "Backfill".into(),
        owner: None,
        priority: Default::default(),
        due: Some(due(11, 24)),
        kind: None,
        from: None,
    };
    let active = Story::declared(Severity::P1).then(1, EventBody::TimeboxSet { text: "Check DNS".into(), until: at(11) }).status(
        20,
        Status::Investigating,
        Status::Monitoring,
    );
    let resolved = active.clone().status(60, Status::Monitoring, Status::Resolved).then(61, added);
    let mut reminded = std::collections::BTreeSet::new();
    for (story, minutes) in [(active, 60), (resolved, 60 * 24 * 3)] {
        let incident = story.fold().ok_or("no declaration")?;
        for minute in 0..minutes {
            let now = at(minute);
            let all = deadlines(&incident, &policy()?, now);
            reminded.extend(all.iter().filter_map(|deadline| stage_at(deadline, &policy().ok()?, now).map(|_| deadline.kind)));
        }
    }
    let missing: Vec<_> =
        DeadlineKind::ALL.into_iter().filter(|kind| !reminded.contains(kind) && *kind != DeadlineKind::Response).collect();
    // Monitoring was entered, so somebody has responded; and a P1 left alone asks for it.
    assert_eq!(missing, [DeadlineKind::Escalation], "an escalation is due only later");
    let response = find(&Story::declared(Severity::P1), DeadlineKind::Response, at(30))?.ok_or("no response deadline")?;
    assert_eq!(stage_at(&response, &policy()?, at(30)), Some(Stage::DUE));
    Ok(())
}

#[test]
fn an_action_item_is_due_that_day_until_it_is_done_or_dropped() -> Result {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap_or_default();
    let story = Story::declared(Severity::P1).status(60, Status::Investigating, Status::Resolved).then(
        61,
        EventBody::ActionAdded {
            text: "Backfill".into(),
            owner: Some("@bo".into()),
            priority: Default::default(),
            due: Some(day),
            kind: None,
            from: None,
        },
    );
    let open = find(&story, DeadlineKind::ActionItem, at(62))?.ok_or("no action item")?;
    assert_eq!(open.due_at.to_rfc3339(), "2026-12-01T17:00:00+00:00");
    assert_eq!(open.warns_at.to_rfc3339(), "2026-12-01T09:00:00+00:00");
    for outcome in [
        sitrep_core::vocabulary::ActionOutcome::Done,
        sitrep_core::vocabulary::ActionOutcome::Dropped { reason: "the service goes".into() },
    ] {
        let closed = story.clone().amending(70, 2, EventBody::ActionClosed { text: "Backfill".into(), outcome });
        assert_eq!(find(&closed, DeadlineKind::ActionItem, at(71))?.map(|deadline| deadline.state), Some(DeadlineState::Met));
    }
    Ok(())
}

#[test]
fn an_update_sent_after_the_clock_was_set_back_counts_from_then() -> Result {
    let story = Story::declared(Severity::P1).then(60, sent(UpdateKind::Initial)).then(5, sent(UpdateKind::Status));
    assert_eq!(due(&story, DeadlineKind::Update)?, Some(at(35)));
    Ok(())
}

#[test]
fn what_is_met_comes_last_and_each_has_a_key_of_its_own() -> Result {
    let story = Story::declared(Severity::P1)
        .then(1, sent(UpdateKind::Initial))
        .then(1, sent(UpdateKind::Customer))
        .then(2, EventBody::Acknowledged);
    let all = deadlines(&story.fold().ok_or("no declaration")?, &policy()?, at(3));
    let open: Vec<bool> = all.iter().map(Deadline::is_open).collect();
    assert!(open.is_sorted_by(|one, next| one >= next) && open.contains(&false), "{all:?}");
    let to =
        |customers: bool| all.iter().filter(move |one| one.key.contains("update_customers/") == customers && one.key.contains("/update"));
    assert_eq!(to(true).map(|one| one.audience).collect::<Vec<_>>(), [Some(Audience::Customers)]);
    assert_eq!(to(false).map(|one| one.audience).collect::<Vec<_>>(), [Some(Audience::Internal)]);
    Ok(())
}

#[test]
fn a_snooze_that_is_over_is_remembered_as_what_woke_it() -> Result {
    let key = find(&Story::declared(Severity::P1), DeadlineKind::Update, at(26))?.ok_or("no update deadline")?.key;
    let body =
        EventBody::Snoozed { key, deadline: DeadlineKind::Update, audience: None, until: Some(at(28)), reason: None, not_yet: false };
    let story = Story::declared(Severity::P1).then(26, body);
    let at_minute = |minute| -> std::result::Result<_, Box<dyn Error>> {
        let update = find(&story, DeadlineKind::Update, at(minute))?.ok_or("no update deadline")?;
        Ok((update.snoozed_until, update.woke_at))
    };
    assert_eq!(at_minute(27)?, (Some(at(28)), None));
    assert_eq!(at_minute(28)?, (None, Some(at(28))));
    Ok(())
}

#[test]
fn only_what_comes_by_whole_days_keeps_its_hour() -> Result {
    let with = |minutes: u32| -> std::result::Result<DateTime<Utc>, Box<dyn Error>> {
        let text = format!("[severity.P3]\nupdate_every_minutes = {minutes}\n[business]\ntime_zone = \"Europe/Berlin\"\n");
        let policy = EffectivePolicy::with(&text)?.policy;
        let summer = DateTime::parse_from_rfc3339("2026-10-24T10:00:00Z")?.to_utc();
        Ok(next_update_due(&Story::declared(Severity::P3).fold().ok_or("none")?, &policy, UpdateKind::Status, summer).ok_or("none")?)
    };
    let hours = |due: DateTime<Utc>| (due - DateTime::parse_from_rfc3339("2026-10-24T10:00:00Z").unwrap_or_default().to_utc()).num_hours();
    assert_eq!(hours(with(24 * 60)?), 25, "a day in which the clock goes back");
    assert_eq!(hours(with(36 * 60)?), 36);
    Ok(())
}

#[test]
fn what_was_raised_asks_for_nothing_from_then_on() -> Result {
    let policy = EffectivePolicy::with("[severity.P2]\nupdate_every_minutes = 20\n")?.policy;
    let raised = EventBody::SeverityChanged {
        from: Severity::P2,
        to: Severity::P1,
        cause: SeverityCause::Assessment,
        reason: None,
        lowering: Default::default(),
    };
    let story = Story::declared(Severity::P2).then(10, raised).then(10, sent(UpdateKind::Initial));
    let all = deadlines(&story.fold().ok_or("no declaration")?, &policy, at(11));
    let update = all.into_iter().find(|one| one.kind == DeadlineKind::Update).map(|one| one.due_at);
    assert_eq!(update, Some(at(40)), "a P1 asks every thirty minutes, though a P2 of this team asks more often");
    Ok(())
}
