//! The commander who also debugs (seed: Designate Roles).

use crate::incident::{Finding, Incident};
use crate::vocabulary::{EventId, HypothesisState, Role};

/// The commander is debugging as well (seed: the Incident Commander does NOT debug).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DebuggingCommander {
    /// Who.
    pub person: String,
    /// How that is known, in words.
    pub why: String,
}

impl DebuggingCommander {
    /// `@ana commands and ran kubectl get pods. The Incident Commander does not debug.`
    #[must_use]
    pub fn in_words(&self) -> String {
        format!("{} commands and {}. The Incident Commander does not debug.", self.person, self.why)
    }
}

/// Whether the commander also debugs, and how that is known; nothing once somebody has said why.
#[must_use]
pub fn debugging_commander(incident: &Incident) -> Option<DebuggingCommander> {
    let person = incident.roles.get(&Role::IncidentCommander).filter(|_| incident.is_active())?;
    if incident.debugging_explained.as_ref() == Some(person) {
        return None;
    }
    let why = seen_debugging(incident, person)?;
    Some(DebuggingCommander { person: person.clone(), why })
}

/// What shows that a person debugs.
fn seen_debugging(incident: &Incident, person: &str) -> Option<String> {
    let holds = |role: Role| incident.roles.get(&role).is_some_and(|held| held == person);
    if Role::ALL.into_iter().all(holds) {
        return Some("holds all four roles".to_owned());
    }
    if holds(Role::TechnicalLead) {
        return Some("is Technical Lead at the same time".to_owned());
    }
    let since = incident.role_given.get(&Role::IncidentCommander);
    let as_commander = |id: EventId| since.is_none_or(|since| id > *since);
    let ran = incident.last_commands.get(person).filter(|ran| as_commander(ran.id));
    let tests = incident.hypotheses.iter().find(|one| one.state == HypothesisState::Testing && one.who.as_deref() == Some(person));
    let found = incident.findings.iter().find(|found| found.author == person && as_commander(found.id) && !is_of_an_alert(incident, found));
    let steps = incident.runbooks.iter().flat_map(|run| &run.steps);
    let step = steps.into_iter().find(|step| step.moved.as_ref().is_some_and(|moved| moved.by == person && as_commander(moved.id)));
    ran.map(|ran| format!("ran {}", ran.command))
        .or_else(|| tests.map(|one| format!("tests whether {}", one.statement)))
        .or_else(|| found.map(|found| format!("logged what was found: {}", found.text)))
        .or_else(|| step.map(|step| format!("works through a runbook: {}", step.title)))
}

/// Who takes an alert in has not looked for anything: its finding came with it.
fn is_of_an_alert(incident: &Incident, found: &Finding) -> bool {
    incident.alerts.iter().any(|one| one.at == found.at && found.text.starts_with(one.alert.name.as_deref().unwrap_or(&one.alert.title)))
}
