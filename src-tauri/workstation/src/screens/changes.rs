//! The changes, as they are listed.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::{Change, Incident};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{ChangeKind, EventId};
use ts_rs::TS;

use super::before_onset::before_onset;

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangeView {
    /// The event that noted it.
    pub id: EventId,
    /// What was changed.
    pub kind: ChangeKind,
    /// The same in words.
    pub label: String,
    /// What it is.
    pub summary: String,
    /// `13:45 UTC`.
    pub at: String,
    /// `15 min before`, `4 min after`: the start is meant.
    pub before: String,
    /// How long before the start, in seconds; negative for one that came after.
    pub age_before_onset: i64,
    /// Whether it is the nearest before the start.
    pub nearest: bool,
    /// The hash of its commit, or whatever names it elsewhere.
    pub reference: Option<String>,
    /// The repository it was found in.
    pub repository: Option<String>,
    /// Who made it.
    pub by: Option<String>,
    /// Whether it is suspected.
    pub suspect: bool,
    /// The hypothesis that it is the cause, if there is one.
    pub hypothesis: Option<EventId>,
}

pub(crate) fn change_view(incident: &Incident, change: &Change, nearest: Option<EventId>, now: DateTime<Utc>) -> ChangeView {
    ChangeView {
        id: change.id,
        kind: change.kind,
        label: change.kind.label().to_owned(),
        summary: change.summary.clone(),
        at: clock_time(change.at, now),
        before: before_onset(change.at, incident.started_at),
        age_before_onset: (incident.started_at - change.at).num_seconds(),
        nearest: nearest == Some(change.id),
        reference: change.reference.clone(),
        repository: change.repository.clone(),
        by: change.by.clone(),
        suspect: change.suspect,
        hypothesis: incident.hypotheses.iter().find(|one| one.change == Some(change.id)).map(|one| one.id),
    }
}
