//! There is always exactly one next step, and following it walks the whole response.

mod support;

use std::error::Error;

use sitrep_core::event::EventBody;
use sitrep_core::procedure::{NextAction, checklist, next_step, next_update};
use sitrep_core::team::EffectivePolicy;
use sitrep_core::vocabulary::{
    ImpactQuestion, MitigationState, Role, SecurityReason, Severity, Status, StepState, UpdateKind, VerificationCheck,
};
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
        NextAction::AnswerSecurity => story.then(minute, EventBody::SecurityDenied { words: incident.security_words(), reason: None }),
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
        NextAction::Verify => VerificationCheck::TICKED
            .into_iter()
            .fold(story, |story, check| story.then(minute, EventBody::VerificationChecked { check, done: true })),
        NextAction::Investigate { step } => story.then(minute, EventBody::StepMoved { step: *step, to: StepState::Done, reason: None }),
        NextAction::Mitigate => match incident.mitigations.first().map(|one| one.state) {
            None => story.then(minute, started("Roll back")),
            Some(from) => {
                let added = story.events.iter().position(|event| matches!(event.body, EventBody::MitigationAdded { .. }));
                let effect = (from == MitigationState::Done).then(|| "errors fall".to_owned());
                let done = EventBody::MitigationMoved { action: "Roll back".into(), from, to: MitigationState::Done, effect, helped: None };
                story.amending(minute, added.ok_or("no mitigation")?, done)
            }
        },
        NextAction::StayedQuiet => story.then(minute, EventBody::StayedQuiet),
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

#[test]
fn what_presses_is_met_by_a_step_of_its_own() -> Result<(), Box<dyn Error>> {
    let policy = policy()?;
    let step = |story: &Story, minute: i64| -> Result<_, Box<dyn Error>> {
        let step = next_step(&story.fold().ok_or("no declaration")?, &policy, at(minute));
        Ok((step.text, step.reason))
    };
    let words = |text: &str, reason: &str| (text.to_owned(), reason.to_owned());
    let told = Story::declared(Severity::P2).then(1, support::sent(UpdateKind::Initial));
    let customers = told.clone().then(2, support::sent(UpdateKind::Customer));
    assert_eq!(step(&customers, 58)?, words("Tell the customers where it stands", "it is due soon"));
    assert_eq!(step(&customers, 62)?, words("Tell the customers where it stands", "it is late"));
    assert_eq!(step(&told, 121)?, words("Send the status update", "it is late"));

    let asked = told.then(119, support::sent(UpdateKind::Status)).then(200, support::sent(UpdateKind::Status));
    assert_eq!(step(&asked, 241)?, words("Escalate to P1, or say not yet", "4 h 1 min without a resolution"));

    let boxed = Story::declared(Severity::P2).then(1, EventBody::TimeboxSet { text: "Check the replica".into(), until: at(11) });
    assert_eq!(step(&boxed, 12)?, words("Close: Check the replica", "its time is up"));
    let warned = EffectivePolicy::with("[reminders.timebox]\nwarn_before = \"5 min\"\n")?.policy;
    let early = next_step(&boxed.fold().ok_or("no declaration")?, &warned, at(10));
    assert_ne!(early.text, "Close: Check the replica", "it still runs, though a team is warned of it");
    Ok(())
}

#[test]
fn what_the_security_rule_alone_called_bad_is_assessed_by_somebody() -> Result<(), Box<dyn Error>> {
    let words = Some(SecurityReason::Word("data breach".into()));
    let first =
        |story: &Story| -> Result<String, Box<dyn Error>> { Ok(next_step(&story.fold().ok_or("no declaration")?, &policy()?, at(3)).text) };
    let asks = "Assess impact: who is affected?";
    let declared = Story::declared_with(Severity::P0, words);
    assert_eq!(first(&declared)?, asks, "it is one");
    let denied = declared.then(1, EventBody::SecurityDenied { words: None, reason: Some("a drill".into()) });
    assert_eq!(first(&denied)?, "Say how bad it is");
    let reasoned = denied.then(2, EventBody::SeverityReasoned { severity: Severity::P0, reasoning: "checkout is down".into() });
    assert_eq!(first(&reasoned)?, asks);
    Ok(())
}

