//! What holds of deadlines and reminders whatever happened, in whatever order it is told, under any policy.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::sample::Index;
use sitrep_core::event::{Event, EventBody};
use sitrep_core::incident::Incident;
use sitrep_core::procedure::reminder::{next_at, stage_at};
use sitrep_core::procedure::{Deadline, DeadlineState, deadlines};
use sitrep_core::team::{EffectivePolicy, Policy};
use sitrep_core::vocabulary::{
    ActionOutcome, ActionPriority, Audience, ChangeKind, ChecklistLine, DeadlineKind, FindingAbout, HypothesisState, ImpactQuestion,
    InvestigationStep, MitigationState, Severity, SeverityCause, Status, StepState, UpdateKind, VerificationCheck,
};
use support::{Story, at};

/// Eleven days, so that every deadline of the policies below can come due.
const MINUTES: i64 = 11 * 24 * 60;

#[derive(Debug, Clone)]
enum Act {
    Body(EventBody),
    /// Amends one of the events before it.
    Amend(Index, EventBody),
    /// Snoozes one of the deadlines that run then, for so long or for good.
    Snooze(Index, Option<i64>),
}

fn body() -> impl Strategy<Value = EventBody> {
    let status = prop::sample::select(Status::ALL.to_vec());
    let severity = prop::sample::select(Severity::ALL.to_vec());
    let update = prop::sample::select(vec![UpdateKind::Initial, UpdateKind::Status, UpdateKind::Customer, UpdateKind::Resolution]);
    let question = prop::sample::select(ImpactQuestion::ALL.to_vec());
    let about = prop::sample::select(FindingAbout::ALL.to_vec());
    let step = prop::sample::select(InvestigationStep::ALL.to_vec());
    let check = prop::sample::select(VerificationCheck::TICKED.to_vec());
    prop_oneof![
        Just(EventBody::Acknowledged),
        Just(EventBody::ReviewPublished),
        (0..MINUTES).prop_map(|minute| EventBody::ReviewScheduled { at: at(minute), with: vec!["@ana".into()] }),
        status.prop_map(|to| EventBody::StatusChanged { from: Status::Investigating, to, reason: None }),
        severity.prop_map(|to| EventBody::SeverityChanged {
            from: Severity::P1,
            to,
            cause: SeverityCause::Assessment,
            reason: None,
            lowering: Default::default()
        }),
        update.prop_map(support::sent),
        question.prop_map(|question| EventBody::ImpactAnswered { question, answer: "All users".into() }),
        (check, any::<bool>()).prop_map(|(check, done)| EventBody::VerificationChecked { check, done }),
        Just(EventBody::HypothesisAdded { statement: "the pool is empty".into(), how_to_test: None, who: None }),
        Just(EventBody::MitigationAdded { action: "roll back".into(), state: MitigationState::Started, catalogue: None, service: None }),
        about.prop_map(|about| EventBody::FindingAdded { about, text: "seen".into(), onset: None }),
        (step, any::<bool>()).prop_map(|(step, done)| EventBody::StepMoved {
            step,
            to: if done { StepState::Done } else { StepState::InProgress },
            reason: None,
        }),
        (0..MINUTES).prop_map(|made| EventBody::ChangeNoted {
            change: ChangeKind::Deploy,
            summary: "v314".into(),
            at: at(made),
            reference: None,
            repository: None,
            by: None,
            suspect: false,
        }),
        any::<bool>().prop_map(|done| EventBody::ChecklistTicked { line: ChecklistLine::TimelineRecorded, done }),
        (0..MINUTES).prop_map(|until| EventBody::TimeboxSet { text: "look".into(), until: at(until) }),
        (1_u32..28).prop_map(|day| EventBody::ActionAdded {
            text: "do".into(),
            owner: None,
            priority: ActionPriority::High,
            due: NaiveDate::from_ymd_opt(2026, 11, day),
            kind: None,
            from: None,
        }),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let amending = prop_oneof![
        Just(EventBody::UpdateTakenBack),
        Just(EventBody::TimeboxClosed),
        Just(EventBody::FindingRemoved),
        any::<bool>().prop_map(|suspect| EventBody::ChangeMarked { summary: "v314".into(), suspect }),
        prop::sample::select(vec![HypothesisState::Open, HypothesisState::RuledOut, HypothesisState::Confirmed])
            .prop_map(|to| { EventBody::HypothesisMoved { statement: "the pool".into(), from: HypothesisState::Open, to, because: None } }),
        (0..MINUTES).prop_map(|until| EventBody::TimeboxSet { text: "test the pool".into(), until: at(until) }),
        Just(EventBody::ActionClosed { text: "do".into(), outcome: ActionOutcome::Done }),
    ];
    prop_oneof![
        6 => body().prop_map(Act::Body),
        2 => (any::<Index>(), amending).prop_map(|(target, body)| Act::Amend(target, body)),
        1 => (any::<Index>(), prop::option::of(1_i64..600)).prop_map(|(which, minutes)| Act::Snooze(which, minutes)),
    ]
}

fn policy() -> impl Strategy<Value = Policy> {
    let text = (1_u32..300, 1_u32..300, 0_u32..600, 0_u32..90, 0_u32..200, 1_u32..40, 0_u32..200, 1_u32..100).prop_map(
        |(update, customers, escalate, quiet, review, repeat, slower, share)| {
            let severities = Severity::ALL.map(|severity| {
                format!(
                    "[severity.{severity}]\nupdate_every_minutes = {update}\ncustomer_update_every_minutes = {customers}\n\
                     escalate_after_minutes = {escalate}\nquiet_minutes = {quiet}\nreview_within_hours = {review}\n"
                )
            });
            let reminders = DeadlineKind::ALL.map(|kind| {
                let slowest = repeat + slower;
                format!(
                    "[reminders.{}]\nwarn_before = \"{share}%\"\nrepeat_minutes = {repeat}\nslowest_repeat_minutes = {slowest}\n",
                    kind.word()
                )
            });
            [severities.concat(), reminders.concat()].concat()
        },
    );
    text.prop_filter_map("a policy that reads", |text| EffectivePolicy::with(&text).ok().map(|effective| effective.policy))
}

/// Things that happen one after the other, some of them told later than they happened.
fn story() -> impl Strategy<Value = Story> {
    let severity = prop::sample::select(Severity::ALL.to_vec());
    (severity, prop::collection::vec((0_i64..400, 0_i64..30, act()), 0..25))
        .prop_map(|(severity, acts)| acts.into_iter().fold((Story::declared(severity), 0), tell).0)
}

fn tell((story, minute): (Story, i64), (pause, earlier, act): (i64, i64, Act)) -> (Story, i64) {
    let now = minute + pause;
    let happened = (now - earlier).max(1);
    let story = match act {
        Act::Body(body) => story.recorded(happened, now, None, body),
        Act::Amend(target, body) => {
            let target = target.get(&story.events).id;
            story.recorded(now, now, Some(target), body)
        }
        Act::Snooze(which, minutes) => snoozed(story, now, which, minutes),
    };
    (story, now)
}

fn snoozed(story: Story, now: i64, which: Index, minutes: Option<i64>) -> Story {
    let running = story.fold().zip(Policy::built_in().ok()).map(|(incident, policy)| deadlines(&incident, &policy, at(now)));
    let Some(running) = running.filter(|running| !running.is_empty()) else { return story };
    let chosen = which.get(&running);
    let until = minutes.map(|minutes| at(now + minutes));
    let (key, deadline, audience) = (chosen.key.clone(), chosen.kind, chosen.audience);
    story.then(now, EventBody::Snoozed { key, deadline, audience, until, reason: None, not_yet: false })
}

fn facts(events: &[Event]) -> Result<Incident, TestCaseError> {
    Incident::fold(events).ok_or_else(|| TestCaseError::fail("no declaration"))
}

/// What a deadline is, without how it stands.
fn identity(all: &[Deadline]) -> BTreeSet<(String, DateTime<Utc>)> {
    all.iter().map(|deadline| (deadline.key.clone(), deadline.due_at)).collect()
}

fn rank(state: DeadlineState) -> Option<u8> {
    match state {
        DeadlineState::Running => Some(0),
        DeadlineState::Warning => Some(1),
        DeadlineState::Overdue => Some(2),
        DeadlineState::Met => Some(3),
        DeadlineState::Snoozed => None,
    }
}

proptest! {
    #[test]
    fn the_order_in_which_events_arrive_changes_nothing(
        (told, shuffled) in story().prop_flat_map(|story| (Just(story.events.clone()), Just(story.events).prop_shuffle())),
        policy in policy(),
        now in 0..MINUTES,
    ) {
        prop_assert_eq!(deadlines(&facts(&told)?, &policy, at(now)), deadlines(&facts(&shuffled)?, &policy, at(now)));
    }

    #[test]
    fn keys_name_one_deadline_each_and_do_not_change_with_time(story in story(), policy in policy(), now in 0..MINUTES, later in 0..MINUTES) {
        let incident = facts(&story.events)?;
        let (first, second) = (deadlines(&incident, &policy, at(now)), deadlines(&incident, &policy, at(now + later)));
        prop_assert_eq!(identity(&first).len(), first.len());
        prop_assert_eq!(identity(&first), identity(&second));
    }

    #[test]
    fn what_is_late_stays_late_until_something_happens(story in story(), policy in policy(), now in 0..MINUTES, later in 0..MINUTES) {
        let incident = facts(&story.events)?;
        let second: BTreeMap<String, Deadline> =
            deadlines(&incident, &policy, at(now + later)).into_iter().map(|deadline| (deadline.key.clone(), deadline)).collect();
        for first in deadlines(&incident, &policy, at(now)) {
            let second = second.get(&first.key).ok_or_else(|| TestCaseError::fail("a deadline went"))?;
            if let Some((before, after)) = rank(first.state).zip(rank(second.state)) {
                prop_assert!(before <= after, "{first:?} {second:?}");
            }
            if let Some((before, after)) = stage_at(&first, &policy, at(now)).zip(stage_at(second, &policy, at(now + later))) {
                prop_assert!(before <= after);
            }
        }
    }

    #[test]
    fn the_next_reminder_comes_exactly_when_it_is_foretold(story in story(), policy in policy(), now in 0..MINUTES) {
        let incident = facts(&story.events)?;
        let stages = |now| -> BTreeMap<String, _> {
            deadlines(&incident, &policy, now).iter().map(|deadline| (deadline.key.clone(), (deadline.state, stage_at(deadline, &policy, now)))).collect()
        };
        let all = deadlines(&incident, &policy, at(now));
        let open = all.iter().filter(|deadline| deadline.is_open());
        let Some(next) = open.filter_map(|deadline| next_at(deadline, &policy, at(now))).min() else { return Ok(()) };
        prop_assert!(next > at(now));
        let just_before = next - TimeDelta::milliseconds(1);
        // Outside working hours a deadline passes without a word; only what asks for attention is foretold.
        let asked = |now| -> BTreeMap<String, _> { stages(now).into_iter().map(|(key, (_, stage))| (key, stage)).collect() };
        prop_assert_eq!(asked(at(now)), asked(just_before.max(at(now))));
        prop_assert_ne!(stages(just_before), stages(next));
    }

    #[test]
    fn a_late_deadline_never_falls_silent(story in story(), policy in policy(), now in 0..MINUTES) {
        let incident = facts(&story.events)?;
        for deadline in deadlines(&incident, &policy, at(now)).iter().filter(|deadline| deadline.state == DeadlineState::Overdue) {
            let silence_at_most = if deadline.waits_for_working_hours { TimeDelta::days(4) } else { TimeDelta::minutes(240) };
            prop_assert!(deadline.waits_for_working_hours || stage_at(deadline, &policy, at(now)).is_some());
            prop_assert!(next_at(deadline, &policy, at(now)).is_some_and(|next| next - at(now) <= silence_at_most));
        }
    }

    #[test]
    fn after_the_resolution_only_all_clear_review_and_action_items_are_due(story in story(), policy in policy(), later in 0..MINUTES) {
        let end = story.events.iter().map(|event| event.recorded_at).max().unwrap_or_default();
        let minute = (end - at(0)).num_minutes() + 1;
        let incident = facts(&story.status(minute, Status::Monitoring, Status::Resolved).events)?;
        for deadline in deadlines(&incident, &policy, at(minute + later)) {
            let all_clear = deadline.kind == DeadlineKind::Update && deadline.audience == Some(Audience::Customers);
            prop_assert!(all_clear || matches!(deadline.kind, DeadlineKind::Recurrence | DeadlineKind::Review | DeadlineKind::ActionItem), "{deadline:?}");
            prop_assert!(!all_clear || incident.customers_waiting_since().is_some(), "{deadline:?}");
        }
    }

    #[test]
    fn a_snooze_moves_no_due_time(story in story(), policy in policy(), which in any::<Index>(), minutes in prop::option::of(1_i64..600), now in 0..MINUTES) {
        let end = story.events.iter().map(|event| event.recorded_at).max().unwrap_or_default();
        let minute = (end - at(0)).num_minutes() + 1;
        let before = deadlines(&facts(&story.events)?, &policy, at(minute + now));
        let after = deadlines(&facts(&snoozed(story, minute, which, minutes).events)?, &policy, at(minute + now));
        prop_assert_eq!(identity(&before), identity(&after));
    }
}
