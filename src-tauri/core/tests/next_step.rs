//! There is always exactly one next step, and following it walks the whole response.

mod support;

use std::error::Error;

use sitrep_core::event::EventBody;
use sitrep_core::procedure::{NextAction, checklist, next_step};
use sitrep_core::vocabulary::{MitigationState, Severity, StepState, UpdateKind, VerificationCheck};
use support::{Story, at, policy};

fn started(action: &str) -> EventBody {
    EventBody::MitigationAdded { action: action.into(), state: MitigationState::Started, catalogue: None, service: None }
}

/// What a person does when told so.
fn follow(story: Story, minute: i64, action: &NextAction) -> Result<Story, Box<dyn Error>> {
    let incident = story.fold().ok_or("no declaration")?;
    Ok(match action {
        NextAction::AnswerImpact { question } => {
            story.then(minute, EventBody::ImpactAnswered { question: *question, answer: "known".into() })
        }
        NextAction::ReasonSeverity => {
            story.then(minute, EventBody::SeverityReasoned { severity: incident.severity, reasoning: "the table".into() })
        }
        NextAction::Notify => {
            let policy = policy()?;
            incident
                .untold(&policy)
                .into_iter()
                .fold(story, |story, who| story.then(minute, EventBody::Notified { who: who.to_owned(), done: true }))
        }
        NextAction::OpenChannel => story.then(minute, EventBody::ChannelOpened),
        NextAction::AssignRole { role } => story.then(minute, EventBody::RoleChanged { role: *role, from: None, to: Some("@ana".into()) }),
        NextAction::WriteUpdate { update } => story.then(minute, support::sent(*update)),
        NextAction::SetStatus { to } => story.status(minute, incident.status, *to),
        NextAction::Resolve => story.status(minute, incident.status, sitrep_core::vocabulary::Status::Resolved),
        NextAction::Verify => VerificationCheck::ALL
            .into_iter()
            .fold(story, |story, check| story.then(minute, EventBody::VerificationChecked { check, done: true })),
        NextAction::Investigate { step } => story.then(minute, EventBody::StepMoved { step: *step, to: StepState::Done, reason: None }),
        NextAction::Mitigate => match incident.mitigations.first().map(|one| one.state) {
            None => story.then(minute, started("Roll back")),
            Some(from) => {
                let added = story.events.iter().position(|event| matches!(event.body, EventBody::MitigationAdded { .. }));
                let done = EventBody::MitigationMoved { action: "Roll back".into(), from, to: MitigationState::Done, effect: None };
                story.amending(minute, added.ok_or("no mitigation")?, done)
            }
        },
        NextAction::Log => story.note(minute, "seen"),
        NextAction::ScheduleReview => story.then(minute, EventBody::ReviewScheduled { at: at(minute + 1440), with: vec!["@ana".into()] }),
        NextAction::Review => story.then(minute, EventBody::ReviewPublished),
        NextAction::DecideEscalation | NextAction::CloseTimebox { .. } => return Err("nothing like that is due here".into()),
    })
}

#[test]
fn following_the_next_step_ticks_the_whole_checklist() -> Result<(), Box<dyn Error>> {
    let policy = policy()?;
    let mut story = Story::declared(Severity::P1);
    let mut told = Vec::new();
    for minute in 1..60 {
        let incident = story.fold().ok_or("no declaration")?;
        let step = next_step(&incident, &policy, at(minute));
        assert!(![&step.text, &step.reason, &step.button].iter().any(|words| words.contains('_')), "a name of the code's in {step:?}");
        if told.last() != Some(&step.text) {
            told.push(step.text.clone());
        }
        if step.text == "Nothing due" {
            break;
        }
        story = follow(story, minute, &step.action)?;
    }
    insta::assert_snapshot!(told.join("\n"));
    let incident = story.fold().ok_or("no declaration")?;
    let open: Vec<_> = checklist(&incident, &policy, at(60)).into_iter().filter(|item| !item.done).collect();
    assert_eq!(open, [], "every line of the seed's checklist is done");
    Ok(())
}

#[test]
fn what_is_due_goes_before_the_checklist() -> Result<(), Box<dyn Error>> {
    let policy = policy()?;
    let incident = Story::declared(Severity::P1).fold().ok_or("no declaration")?;
    assert_eq!(next_step(&incident, &policy, at(26)).action, NextAction::WriteUpdate { update: UpdateKind::Initial });
    assert_eq!(next_step(&incident, &policy, at(35)).reason, "it is late");
    Ok(())
}

#[test]
fn roles_are_asked_for_only_where_the_seed_asks() -> Result<(), Box<dyn Error>> {
    let policy = policy()?;
    for (severity, expected) in [(Severity::P0, true), (Severity::P1, true), (Severity::P2, false), (Severity::P3, false)] {
        let incident = Story::declared(severity).fold().ok_or("no declaration")?;
        let done = checklist(&incident, &policy, at(1)).into_iter().any(|item| item.label.starts_with("Roles") && item.done);
        assert_eq!(!done, expected, "{severity}");
    }
    Ok(())
}
