//! When an incident reached what its course is measured by. What did not hold is not reached: a status that was left for an earlier
//! one, and a mitigation of before a reopening.

use chrono::{DateTime, Utc};

use super::facts::Incident;
use super::hypotheses::Hypothesis;
use super::mitigations::{Mitigation, Outcome};
use crate::vocabulary::{HypothesisState, Status};

impl Incident {
    /// When a status was last entered (UTC), as long as it was not left for an earlier one since.
    #[must_use]
    pub fn held_since(&self, status: Status) -> Option<DateTime<Utc>> {
        let entered = *self.status_entered.get(&status)?;
        let mut left_for = self.status_entered.iter().filter(|(other, at)| **other < status && **at > entered);
        (self.status >= status && left_for.next().is_none()).then_some(entered)
    }

    /// When the cause was known (UTC): on entering Identified, or as a hypothesis was confirmed that still is, whichever came first.
    #[must_use]
    pub fn identified_at(&self) -> Option<DateTime<Utc>> {
        let confirmed = self.hypotheses.iter().filter(|one| one.state == HypothesisState::Confirmed).map(|one| one.changed_at);
        confirmed.filter(|at| self.is_since_reopening(*at)).chain(self.held_since(Status::Identified)).min()
    }

    /// When it stopped hurting (UTC): as a mitigation was done that helped, or as the fix began to be watched, whichever came first.
    #[must_use]
    pub fn mitigated_at(&self) -> Option<DateTime<Utc>> {
        let helped = self.mitigations.iter().filter(|one| one.outcome() == Some(Outcome::Helped)).filter_map(Mitigation::done_at);
        helped.filter(|at| self.is_since_reopening(*at)).chain(self.fix_applied_at()).min()
    }

    /// The hypothesis that was confirmed, the last of them.
    #[must_use]
    pub fn confirmed_cause(&self) -> Option<&Hypothesis> {
        self.hypotheses.iter().rfind(|one| one.state == HypothesisState::Confirmed)
    }

    /// The mitigation that was seen to help, the last of them.
    #[must_use]
    pub fn what_helped(&self) -> Option<&Mitigation> {
        self.mitigations.iter().rfind(|one| one.outcome() == Some(Outcome::Helped))
    }

    fn is_since_reopening(&self, at: DateTime<Utc>) -> bool {
        self.reopened_at.is_none_or(|reopened| at >= reopened)
    }
}
