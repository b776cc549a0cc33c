//! What the screen of a withdrawn incident says.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::Audience;
use ts_rs::TS;

/// That an incident was none, and what that leaves to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WithdrawalView {
    /// `Withdrawn at 14:05 UTC by @ana: declared twice`.
    pub line: String,
    /// `Its updates went to customers: they are owed a word.`, if any went out.
    pub owed: Option<String>,
}

pub(crate) fn withdrawal(incident: &Incident, now: DateTime<Utc>) -> Option<WithdrawalView> {
    let withdrawal = incident.withdrawn.as_ref()?;
    let (at, by) = (clock_time(withdrawal.at, now), &withdrawal.by);
    let owed: Vec<Audience> = incident.owed_a_word().into_iter().collect();
    Some(WithdrawalView { line: format!("Withdrawn at {at} by {by}: {}", withdrawal.reason), owed: owed_line(&owed) })
}

/// Who was told of what was no incident, and is owed a word; none if nobody was.
#[must_use]
pub fn owed_line(told: &[Audience]) -> Option<String> {
    let who = told.iter().map(|audience| audience.label().to_lowercase()).collect::<Vec<_>>().join(" and ");
    (!told.is_empty()).then(|| format!("Messages about it went out ({who}): those who got them are owed a word that it was no incident."))
}
