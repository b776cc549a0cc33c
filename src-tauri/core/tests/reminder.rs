//! When a deadline asks for attention, and when it does next.

mod support;

use std::error::Error;

use sitrep_core::event::EventBody;
use sitrep_core::procedure::reminder::{next_at, stage_at};
use sitrep_core::procedure::{Deadline, DeadlineState, Stage, deadlines};
use sitrep_core::team::Policy;
use sitrep_core::vocabulary::{DeadlineKind, Severity};
use support::{Story, at, policy};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

fn deadline(story: &Story, policy: &Policy, kind: DeadlineKind, minute: i64) -> Result<Deadline> {
    let incident = story.fold().ok_or("no declaration")?;
    Ok(deadlines(&incident, policy, at(minute)).into_iter().find(|deadline| deadline.kind == kind).ok_or("none of that kind")?)
}

#[test]
fn the_warning_comes_first_then_its_time_then_ever_rarer_repeats() -> Result {
    let policy = policy()?;
    let story = Story::declared(Severity::P1);
    // The first update is due at 30 and warned of at 25.
    for (minute, stage, next) in [
        (0, None, 25),
        (24, None, 25),
        (25, Some(Stage::WARNING), 30),
        (29, Some(Stage::WARNING), 30),
        (30, Some(Stage::DUE), 35),
        (34, Some(Stage::DUE), 35),
        (35, Some(Stage(2)), 45),
    ] {
        let update = deadline(&story, &policy, DeadlineKind::Update, minute)?;
        assert_eq!(stage_at(&update, &policy, at(minute)), stage, "minute {minute}");
        assert_eq!(next_at(&update, &policy, at(minute)), Some(at(next)), "minute {minute}");
    }
    Ok(())
}

#[test]
fn what_is_met_never_comes_and_what_is_snoozed_comes_when_that_is_over() -> Result {
    let policy = policy()?;
    let story = Story::declared(Severity::P1);
    let update = deadline(&story, &policy, DeadlineKind::Update, 26)?;
    let met = Deadline { state: DeadlineState::Met, ..update.clone() };
    assert_eq!(next_at(&met, &policy, at(26)), None);
    for until in [None, Some(at(40))] {
        let snoozed = Deadline { state: DeadlineState::Snoozed, snoozed_until: until, ..update.clone() };
        assert_eq!(next_at(&snoozed, &policy, at(26)), until);
    }
    Ok(())
}

#[test]
fn a_snooze_is_over_at_its_time() -> Result {
    let policy = policy()?;
    let update = deadline(&Story::declared(Severity::P1), &policy, DeadlineKind::Update, 26)?;
    let snoozed = EventBody::Snoozed {
        key: update.key,
        deadline: update.kind,
        audience: update.audience,
        until: Some(at(28)),
        reason: None,
        not_yet: false,
    };
    let story = Story::declared(Severity::P1).then(26, snoozed);
    let states: Vec<_> =
        [27, 28].into_iter().map(|minute| Ok(deadline(&story, &policy, DeadlineKind::Update, minute)?.state)).collect::<Result<_>>()?;
    assert_eq!(states, [DeadlineState::Snoozed, DeadlineState::Warning]);
    Ok(())
}

#[test]
fn the_policy_raises_by_itself_only_where_it_does_and_nobody_holds_it() -> Result {
    let by_itself = |automatic: bool, story: Story| -> Result<Option<i64>> {
        let mut policy = policy()?;
        policy.escalate_automatically = automatic;
        let escalation = deadline(&story, &policy, DeadlineKind::Escalation, 1)?;
        Ok(escalation.by_itself_at.map(|at_| (at_ - at(0)).num_minutes()))
    };
    let silence = |until: i64, not_yet: bool| -> Result<Story> {
        let escalation = deadline(&Story::declared(Severity::P1), &policy()?, DeadlineKind::Escalation, 1)?;
        let (key, deadline) = (escalation.key, escalation.kind);
        let body = EventBody::Snoozed { key, deadline, audience: None, until: Some(at(until)), reason: None, not_yet };
        Ok(Story::declared(Severity::P1).then(1, body))
    };
    let stopped = Story::declared(Severity::P1).then(1, EventBody::EscalationStopped { reason: "told by hand".into() });
    assert_eq!(by_itself(false, Story::declared(Severity::P1))?, None, "a person decides");
    assert_eq!(by_itself(true, Story::declared(Severity::P1))?, Some(120));
    assert_eq!(by_itself(true, silence(300, false)?)?, Some(120), "silence holds nothing up");
    assert_eq!(by_itself(true, silence(300, true)?)?, Some(300), "not yet");
    assert_eq!(by_itself(true, silence(60, true)?)?, Some(120), "not yet, until before it is due");
    assert_eq!(by_itself(true, stopped.clone())?, None);
    assert_eq!(by_itself(true, stopped.then(2, EventBody::EscalationResumed))?, Some(120));
    let mut automatic = policy()?;
    automatic.escalate_automatically = true;
    let update = deadline(&Story::declared(Severity::P1), &automatic, DeadlineKind::Update, 1)?;
    assert_eq!(update.by_itself_at, None, "only an escalation is");
    Ok(())
}
