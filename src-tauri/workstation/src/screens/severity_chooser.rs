//! The rows of the severity chooser.

use chrono::TimeDelta;
use serde::Serialize;
use sitrep_core::team::Policy;
use sitrep_core::text::{every, prose};
use sitrep_core::vocabulary::Severity;
use ts_rs::TS;

use crate::data::Workstation;

/// A row of the severity chooser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeverityMeaning {
    /// P0 to P3.
    pub severity: Severity,
    /// Total Outage.
    pub name: String,
    /// What it means, in a short line.
    pub meaning: String,
    /// What it means, in full.
    pub description: String,
    /// Examples.
    pub examples: Vec<String>,
    /// `< 30 minutes`.
    pub response: String,
    /// `Every 30 minutes`.
    pub update_cadence: String,
    /// `update every 15 min`, for the chooser.
    pub cadence: String,
    /// `On-call engineer`.
    pub responders: String,
}

impl Workstation {
    /// The rows of the severity chooser, the worst first.
    #[must_use]
    pub fn severity_meanings(&self) -> Vec<SeverityMeaning> {
        Severity::ALL.map(|severity| severity_meaning(&self.policy(), severity)).into()
    }
}

fn severity_meaning(policy: &Policy, severity: Severity) -> SeverityMeaning {
    let row = policy.of(severity);
    let length = row.update_every();
    let cadence =
        if length >= TimeDelta::days(1) { format!("update every {}", every(length)) } else { format!("update every {}", prose(length)) };
    SeverityMeaning {
        severity,
        name: row.name.clone(),
        meaning: row.meaning.clone(),
        description: row.description.clone(),
        examples: row.examples.clone(),
        response: row.response_in_words(),
        update_cadence: row.cadence_in_words(),
        cadence,
        responders: row.responders.clone(),
    }
}
