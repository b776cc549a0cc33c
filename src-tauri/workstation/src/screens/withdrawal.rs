//! What the screen of a withdrawn incident says.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::Audience;
use sitrep_store::{IncidentRow, StoreError};
use ts_rs::TS;

use crate::data::Inner;
use crate::refusals::Error;

/// That an incident was none, and what that leaves to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WithdrawalView {
    /// `Withdrawn at 14:05 UTC by @ana: declared twice`.
    pub line: String,
    /// The incident that it was merged into, if it was.
    pub into: Option<MergedInto>,
    /// `Its updates went to customers: they are owed a word.`, if any went out.
    pub owed: Option<String>,
}

/// An incident that another was merged into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergedInto {
    /// Its handle.
    pub handle: String,
    /// Its title.
    pub title: String,
}

/// None where a copy of the data has not got the other.
pub(crate) fn merged_into(inner: &Inner, incident: &Incident) -> Result<Option<MergedInto>, Error> {
    let Some(id) = incident.withdrawn.as_ref().and_then(|withdrawal| withdrawal.into) else { return Ok(None) };
    match inner.store.incident(id) {
        Ok(IncidentRow { summary, .. }) => Ok(Some(MergedInto { handle: summary.handle, title: summary.title })),
        Err(StoreError::UnknownIncident) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What is said of a withdrawn incident; `into` is the one that it was merged into.
pub(crate) fn withdrawal(incident: &Incident, into: Option<MergedInto>, now: DateTime<Utc>) -> Option<WithdrawalView> {
    let withdrawal = incident.withdrawn.as_ref()?;
    let (at, by) = (clock_time(withdrawal.at, now), &withdrawal.by);
    let owed: Vec<Audience> = incident.owed_a_word().into_iter().collect();
    let what = if withdrawal.into.is_some() { "Merged" } else { "Withdrawn" };
    let owed = if withdrawal.into.is_some() { owed_elsewhere_line(&owed) } else { owed_line(&owed) };
    Some(WithdrawalView { line: format!("{what} at {at} by {by}: {}", withdrawal.reason), into, owed })
}

fn names(told: &[Audience]) -> String {
    told.iter().map(|audience| audience.label().to_lowercase()).collect::<Vec<_>>().join(" and ")
}

/// Who was told of what went on in another incident, and is owed a word of that; none if nobody was.
#[must_use]
pub fn owed_elsewhere_line(told: &[Audience]) -> Option<String> {
    let who = names(told);
    (!told.is_empty()).then(|| format!("Messages about it went out ({who}): those who got them are owed a word of where it goes on."))
}

/// Who was told of what was no incident, and is owed a word; none if nobody was.
#[must_use]
pub fn owed_line(told: &[Audience]) -> Option<String> {
    let who = names(told);
    (!told.is_empty()).then(|| format!("Messages about it went out ({who}): those who got them are owed a word that it was no incident."))
}
