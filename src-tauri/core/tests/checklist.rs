//! Which fact ticks which line of the response checklist, and in which words (seed: Incident Response Checklist).

mod support;

use std::error::Error;

use sitrep_core::event::EventBody;
use sitrep_core::procedure::checklist;
use sitrep_core::vocabulary::{ChecklistLine, EntryKind, InvestigationStep, MitigationState, Severity, Status, StepState};
use support::{Story, at, policy};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// By what a line is ticked; none while it is not.
fn by(story: &Story, line: ChecklistLine) -> Result<Option<String>> {
    let incident = story.fold().ok_or("no declaration")?;
    let item = checklist(&incident, &policy()?, at(60)).into_iter().find(|item| item.line == line).ok_or("no such line")?;
    assert_eq!(item.done, !item.by.is_empty());
    Ok(item.done.then_some(item.by))
}

#[test]
fn the_search_is_done_by_its_steps_and_never_by_a_status() -> Result {
    let line = ChecklistLine::InvestigationStructured;
    let declared = Story::declared(Severity::P1);
    assert_eq!(by(&declared, line)?, None);
    let identified = declared.clone().status(5, Status::Investigating, Status::Identified);
    assert_eq!(by(&identified, line)?, None);
    let left_out =
        |story: Story, step| story.then(5, EventBody::StepMoved { step, to: StepState::Skipped, reason: Some("no logs".into()) });
    let searched = InvestigationStep::SEARCH.into_iter().fold(declared.clone(), left_out);
    assert_eq!(by(&searched, line)?.as_deref(), Some("every step was done, or left out for a reason"));
    let half = InvestigationStep::SEARCH.into_iter().skip(1).fold(declared, left_out);
    assert_eq!(by(&half, line)?, None);
    Ok(())
}

#[test]
fn a_mitigation_is_applied_by_its_effect_and_never_by_a_status() -> Result {
    let line = ChecklistLine::MitigationApplied;
    let declared = Story::declared(Severity::P1);
    assert_eq!(by(&declared, line)?, None);
    assert_eq!(by(&declared.clone().status(5, Status::Investigating, Status::Mitigating), line)?, None);
    let monitoring = declared.clone().status(5, Status::Investigating, Status::Monitoring);
    assert_eq!(by(&monitoring, line)?, None);
    let started =
        EventBody::MitigationAdded { action: "Roll back".into(), state: MitigationState::Started, catalogue: None, service: None };
    let done = |effect: Option<&str>| EventBody::MitigationMoved {
        action: "Roll back".into(),
        from: MitigationState::Started,
        to: MitigationState::Done,
        effect: effect.map(str::to_owned),
        helped: None,
    };
    let story = declared.then(5, started);
    assert_eq!(by(&story, line)?, None, "it is only started");
    assert_eq!(by(&story.clone().amending(6, 1, done(None)), line)?, None, "nobody saw it help");
    assert_eq!(by(&story.amending(6, 1, done(Some("errors fall"))), line)?.as_deref(), Some("Roll back is done, with its effect"));
    Ok(())
}

#[test]
fn the_timeline_is_recorded_by_entries_that_were_written_as_they_happened() -> Result {
    let line = ChecklistLine::TimelineRecorded;
    let entry =
        EventBody::Entry { entry: EntryKind::Note, text: "it began with a deploy".into(), pictures: vec![], attached: None, from: None };
    let backfilled = Story::declared(Severity::P1).recorded(2, 40, None, entry);
    assert_eq!(by(&backfilled, line)?, None);
    assert_eq!(by(&backfilled.note(41, "errors fall"), line)?.as_deref(), Some("entries are written as they happen"));
    Ok(())
}
