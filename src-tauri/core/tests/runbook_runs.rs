//! The run of a runbook, and the alerts of an incident: what the facts and the timeline make of them.

mod support;

use sitrep_core::event::{AlertTaken, EventBody, RunMove, RunbookBegun};
use sitrep_core::incident::RunbookRun;
use sitrep_core::vocabulary::{AttachedText, AttachedTextId, Audience, RunEnd, RunStepState, Severity};
use support::{Story, at};
use uuid::Uuid;

/// The event at index 1 begins a run of three steps.
fn begun() -> Story {
    let text = AttachedText { id: AttachedTextId(Uuid::from_u128(7)), name: "errors-high.md".into(), lines: 40 };
    let steps = ["Verify the problem", "Roll back the last release", "Verify the fix"].map(str::to_owned).into();
    let begun = RunbookBegun {
        title: "Payment errors high".into(),
        path: "runbooks/errors-high.md".into(),
        version: Some("7".into()),
        steps,
        text,
    };
    Story::declared(Severity::P1).then(1, EventBody::RunbookBegun(begun))
}

fn moved(story: Story, minute: i64, moved: RunMove) -> Story {
    story.amending(minute, 1, EventBody::RunbookMoved { runbook: "Payment errors high".into(), moved })
}

fn step(number: u32, step: &str, changes: bool, to: RunStepState, note: Option<&str>) -> RunMove {
    RunMove::Step { number, step: step.into(), changes, to, note: note.map(str::to_owned) }
}

fn run(story: &Story) -> RunbookRun {
    story.fold().and_then(|incident| incident.runbooks.into_iter().next()).unwrap_or_else(|| unreachable!("it was begun"))
}

#[test]
fn a_run_stands_at_its_first_step_that_is_not_closed() {
    let story = begun();
    assert_eq!(run(&story).current_step(), Some(1));
    let story = moved(story, 2, step(1, "Verify the problem", false, RunStepState::Done, Some("error rate 0.38")));
    let story = moved(story, 3, step(2, "Roll back the last release", true, RunStepState::Begun, None));
    assert_eq!(run(&story).current_step(), Some(2), "what is begun is not closed");
    let story = moved(story, 4, step(3, "Verify the fix", false, RunStepState::Done, None));
    assert_eq!(run(&story).current_step(), Some(2));
    let story = moved(story, 5, step(2, "Roll back the last release", true, RunStepState::Failed, None));
    assert_eq!(run(&story).current_step(), None);
}

#[test]
fn a_step_that_is_not_there_moves_nothing() {
    let story = moved(moved(begun(), 2, step(0, "x", false, RunStepState::Done, None)), 3, step(9, "x", false, RunStepState::Done, None));
    assert!(run(&story).steps.iter().all(|step| step.moved.is_none()));
}

#[test]
fn what_is_filled_in_is_kept_and_no_line_of_the_timeline() {
    let value = |value: &str| RunMove::Value { name: "release".into(), value: value.into(), step: None };
    let story = moved(begun(), 2, value("v312"));
    let story = moved(story, 2, RunMove::Prerequisite { number: 1, text: "Access".into(), done: true });
    let story = moved(story, 2, RunMove::Alternative { step: 2, label: "Option B: Rollback".into() });
    let kept = run(&story);
    assert_eq!(kept.values.get("release").map(|value| value.value.as_str()), Some("v312"));
    assert!(kept.prerequisites.contains(&1));
    assert_eq!(kept.alternatives.get(&2).map(String::as_str), Some("Option B: Rollback"));
    assert_eq!(story.rows().len(), 2, "the declaration and the beginning");
    assert!(run(&moved(story, 3, value(""))).values.is_empty(), "an empty value takes it back");
}

#[test]
fn the_timeline_tells_how_a_run_went() {
    let story = moved(begun(), 2, step(1, "Verify the problem", false, RunStepState::Done, Some("error rate 0.38")));
    let story = moved(story, 3, step(2, "Roll back the last release", true, RunStepState::RolledBack, None));
    let story = moved(story, 4, RunMove::Ended { how: RunEnd::FalseAlarm, note: None });
    let told: Vec<String> = story.rows().into_iter().skip(1).map(|row| row.text).collect();
    assert_eq!(
        told,
        [
            "Runbook begun: Payment errors high (version 7)",
            "Step 1 done: Verify the problem (error rate 0.38)",
            "Step 2 rolled back: Roll back the last release",
            "Runbook ended, a false alarm: Payment errors high",
        ]
    );
}

#[test]
fn whoever_goes_on_with_a_run_that_had_ended_goes_on_with_it() {
    let story = moved(begun(), 2, RunMove::Ended { how: RunEnd::Left, note: None });
    assert!(!run(&story).is_open());
    assert!(run(&moved(story, 3, step(1, "Verify the problem", false, RunStepState::Begun, None))).is_open());
}

#[test]
fn a_step_that_changed_something_is_an_action_taken() {
    let story = moved(begun(), 2, step(1, "Verify the problem", false, RunStepState::Done, None));
    let story = moved(story, 3, step(2, "Roll back the last release", true, RunStepState::Begun, None));
    assert!(story.recent(Audience::Internal).acts.is_empty(), "neither a look nor a beginning");
    let story = moved(story, 4, step(2, "Roll back the last release", true, RunStepState::Done, Some("24 of 24 pods")));
    let acts: Vec<String> = story.recent(Audience::Internal).acts.into_iter().map(|act| act.text).collect();
    assert_eq!(acts, ["Roll back the last release (24 of 24 pods)"]);
}

#[test]
fn an_alert_is_kept_with_its_onset_and_its_recovery() {
    let alert = AlertTaken {
        source: "Alertmanager".into(),
        name: Some("PaymentErrorsHigh".into()),
        title: "Payment errors above 1 %".into(),
        summary: None,
        service: Some("payments-api".into()),
        started_at: Some(at(-4)),
        fingerprint: Some("9f3c".into()),
        labels: [("cluster".to_owned(), "eu-1".to_owned())].into(),
        links: vec![],
    };
    let story = Story::declared(Severity::P1).then(1, EventBody::AlertTaken(Box::new(alert)));
    let story = story.amending(30, 1, EventBody::AlertRecovered { title: "Payment errors above 1 %".into(), at: Some(at(28)) });
    let incident = story.fold().unwrap_or_else(|| unreachable!("it was declared"));
    assert_eq!(incident.alerts.first().and_then(|alert| alert.recovered_at), Some(at(28)));
    let told: Vec<String> = story.rows().into_iter().skip(1).map(|row| row.text).collect();
    assert_eq!(
        told,
        ["Alert: Payment errors above 1 % (Alertmanager, firing since 13:56 UTC)", "Recovered at 14:28 UTC: Payment errors above 1 %"]
    );
}
