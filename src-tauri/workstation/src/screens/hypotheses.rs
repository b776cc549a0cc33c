//! The hypotheses, as they are listed.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::{Evidence, Hypothesis, Incident};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{EventId, EvidenceSide, HypothesisState};
use ts_rs::TS;

/// A hypothesis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HypothesisView {
    /// The event that added it.
    pub id: EventId,
    /// What may be the cause.
    pub statement: String,
    /// How to find out.
    pub how_to_test: Option<String>,
    /// Who tests it.
    pub who: Option<String>,
    /// Who wrote it down.
    pub by: String,
    /// Where it stands.
    pub state: HypothesisState,
    /// The same in words.
    pub state_label: String,
    /// What was said when it moved last.
    pub because: Option<String>,
    /// What speaks for it.
    pub evidence_for: Vec<EvidenceView>,
    /// What speaks against it.
    pub evidence_against: Vec<EvidenceView>,
    /// The change that is suspected in it.
    pub change: Option<EventId>,
    /// `until 14:20 UTC`, while its time-box runs.
    pub timebox: Option<String>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceView {
    /// The event that added it.
    pub id: EventId,
    /// The words.
    pub text: String,
    /// The entry, finding or change that it was taken from.
    pub source: Option<EventId>,
    /// Who wrote it down.
    pub by: String,
    /// `14:05 UTC`.
    pub at: String,
}

pub(crate) fn hypothesis_view(incident: &Incident, hypothesis: &Hypothesis, now: DateTime<Utc>) -> HypothesisView {
    let side = |side: EvidenceSide| {
        let evidence = hypothesis.evidence.iter().filter(|evidence| evidence.side == side);
        evidence.map(|evidence| evidence_view(evidence, now)).collect()
    };
    let running = incident.timeboxes.iter().rev().find(|timebox| timebox.about == Some(hypothesis.id) && !timebox.closed);
    HypothesisView {
        id: hypothesis.id,
        statement: hypothesis.statement.clone(),
        how_to_test: hypothesis.how_to_test.clone(),
        who: hypothesis.who.clone(),
        by: hypothesis.by.clone(),
        state: hypothesis.state,
        state_label: hypothesis.state.label().to_owned(),
        because: hypothesis.because.clone(),
        evidence_for: side(EvidenceSide::For),
        evidence_against: side(EvidenceSide::Against),
        change: hypothesis.change,
        timebox: running.map(|timebox| format!("until {}", clock_time(timebox.until, now))),
    }
}

fn evidence_view(evidence: &Evidence, now: DateTime<Utc>) -> EvidenceView {
    EvidenceView {
        id: evidence.id,
        text: evidence.text.clone(),
        source: evidence.source,
        by: evidence.by.clone(),
        at: clock_time(evidence.at, now),
    }
}
