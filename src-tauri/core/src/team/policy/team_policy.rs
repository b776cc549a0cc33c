//! The response policy as data (seed: Severity Levels, Escalation Rules, Who to Notify, roles, review windows).

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde::Deserialize;

use super::business_hours::BusinessHours;
use super::minutes::Minutes;
use super::reminder_rules::{ReminderRule, RemindersByKind};
use super::severity_policy::SeverityPolicy;
use crate::vocabulary::{DeadlineKind, Role, Severity, SeverityNames};

/// Everything a team can decide about how it responds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    impact_assessment_minutes: Minutes,
    /// Whether the severity goes up by itself when its time is over; otherwise a person is asked.
    pub escalate_automatically: bool,
    /// For longer than this a severity must have been lowered for its escalation clock to begin anew when it is raised again.
    pub escalation_restarts_after_minutes: Minutes,
    /// How long 'not yet' to an escalation lasts.
    pub not_yet_minutes: Minutes,
    /// When the team works.
    pub business: BusinessHours,
    reminders: RemindersByKind,
    severity: BySeverity,
    /// What the team says for a severity, such as SEV1.
    #[serde(default)]
    pub severity_names: SeverityNames,
    roles: BTreeMap<Role, RolePolicy>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(non_snake_case, reason = "the keys are the severities' labels")]
struct BySeverity {
    P0: SeverityPolicy,
    P1: SeverityPolicy,
    P2: SeverityPolicy,
    P3: SeverityPolicy,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RolePolicy {
    responsibility: String,
}

impl Policy {
    /// What in it makes no sense, as a key and a reason.
    pub(super) fn check(&self) -> Result<(), (String, String)> {
        let wrong = |key: &str, reason: &str| Err((key.to_owned(), reason.to_owned()));
        if self.impact_assessment_minutes.0 == 0 {
            return wrong("impact_assessment_minutes", "must be at least 1");
        }
        self.business.check().map_err(|(name, reason)| (format!("business.{name}"), reason))?;
        for kind in DeadlineKind::ALL {
            let rule = self.reminders.of(kind);
            rule.check(kind).map_err(|(name, reason)| (format!("reminders.{}.{name}", kind.word()), reason))?;
        }
        for severity in Severity::ALL {
            self.of(severity).check().map_err(|(name, reason)| (format!("severity.{severity}.{name}"), reason))?;
        }
        if let Some(severity) =
            Severity::ALL.into_iter().find(|severity| *severity != Severity::P3 && self.of(*severity).reminds_in_working_hours)
        {
            return wrong(
                &format!("severity.{severity}.reminds_in_working_hours"),
                "is for P3 alone: what is worse is reminded of day and night",
            );
        }
        if let Some(name) = self.severity_names.misleading() {
            return wrong(&format!("severity_names.{name}"), "is another severity");
        }
        for role in Role::ALL {
            if !self.roles.contains_key(&role) {
                return wrong("roles", "each of the four roles needs its responsibility");
            }
        }
        Ok(())
    }

    /// Who is to be notified of anything.
    pub(crate) fn notified(&self) -> impl Iterator<Item = &String> {
        Severity::ALL.into_iter().flat_map(|severity| &self.of(severity).notify)
    }

    /// The row for a severity.
    #[must_use]
    pub fn of(&self, severity: Severity) -> &SeverityPolicy {
        match severity {
            Severity::P0 => &self.severity.P0,
            Severity::P1 => &self.severity.P1,
            Severity::P2 => &self.severity.P2,
            Severity::P3 => &self.severity.P3,
        }
    }

    /// Whether reminders of what was never worse than this wait for working hours.
    #[must_use]
    pub fn reminds_in_working_hours(&self, worst: Severity) -> bool {
        self.of(worst).reminds_in_working_hours
    }

    /// When a kind of deadline reminds.
    #[must_use]
    pub fn reminders(&self, kind: DeadlineKind) -> ReminderRule {
        self.reminders.of(kind)
    }

    /// Within which time of the declaration the impact is to be assessed.
    #[must_use]
    pub fn impact_assessment(&self) -> TimeDelta {
        self.impact_assessment_minutes.into()
    }

    /// What a role does.
    #[must_use]
    pub fn responsibility(&self, role: Role) -> &str {
        self.roles.get(&role).map_or("", |row| row.responsibility.as_str())
    }
}
