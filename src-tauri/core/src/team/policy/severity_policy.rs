//! One row of the severity table (seed: Severity Levels).
//!
//! What a row asks for until the end and after is asked of an incident through [`super::Duties`]: a severity that it recovered from counts.

use chrono::TimeDelta;
use serde::Deserialize;

use super::minutes::{MINUTES_AT_MOST, Minutes, unless_zero};
use crate::text::{every, is_blank, within};

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
    pub(super) notify: Vec<String>,
    /// Whether the four roles must be filled.
    pub(super) roles_required: bool,
    escalate_after_minutes: Option<Minutes>,
    quiet_minutes: Option<Minutes>,
    watch_hours: Option<u32>,
    review_within_hours: Option<u32>,
    /// Whether its reminders wait for working hours.
    #[serde(default)]
    pub(super) reminds_in_working_hours: bool,
}

/// By when the first responder must have acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResponseTime {
    /// Within this time of the declaration.
    Within(TimeDelta),
    /// By the end of the next business day.
    NextBusinessDay,
}

impl SeverityPolicy {
    pub(super) fn check(&self) -> Result<(), (&'static str, String)> {
        for (name, minutes) in
            [("update_every_minutes", self.update_every_minutes), ("customer_update_every_minutes", self.customer_update_every_minutes)]
        {
            if minutes.0 == 0 {
                return Err((name, "must be at least 1".to_owned()));
            }
        }
        for (name, hours) in [("review_within_hours", self.review_within_hours), ("watch_hours", self.watch_hours)] {
            if hours.is_some_and(|hours| hours > MINUTES_AT_MOST / 60) {
                return Err((name, "must be a year at most".to_owned()));
            }
        }
        if is_blank(&self.name) {
            return Err(("name", "must not be empty".to_owned()));
        }
        Ok(())
    }

    /// By when somebody must have acknowledged.
    #[must_use]
    pub fn response(&self) -> ResponseTime {
        unless_zero(self.response_minutes).map_or(ResponseTime::NextBusinessDay, ResponseTime::Within)
    }

    /// By when, as the table says it: `< 15 minutes`, `Next business day`.
    #[must_use]
    pub fn response_in_words(&self) -> String {
        match self.response() {
            ResponseTime::Within(length) => format!("< {}", within(length)),
            ResponseTime::NextBusinessDay => "Next business day".to_owned(),
        }
    }

    /// How often, as the table says it: `Every 30 minutes`, `Daily (if ongoing)`.
    #[must_use]
    pub fn cadence_in_words(&self) -> String {
        if self.update_every() == TimeDelta::days(1) {
            "Daily (if ongoing)".to_owned()
        } else {
            format!("Every {}", every(self.update_every()))
        }
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
        unless_zero(self.escalate_after_minutes)
    }

    /// How long it must stay quiet after a fix before it may be resolved, if that is asked.
    pub(super) fn quiet(&self) -> Option<TimeDelta> {
        unless_zero(self.quiet_minutes)
    }

    /// Within which time of the resolution the review is due, if one is.
    pub(super) fn review_within(&self) -> Option<TimeDelta> {
        hours_unless_zero(self.review_within_hours)
    }

    /// How long it is watched for recurrence after the end, if it is.
    pub(super) fn watch(&self) -> Option<TimeDelta> {
        hours_unless_zero(self.watch_hours)
    }
}

fn hours_unless_zero(hours: Option<u32>) -> Option<TimeDelta> {
    hours.filter(|hours| *hours > 0).map(|hours| TimeDelta::hours(i64::from(hours)))
}
