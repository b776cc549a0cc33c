//! The response policy as data (seed: Severity Levels, Escalation Rules, Who to Notify, roles, review windows).

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde::Deserialize;

use crate::vocabulary::{DeadlineKind, Role, Severity};

mod business;
mod overlay;
mod reminding;

pub use business::BusinessHours;
pub use overlay::{EffectivePolicy, Origin, PolicyError, PolicyValue};
use reminding::RemindersByKind;
pub use reminding::{Lead, ReminderRule};

const BUILT_IN: &str = include_str!("default.toml");

/// Longer than anything in an incident; what is longer is a slip of the finger.
const MINUTES_AT_MOST: u32 = 366 * 24 * 60;

/// A whole number of minutes, a year at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "u32")]
pub struct Minutes(pub u32);

impl TryFrom<u32> for Minutes {
    type Error = &'static str;

    fn try_from(minutes: u32) -> Result<Self, &'static str> {
        if minutes <= MINUTES_AT_MOST { Ok(Self(minutes)) } else { Err("must be a year at most") }
    }
}

impl From<Minutes> for TimeDelta {
    fn from(minutes: Minutes) -> Self {
        TimeDelta::minutes(i64::from(minutes.0))
    }
}

/// Everything a team can decide about how it responds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    impact_assessment_minutes: Minutes,
    /// Whether the severity goes up by itself when its time is over; otherwise a person is asked.
    pub escalate_automatically: bool,
    /// How long 'not yet' to an escalation lasts.
    pub not_yet_minutes: Minutes,
    /// When the team works.
    pub business: BusinessHours,
    reminders: RemindersByKind,
    severity: BySeverity,
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

/// One row of the severity table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeverityPolicy {
    /// Its name, such as Total Outage.
    pub name: String,
    /// What it means, in one short line for the chooser.
    pub meaning: String,
    /// What it means, in full.
    pub description: String,
    /// Examples.
    pub examples: Vec<String>,
    response_minutes: Option<Minutes>,
    update_every_minutes: Minutes,
    customer_update_every_minutes: Minutes,
    /// Who responds.
    pub responders: String,
    /// Who to notify, in this order.
    pub notify: Vec<String>,
    /// Whether the four roles must be filled.
    pub roles_required: bool,
    escalate_after_minutes: Option<Minutes>,
    quiet_minutes: Option<Minutes>,
    review_within_hours: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RolePolicy {
    responsibility: String,
}

/// By when the first responder must have acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResponseTime {
    /// Within this time of the declaration.
    Within(TimeDelta),
    /// By the end of the next business day.
    NextBusinessDay,
}

impl Policy {
    /// The policy Sitrep comes with: the procedure's own tables.
    ///
    /// # Errors
    /// [`PolicyError`] if the embedded file is broken, which a test rules out.
    pub fn built_in() -> Result<Self, PolicyError> {
        Ok(EffectivePolicy::built_in()?.policy)
    }

    /// What in it makes no sense, as a key and a reason.
    fn check(&self) -> Result<(), (String, String)> {
        let wrong = |key: &str, reason: &str| Err((key.to_owned(), reason.to_owned()));
        if self.impact_assessment_minutes.0 == 0 {
            return wrong("impact_assessment_minutes", "must be at least 1");
        }
        self.business.check().map_err(|(name, reason)| (format!("business.{name}"), reason))?;
        for kind in DeadlineKind::ALL {
            let rule = self.reminders.of(kind);
            rule.check().map_err(|(name, reason)| (format!("reminders.{}.{name}", kind.word()), reason))?;
        }
        for severity in Severity::ALL {
            self.of(severity).check().map_err(|(name, reason)| (format!("severity.{severity}.{name}"), reason))?;
        }
        for role in Role::ALL {
            if !self.roles.contains_key(&role) {
                return wrong("roles", "each of the four roles needs its responsibility");
            }
        }
        Ok(())
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

impl SeverityPolicy {
    fn check(&self) -> Result<(), (&'static str, String)> {
        for (name, minutes) in
            [("update_every_minutes", self.update_every_minutes), ("customer_update_every_minutes", self.customer_update_every_minutes)]
        {
            if minutes.0 == 0 {
                return Err((name, "must be at least 1".to_owned()));
            }
        }
        if self.review_within_hours.is_some_and(|hours| hours > MINUTES_AT_MOST / 60) {
            return Err(("review_within_hours", "must be a year at most".to_owned()));
        }
        if self.name.trim().is_empty() {
            return Err(("name", "must not be empty".to_owned()));
        }
        Ok(())
    }

    /// By when somebody must have acknowledged.
    #[must_use]
    pub fn response(&self) -> ResponseTime {
        asked(self.response_minutes).map_or(ResponseTime::NextBusinessDay, ResponseTime::Within)
    }

    /// How often internal updates go out.
    #[must_use]
    pub fn update_every(&self) -> TimeDelta {
        self.update_every_minutes.into()
    }

    /// How often customers hear, once they have heard at all.
    #[must_use]
    pub fn customer_update_every(&self) -> TimeDelta {
        self.customer_update_every_minutes.into()
    }

    /// After how long the severity goes up, if it does.
    #[must_use]
    pub fn escalate_after(&self) -> Option<TimeDelta> {
        asked(self.escalate_after_minutes)
    }

    /// How long it must stay quiet after a fix before it may be resolved, if that is asked.
    #[must_use]
    pub fn quiet(&self) -> Option<TimeDelta> {
        asked(self.quiet_minutes)
    }

    /// Within which time of the resolution the review is due, if one is.
    #[must_use]
    pub fn review_within(&self) -> Option<TimeDelta> {
        self.review_within_hours.filter(|hours| *hours > 0).map(|hours| TimeDelta::hours(i64::from(hours)))
    }
}

/// A team writes 0 for a time that it does not want.
fn asked(minutes: Option<Minutes>) -> Option<TimeDelta> {
    minutes.filter(|minutes| minutes.0 > 0).map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_policy_is_the_seeds_table() -> Result<(), PolicyError> {
        let policy = Policy::built_in()?;
        let row = |severity| {
            let row = policy.of(severity);
            let minutes = |length: Option<TimeDelta>| length.map(|length| length.num_minutes());
            let response = match row.response() {
                ResponseTime::Within(length) => Some(length.num_minutes()),
                ResponseTime::NextBusinessDay => None,
            };
            (
                response,
                row.update_every().num_minutes(),
                minutes(row.escalate_after()),
                minutes(row.quiet()),
                row.review_within().map(|w| w.num_hours()),
                row.notify.len(),
            )
        };
        assert_eq!(row(Severity::P0), (Some(15), 15, None, Some(15), Some(48), 5));
        assert_eq!(row(Severity::P1), (Some(30), 30, Some(120), Some(15), Some(48), 3));
        assert_eq!(row(Severity::P2), (Some(120), 120, Some(240), Some(30), Some(168), 2));
        assert_eq!(row(Severity::P3), (None, 1440, None, None, None, 1));
        for role in Role::ALL {
            assert!(!policy.responsibility(role).is_empty(), "{role:?}");
        }
        Ok(())
    }
}
