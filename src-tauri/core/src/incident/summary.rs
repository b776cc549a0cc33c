//! An incident in the stable shape that scripts read.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::facts::Incident;
use crate::vocabulary::{Role, Severity, Status};

/// The four roles in the stable shape that scripts read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct RoleHolders {
    /// Who commands.
    pub incident_commander: Option<String>,
    /// Who leads the work.
    pub technical_lead: Option<String>,
    /// Who writes the updates.
    pub communications_lead: Option<String>,
    /// Who keeps the timeline.
    pub scribe: Option<String>,
}

impl RoleHolders {
    /// Who has this role.
    #[must_use]
    pub fn of(&self, role: Role) -> Option<&str> {
        match role {
            Role::IncidentCommander => self.incident_commander.as_deref(),
            Role::TechnicalLead => self.technical_lead.as_deref(),
            Role::CommunicationsLead => self.communications_lead.as_deref(),
            Role::Scribe => self.scribe.as_deref(),
        }
    }
}

/// An incident in the stable shape of `show` and `list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IncidentSummary {
    /// Its name.
    pub handle: String,
    /// What is wrong.
    pub title: String,
    /// How bad.
    pub severity: Severity,
    /// The worst that it really was; none in a list kept by a Sitrep that did not know it.
    #[serde(default)]
    pub peak_severity: Option<Severity>,
    /// Where it stands.
    pub status: Status,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it was declared.
    pub declared_at: DateTime<Utc>,
    /// When somebody knew of it; none in a list kept by a Sitrep that did not know it.
    #[serde(default)]
    pub detected_at: Option<DateTime<Utc>>,
    /// When it was resolved.
    pub resolved_at: Option<DateTime<Utc>>,
    /// Why it was no incident, if it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
    /// Whether it is a security matter.
    pub security: bool,
    /// The services it touches.
    pub services: Vec<String>,
    /// Who does what.
    pub roles: RoleHolders,
    /// The name of its channel.
    pub channel: String,
    /// Where that opens, if somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel_link: Option<String>,
    /// The call, if there is one: a link, a number, a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bridge: Option<String>,
}

impl IncidentSummary {
    /// Whether it is over: resolved, or withdrawn.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.resolved_at.is_some() || self.withdrawn.is_some()
    }
}

impl Incident {
    /// The stable shape for scripts.
    #[must_use]
    pub fn summary(&self) -> IncidentSummary {
        let holder = |role| self.roles.get(&role).cloned();
        IncidentSummary {
            handle: self.handle.clone(),
            title: self.title.clone(),
            severity: self.severity,
            peak_severity: Some(self.peak_severity()),
            status: self.status,
            started_at: self.started_at,
            declared_at: self.declared_at,
            detected_at: Some(self.detected_at()),
            resolved_at: self.resolved_at,
            withdrawn: self.withdrawn.as_ref().map(|withdrawal| withdrawal.reason.clone()),
            security: self.security.is_some(),
            services: self.services.clone(),
            roles: RoleHolders {
                incident_commander: holder(Role::IncidentCommander),
                technical_lead: holder(Role::TechnicalLead),
                communications_lead: holder(Role::CommunicationsLead),
                scribe: holder(Role::Scribe),
            },
            channel: self.channel_name(),
            channel_link: self.channel.link.clone(),
            bridge: self.channel.bridge.clone(),
        }
    }
}
