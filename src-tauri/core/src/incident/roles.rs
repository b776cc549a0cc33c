//! Who held which role from when to when, and who was told (seed: Designate Roles).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::vocabulary::Role;

/// A person held a role for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

/// Hands a role over at a time: whoever held it holds it no longer.
pub(super) fn hand_over(history: &mut Vec<RoleHeld>, role: Role, to: Option<&String>, at: DateTime<Utc>) {
    for held in history.iter_mut().filter(|held| held.role == role && held.to.is_none()) {
        held.to = Some(at);
    }
    history.extend(to.map(|person| RoleHeld { role, person: person.clone(), from: at, to: None }));
}
