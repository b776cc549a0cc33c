//! The roles, filled or not.

use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::team::Policy;
use sitrep_core::vocabulary::Role;
use ts_rs::TS;

/// A role as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoleView {
    /// Which role.
    pub role: Role,
    /// Incident Commander.
    pub label: String,
    /// IC.
    pub short_label: String,
    /// What the role does.
    pub responsibility: String,
    /// Who holds it.
    pub person: Option<String>,
    /// Whether this severity asks for it.
    pub required: bool,
}

pub(crate) fn role_view(incident: &Incident, policy: &Policy, role: Role) -> RoleView {
    RoleView {
        role,
        label: role.label().to_owned(),
        short_label: role.short_label().to_owned(),
        responsibility: policy.responsibility(role).to_owned(),
        person: incident.roles.get(&role).cloned(),
        required: incident.duties(policy).roles_required(),
    }
}
