//! The status stepper.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::Status;
use ts_rs::TS;

/// A step of the status stepper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatusStep {
    /// Which status.
    pub status: Status,
    /// `14:24`, if it was entered.
    pub entered: Option<String>,
    /// Whether it is the present one.
    pub current: bool,
    /// Whether it lies behind.
    pub past: bool,
}

pub(crate) fn status_steps(incident: &Incident, now: DateTime<Utc>) -> Vec<StatusStep> {
    let step = |status: Status| {
        let entered = incident.status_entered.get(&status).filter(|_| status <= incident.status);
        StatusStep {
            status,
            entered: entered.map(|at| clock_time(*at, now).trim_end_matches(" UTC").to_owned()),
            current: status == incident.status,
            past: status < incident.status && entered.is_some(),
        }
    };
    Status::ALL.map(step).into()
}
