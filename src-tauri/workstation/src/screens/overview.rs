//! The rail and the empty screen.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::procedure::review_due;
use sitrep_core::team::Policy;
use sitrep_core::text::rough;
use sitrep_store::IncidentRow;
use ts_rs::TS;

use super::review::due_line;
use super::severity_chooser::SeverityMeaning;
use crate::data::Workstation;
use crate::refusals::Error;

/// What the window shows besides one incident: rail and empty screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Overview {
    /// Active incidents, the worst first, then by next due.
    pub active: Vec<IncidentSummary>,
    /// The last resolved ones, newest first, with how long ago (`12 h`).
    pub recent: Vec<RecentIncident>,
    /// The last withdrawn ones, which are shown only to who looks for them.
    pub withdrawn: Vec<IncidentSummary>,
    /// The severity chooser's rows, the worst first.
    pub severities: Vec<SeverityMeaning>,
    /// Reviews that are still owed.
    pub owed_reviews: Vec<OwedReview>,
    /// `No active incident. The last one closed 12 hours ago.`
    pub quiet_line: String,
    /// Whether this is the practice folder.
    pub practice: bool,
}

/// A resolved incident in the rail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentIncident {
    /// The incident.
    pub incident: IncidentSummary,
    /// How long ago it was resolved: `12 h`.
    pub ago: String,
}

/// A review that is not complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwedReview {
    /// The incident.
    pub incident: IncidentSummary,
    /// `due in 36 h`, `2 d late`.
    pub due: String,
    /// Whether it is late.
    pub late: bool,
}

const RECENT_AT_MOST: usize = 8;

impl Workstation {
    /// The rail and the empty screen.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn overview(&self) -> Result<Overview, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let running = inner.running(&self.policy(), now)?;
        let active = running.iter().filter(|incident| incident.is_active()).map(|incident| incident.summary()).collect::<Vec<_>>();
        let ended = inner.store.ended(RECENT_AT_MOST)?;
        let owed = inner.store.unfinished()?.into_iter().filter(|row| !row.reviewed);
        Ok(Overview {
            quiet_line: quiet_line(active.len(), ended.first(), now),
            active,
            recent: ended.into_iter().map(|row| recent_incident(row, now)).collect(),
            withdrawn: inner.store.withdrawn(RECENT_AT_MOST)?.into_iter().map(|row| row.summary).collect(),
            severities: self.severity_meanings(),
            owed_reviews: owed.filter_map(|row| owed_review(running.iter().find(|one| one.id == row.id)?, &self.policy(), now)).collect(),
            practice: self.folders.practice,
        })
    }
}

fn quiet_line(active: usize, last: Option<&IncidentRow>, now: DateTime<Utc>) -> String {
    if active > 0 {
        return format!("{active} active.");
    }
    match last.and_then(|row| row.summary.resolved_at) {
        Some(at) => format!("No active incident. The last one closed {} ago.", rough(now - at)),
        None => "No active incident.".to_owned(),
    }
}

fn recent_incident(row: IncidentRow, now: DateTime<Utc>) -> RecentIncident {
    let ago = row.summary.resolved_at.map(|at| rough(now - at)).unwrap_or_default();
    RecentIncident { incident: row.summary, ago }
}

fn owed_review(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Option<OwedReview> {
    let (line, late) = due_line("due in", review_due(incident, policy)?, now);
    Some(OwedReview { incident: incident.summary(), due: line, late })
}
