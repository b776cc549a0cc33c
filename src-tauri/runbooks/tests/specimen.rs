//! The runbook that the seed itself writes.
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

mod support;

use sitrep_runbooks::{OutcomeKind, StepKind, parse, places};
use support::{lost_lines, outline, specimen};

#[test]
fn the_seeds_own_runbook_opens_as_it_is_meant() {
    let text = specimen();

    let runbook = parse(&text, "incident-response.md");

    assert_eq!(lost_lines(&text, &runbook), Vec::<String>::new());
    insta::assert_snapshot!(outline(&runbook));
}

#[test]
fn its_steps_are_what_the_seed_calls_them() {
    let runbook = parse(&specimen(), "x.md");
    let kinds: Vec<StepKind> = runbook.steps.iter().map(|step| step.kind).collect();

    assert_eq!(kinds, [StepKind::Verify, StepKind::Apply, StepKind::Verify, StepKind::Escalation]);
    assert_eq!(runbook.prerequisites.len(), 2, "they can be ticked before step 1");
}

#[test]
fn a_continued_curl_is_one_command_and_nothing_in_it_is_a_place() {
    let runbook = parse(&specimen(), "x.md");
    let command = runbook.commands(&runbook.steps[0]).next().expect("a command");

    assert_eq!(sitrep_runbooks::commands_in(&command.alternatives[0].text, &command.language).len(), 1);
    assert_eq!(places(&command.text, &command.language), []);
}

#[test]
fn its_options_are_alternatives_and_each_is_copied_alone() {
    let runbook = parse(&specimen(), "x.md");
    let command = runbook.commands(&runbook.steps[1]).next().expect("a command");
    let ways: Vec<(&str, &str)> = command.alternatives.iter().map(|one| (one.label.as_str(), one.text.as_str())).collect();

    let restart = ("Option A: Restart", "kubectl rollout restart deployment/order-service");
    let back = ("Option B: Rollback", "kubectl rollout undo deployment/order-service");
    assert_eq!(ways, [restart, back]);
}

#[test]
fn its_expectations_branch_and_have_a_time() {
    let runbook = parse(&specimen(), "x.md");
    let expected = |at: usize| runbook.steps[at].expected.as_ref().expect("an expectation");

    let kinds: Vec<OutcomeKind> = expected(0).outcomes.iter().map(|outcome| outcome.kind).collect();
    assert_eq!(kinds, [OutcomeKind::Continue, OutcomeKind::Close]);
    assert_eq!(expected(2).within, Some(5));
}
