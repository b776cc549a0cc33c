//! The findings, as they are listed.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::Finding;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{EventId, FindingAbout, InvestigationStep};
use ts_rs::TS;

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingView {
    /// The event behind it.
    pub id: EventId,
    /// What it is about.
    pub about: FindingAbout,
    /// The same in words.
    pub label: String,
    /// The step that it belongs to.
    pub step: InvestigationStep,
    /// The words.
    pub text: String,
    /// `13:52 UTC`, since when it shows.
    pub onset: Option<String>,
    /// `14:05 UTC`, when it was found.
    pub at: String,
    /// Who found it.
    pub author: String,
}

pub(crate) fn finding_view(finding: &Finding, now: DateTime<Utc>) -> FindingView {
    FindingView {
        id: finding.id,
        about: finding.about,
        label: finding.about.label().to_owned(),
        step: finding.about.step(),
        text: finding.text.clone(),
        onset: finding.onset.map(|onset| clock_time(onset, now)),
        at: clock_time(finding.at, now),
        author: finding.author.clone(),
    }
}
