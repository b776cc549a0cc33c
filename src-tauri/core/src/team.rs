//! Who held which role from when to when, who was told, and the commander who also debugs (seed: Designate Roles).

use chrono::{DateTime, Utc};

use crate::incident::Incident;
use crate::role::Role;

/// A person held a role for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleHeld {
    /// Which role.
    pub role: Role,
    /// Who, as `@name`.
    pub person: String,
    /// From (UTC).
    pub from: DateTime<Utc>,
    /// To (UTC); none while it is held.
    pub to: Option<DateTime<Utc>>,
}

/// Somebody was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

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
    let ran = incident.commands.iter().rev().find(|command| command.by == person && since.is_none_or(|since| command.id > *since))?;
    Some(format!("ran {}", ran.run.command))
}

/// Hands a role over at a time: whoever held it holds it no longer.
pub(crate) fn hand_over(history: &mut Vec<RoleHeld>, role: Role, to: Option<&String>, at: DateTime<Utc>) {
    for held in history.iter_mut().filter(|held| held.role == role && held.to.is_none()) {
        held.to = Some(at);
    }
    history.extend(to.map(|person| RoleHeld { role, person: person.clone(), from: at, to: None }));
}