#[test]
fn each_role_says_what_it_is_for() -> Result<(), Box<dyn Error>> {
    let policy = policy()?;
    let mut story = ImpactQuestion::ALL
        .into_iter()
        .fold(Story::declared(Severity::P1), |story, question| {
            story.then(1, EventBody::ImpactAnswered { question, answer: "known".into() })
        })
        .then(1, EventBody::SeverityReasoned { severity: Severity::P1, reasoning: "the table".into() })
        .then(1, EventBody::ChannelOpened);
    for who in story.fold().ok_or("none")?.untold(&policy).into_iter().map(str::to_owned).collect::<Vec<_>>() {
        story = story.then(1, EventBody::Notified { who, done: true });
    }
    let mut told = Vec::new();
    for role in Role::ALL {
        let step = next_step(&story.fold().ok_or("none")?, &policy, at(2));
        told.push(format!("{}: {}", step.text, step.reason));
        story = story.then(1, EventBody::RoleChanged { role, from: None, to: Some("@ana".into()) });
    }
    assert_eq!(
        told,
        [
            "Assign an Incident Commander: so that one person decides",
            "Assign a Technical Lead: so that one person leads the search",
            "Assign a Communications Lead: so the IC stops writing updates",
            "Assign a Scribe: so that nothing is lost for the review",
        ]
    );
    assert_eq!(next_step(&story.fold().ok_or("none")?, &policy, at(2)).text, "Send the initial alert");
    let by_status = story.then(3, support::sent(UpdateKind::Status));
    assert_ne!(next_step(&by_status.fold().ok_or("none")?, &policy, at(4)).text, "Send the initial alert", "they know");
    Ok(())
}

#[test]
fn the_quiet_time_is_over_at_its_end_and_what_was_proposed_is_started_next() -> Result<(), Box<dyn Error>> {
    let policy = policy()?;
    let told = ImpactQuestion::ALL
        .into_iter()
        .fold(Story::declared(Severity::P3), |story, question| {
            story.then(1, EventBody::ImpactAnswered { question, answer: "known".into() })
        })
        .then(1, EventBody::SeverityReasoned { severity: Severity::P3, reasoning: "the table".into() })
        .then(1, EventBody::ChannelOpened)
        .then(1, support::sent(UpdateKind::Initial))
        .note(1, "seen");
    let mut story = told;
    for who in story.fold().ok_or("none")?.untold(&policy).into_iter().map(str::to_owned).collect::<Vec<_>>() {
        story = story.then(1, EventBody::Notified { who, done: true });
    }
    let step = |story: &Story, minute: i64| -> Result<String, Box<dyn Error>> {
        Ok(next_step(&story.fold().ok_or("none")?, &policy, at(minute)).text)
    };
    let mitigation = |state| EventBody::MitigationAdded { action: "Roll back".into(), state, catalogue: None, service: None };
    let identified = story.clone().status(2, Status::Investigating, Status::Identified);
    assert_eq!(step(&identified, 3)?, "Apply a mitigation");
    assert_eq!(step(&identified.clone().then(3, mitigation(MitigationState::Proposed)), 4)?, "Start: Roll back");
    assert_eq!(step(&identified.then(3, mitigation(MitigationState::Withdrawn)), 4)?, "Apply a mitigation");

    let checked =
        VerificationCheck::TICKED.into_iter().fold(story.status(10, Status::Investigating, Status::Monitoring), |story, check| {
            story.then(11, EventBody::VerificationChecked { check, done: true })
        });
    let quiet = checked.fold().ok_or("none")?.quiet_until(&policy).ok_or("no quiet time")?;
    let end = (quiet - at(0)).num_minutes();
    assert_eq!(step(&checked, end - 1)?, "Watch for 1 min more");
    assert_eq!(step(&checked, end)?, "Resolve the incident");
    Ok(())
}

#[test]
fn the_next_update_is_to_whoever_still_waits() -> Result<(), Box<dyn Error>> {
    let next = |story: &Story| -> Result<UpdateKind, Box<dyn Error>> { Ok(next_update(&story.fold().ok_or("none")?)) };
    let told = Story::declared(Severity::P1).then(1, support::sent(UpdateKind::Customer));
    assert_eq!(next(&told)?, UpdateKind::Initial);
    let over = told.then(2, support::sent(UpdateKind::Initial)).status(3, Status::Investigating, Status::Resolved);
    assert_eq!(next(&over)?, UpdateKind::Resolution, "first those who work on it");
    assert_eq!(next(&over.then(4, support::sent(UpdateKind::Resolution)))?, UpdateKind::Customer);
    let nobody_else = Story::declared(Severity::P1).status(3, Status::Investigating, Status::Resolved);
    assert_eq!(next(&nobody_else.then(4, support::sent(UpdateKind::Resolution)))?, UpdateKind::Resolution);
    Ok(())
}
