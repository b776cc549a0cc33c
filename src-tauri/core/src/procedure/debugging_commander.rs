//! The commander who also debugs (seed: Designate Roles).

use crate::incident::Incident;
use crate::vocabulary::Role;

/// The commander is debugging as well (seed: the Incident Commander does NOT debug).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DebuggingCommander {
    /// Who.
    pub person: String,
    /// How that is known, in words.
    pub why: String,
}

/// Whether the commander also debugs, and how that is known.
#[must_use]
pub fn debugging_commander(incident: &Incident) -> Option<DebuggingCommander> {
    let person = incident.roles.get(&Role::IncidentCommander).filter(|_| incident.is_active())?;
    let why = seen_debugging(incident, person)?;
    Some(DebuggingCommander { person: person.clone(), why })
}

/// What shows that a person debugs.
fn seen_debugging(incident: &Incident, person: &str) -> Option<String> {
    if incident.roles.get(&Role::TechnicalLead).is_some_and(|lead| lead == person) {
        return Some("is Technical Lead at the same time".to_owned());
    }
    let since = incident.role_given.get(&Role::IncidentCommander);
    let ran = incident.last_commands.get(person).filter(|ran| since.is_none_or(|since| ran.id > *since))?;
    Some(format!("ran {}", ran.command))
}
