//! What severities ask of an incident until it is over and after.

use chrono::TimeDelta;

use super::severity_policy::SeverityPolicy;
use super::team_policy::Policy;
use crate::vocabulary::Severity;

/// What is owed to an incident that had these severities. Where they ask for different things, the stricter counts.
#[derive(Debug, Clone)]
pub struct Duties<'a> {
    rows: Vec<&'a SeverityPolicy>,
}

impl Policy {
    /// What an incident owes that had these severities.
    #[must_use]
    pub fn duties(&self, severities: &[Severity]) -> Duties<'_> {
        Duties { rows: severities.iter().map(|severity| self.of(*severity)).collect() }
    }
}

impl<'a> Duties<'a> {
    /// How long it must stay quiet after a fix before it may be resolved, if that is asked.
    #[must_use]
    pub fn quiet(&self) -> Option<TimeDelta> {
        self.rows.iter().filter_map(|row| row.quiet()).max()
    }

    /// How long it is watched for recurrence after the end, if it is (seed: Resolution Notification).
    #[must_use]
    pub fn watch(&self) -> Option<TimeDelta> {
        self.rows.iter().filter_map(|row| row.watch()).max()
    }

    /// Within which time of the resolution the review is due, if one is.
    #[must_use]
    pub fn review_within(&self) -> Option<TimeDelta> {
        self.rows.iter().filter_map(|row| row.review_within()).min()
    }

    /// Whether the four roles must be filled.
    #[must_use]
    pub fn roles_required(&self) -> bool {
        self.rows.iter().any(|row| row.roles_required)
    }

    /// Who is to be notified, in the order of the policy.
    #[must_use]
    pub fn notify(&self) -> Vec<&'a str> {
        let mut all: Vec<&'a str> = Vec::new();
        for who in self.rows.iter().flat_map(|row| &row.notify) {
            if !all.contains(&who.as_str()) {
                all.push(who);
            }
        }
        all
    }
}
