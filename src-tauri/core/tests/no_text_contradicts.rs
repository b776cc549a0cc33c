//! Whatever happens in whatever order, no composed text contradicts what is so: the severity, the status, who commands, and what came
//! of a mitigation. What is so is written down here once more beside the story, and is not read from it.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use proptest::prelude::*;
use sitrep_core::event::EventBody;
use sitrep_core::messages::{Message, MessageEdits, TemplateSet, compose};
use sitrep_core::vocabulary::{Lowering, MitigationState, Role, Severity, SeverityCause, Status, UpdateFormat, UpdateKind};
use support::{Story, at, sent, team};

const TEMPLATES: [&str; 9] = ["initial", "status", "resolution", "customer", "page", "topic", "assessment", "handoff", "review-invitation"];
const PEOPLE: [&str; 3] = ["@ana", "@bo", "@cy"];

#[derive(Debug, Clone)]
enum Act {
    Severity(Severity),
    Status(Status),
    Commander(Option<usize>),
    Start,
    /// What became of the mitigation that was started last.
    Move(MitigationState),
    Send(UpdateKind),
    Note,
}

fn act() -> impl Strategy<Value = Act> {
    let ends = vec![MitigationState::Done, MitigationState::RolledBack];
    prop_oneof![
        1 => prop::sample::select(Severity::ALL.to_vec()).prop_map(Act::Severity),
        3 => prop::sample::select(Status::ALL.to_vec()).prop_map(Act::Status),
        1 => prop::option::of(0..PEOPLE.len()).prop_map(Act::Commander),
        1 => Just(Act::Start),
        2 => prop::sample::select(ends).prop_map(Act::Move),
        2 => prop::sample::select(UpdateKind::ALL.to_vec()).prop_map(Act::Send),
        1 => Just(Act::Note),
    ]
}

/// The story, and what is so by now.
struct Told {
    story: Story,
    minute: i64,
    severity: Severity,
    status: Status,
    commander: Option<&'static str>,
    /// Each with its place in the story.
    mitigations: Vec<(String, usize, MitigationState)>,
}

impl Told {
    fn declared(severity: Severity) -> Self {
        let story = Story::declared(severity);
        Self { story, minute: 1, severity, status: Status::Investigating, commander: None, mitigations: vec![] }
    }

    fn then(&mut self, body: EventBody) {
        self.story = std::mem::take(&mut self.story).then(self.minute, body);
        self.minute += 1;
    }

    fn perform(&mut self, act: &Act) {
        match act {
            Act::Severity(to) if *to == self.severity => {}
            Act::Severity(to) => {
                let (from, cause) = (self.severity, SeverityCause::Assessment);
                self.severity = *to;
                self.then(EventBody::SeverityChanged { from, to: *to, cause, reason: None, lowering: Lowering::GotBetter });
            }
            Act::Status(to) if *to == self.status => {}
            Act::Status(to) => {
                let from = self.status;
                self.status = *to;
                self.then(EventBody::StatusChanged { from, to: *to, reason: None });
            }
            Act::Commander(which) => {
                let (from, to) = (self.commander, which.map(|which| PEOPLE[which]));
                self.commander = to;
                let role = Role::IncidentCommander;
                self.then(EventBody::RoleChanged { role, from: from.map(Into::into), to: to.map(Into::into) });
            }
            Act::Start => self.start(),
            Act::Move(to) => self.move_last(*to),
            Act::Send(kind) => self.then(sent(*kind)),
            Act::Note => {
                self.story = std::mem::take(&mut self.story).note(self.minute, "errors on every card");
                self.minute += 1;
            }
        }
    }

    fn start(&mut self) {
        let action = format!("Measure number {}", self.mitigations.len() + 1);
        self.mitigations.push((action.clone(), self.story.events.len(), MitigationState::Started));
        self.then(EventBody::MitigationAdded { action, state: MitigationState::Started, catalogue: None, service: None });
    }

    fn move_last(&mut self, to: MitigationState) {
        let Some((action, place, state)) = self.mitigations.last_mut().filter(|(_, _, state)| *state == MitigationState::Started) else {
            return;
        };
        *state = to;
        let (action, place) = (action.clone(), *place);
        let body = EventBody::MitigationMoved { action, from: MitigationState::Started, to, effect: None, helped: None };
        self.story = std::mem::take(&mut self.story).amending(self.minute, place, body);
        self.minute += 1;
    }

    fn compose(&self, name: &str) -> Message {
        let set = TemplateSet::with(&[]).expect("the built-in templates are sound");
        let template = set.built_in(name).expect("it is built in");
        let incident = self.story.fold().expect("it is declared");
        let recent = self.story.recent(template.audience);
        compose(&incident, &recent, &team().expect("a team"), template, &MessageEdits::default(), at(self.minute))
            .expect("it can be filled")
    }

    fn holds(&self, name: &str) -> Result<(), TestCaseError> {
        let message = self.compose(name);
        for format in UpdateFormat::ALL {
            let text = message.document.write(format, &[]).text();
            self.agrees(name, &text)?;
        }
        let headline = ["initial", "status", "resolution"].contains(&name);
        prop_assert!(!headline || message.subject.contains(&format!(": {} - ", self.severity)), "{}", message.subject);
        Ok(())
    }

    fn agrees(&self, name: &str, text: &str) -> Result<(), TestCaseError> {
        let over = self.status == Status::Resolved;
        for other in Severity::ALL.into_iter().filter(|other| *other != self.severity) {
            let headline = text.lines().next().unwrap_or_default();
            prop_assert!(!headline.contains(other.label()), "{name} is about a {}: {text}", self.severity);
        }
        // Marks of a form and its guards against mentions aside, a line tells the one status that there is.
        let lines = || text.lines().map(|line| line.replace(['*', '_', '\\', '\u{200b}'], "").trim().to_owned());
        for line in lines().filter(|line| name != "customer" && (line.starts_with("Status:") || line.starts_with("Current status:"))) {
            let told = line.split_once(": ").map(|(_, told)| told).unwrap_or_default();
            prop_assert!(told.starts_with(self.status.label()), "{name}: {line}, and it is {}", self.status);
        }
        if let Some(line) = lines().find(|line| line.starts_with("Incident Commander:")) {
            let told: Vec<&str> = PEOPLE.into_iter().filter(|person| line.contains(person)).collect();
            prop_assert_eq!(told, self.commander.into_iter().collect::<Vec<_>>(), "{}", line);
        }
        if name == "customer" {
            let at_work = text.contains("working to resolve") || text.contains("We will provide updates");
            prop_assert_eq!(at_work, !over, "{}", text);
        }
        if let Some(line) = lines().find(|line| line.starts_with("Resolution:")) {
            for (action, _, state) in self.mitigations.iter().filter(|(_, _, state)| *state != MitigationState::Done) {
                prop_assert!(!line.contains(action.as_str()), "{state:?}, and yet it fixed it: {line}");
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_contradicts_what_is_so(
        severity in prop::sample::select(Severity::ALL.to_vec()),
        acts in prop::collection::vec(act(), 0..16),
    ) {
        let mut told = Told::declared(severity);
        acts.iter().for_each(|act| told.perform(act));
        for name in TEMPLATES {
            told.holds(name)?;
        }
    }
}
