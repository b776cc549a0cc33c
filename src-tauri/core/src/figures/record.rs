//! What figures need of one incident, so that ten thousand are read without their facts.
//!
//! It holds what happened and no verdict: by when something was due follows from the policy, which the file does not hold.

use chrono::serde::{ts_milliseconds, ts_milliseconds_option};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::incident::{ActionItem, Hypothesis, Incident, SeverityStretch, Stretch, WorkStretch, peak_of};
use crate::text::{is_blank, tidy_line};
use crate::vocabulary::{
    ActionOutcome, ActionPriority, Audience, ChangeKind, Detection, HypothesisState, Severity, UpdateField, UpdateKind,
};

/// What figures need of one incident. Instants are UTC, to the millisecond; a milestone that was not reached is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IncidentRecord {
    /// Its handle.
    pub handle: String,
    /// What is wrong.
    pub title: String,
    /// The services it touches.
    pub services: Vec<String>,
    /// How bad it was from when on.
    pub severities: Vec<SeverityStretch>,
    /// Whether it is a security matter.
    pub security: bool,
    /// Whether it was no incident.
    pub withdrawn: bool,
    /// Whether it was over before Sitrep knew of it, so that nothing was due of it.
    #[serde(default)]
    pub backfilled: bool,
    /// When it began.
    #[serde(with = "ts_milliseconds")]
    pub started_at: DateTime<Utc>,
    /// When somebody knew of it.
    #[serde(with = "ts_milliseconds")]
    pub detected_at: DateTime<Utc>,
    /// How it was detected.
    pub detected: Option<Detection>,
    /// When the first responder acknowledged.
    #[serde(with = "ts_milliseconds_option")]
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// When the cause was known.
    #[serde(with = "ts_milliseconds_option")]
    pub identified_at: Option<DateTime<Utc>>,
    /// When it stopped hurting.
    #[serde(with = "ts_milliseconds_option")]
    pub mitigated_at: Option<DateTime<Utc>>,
    /// When it was resolved.
    #[serde(with = "ts_milliseconds_option")]
    pub resolved_at: Option<DateTime<Utc>>,
    /// The stretches in which it went on, in order: the first begins with the declaration.
    pub active: Vec<Stretch>,
    /// The updates that went out and were not taken back, in order.
    pub updates: Vec<RecordedUpdate>,
    /// When its review was marked complete.
    #[serde(with = "ts_milliseconds_option")]
    pub reviewed_at: Option<DateTime<Utc>>,
    /// Its action items.
    pub actions: Vec<RecordedAction>,
    /// What caused it, as far as somebody said so.
    pub causes: Vec<Cause>,
    /// When people were at it.
    pub worked: Vec<WorkStretch>,
}

/// An update that winds up the clock of its audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedUpdate {
    /// Who reads it.
    pub audience: Audience,
    /// When.
    #[serde(with = "ts_milliseconds")]
    pub at: DateTime<Utc>,
    /// Whether it says that it is over.
    pub tells_the_end: bool,
}

/// An action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedAction {
    /// How much it matters.
    pub priority: ActionPriority,
    /// Who does it.
    pub owner: Option<String>,
    /// By the end of which day; none where nobody said.
    pub due: Option<NaiveDate>,
    /// How it stands.
    pub end: ActionEnd,
}

/// How an action item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionEnd {
    /// It is still to be done.
    Open,
    /// It was done at this moment.
    Done(#[serde(with = "ts_milliseconds")] DateTime<Utc>),
    /// It will not be done.
    Dropped,
}

/// A cause: a hypothesis that was confirmed, or else what the resolution notice says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// In words.
    pub words: String,
    /// What kind of change it was, where it was one that was noted.
    pub change: Option<ChangeKind>,
}

impl IncidentRecord {
    /// The shape in which a record is kept. A build that changes the shape, or what follows from the facts, raises it.
    pub const FORMAT: i64 = 2;

    /// What figures need of an incident.
    #[must_use]
    pub fn of(incident: &Incident) -> Self {
        Self {
            handle: incident.handle.clone(),
            title: incident.title.clone(),
            services: incident.services.clone(),
            severities: incident.severity_history.clone(),
            security: incident.security.is_some(),
            withdrawn: incident.withdrawn.is_some(),
            backfilled: incident.backfilled,
            started_at: incident.started_at,
            detected_at: incident.detected_at(),
            detected: incident.detected,
            acknowledged_at: incident.acknowledged_at,
            identified_at: incident.identified_at(),
            mitigated_at: incident.mitigated_at(),
            resolved_at: incident.resolved_at,
            active: incident.active_stretches(),
            updates: updates(incident),
            reviewed_at: incident.review_published_at,
            actions: incident.actions.iter().map(RecordedAction::of).collect(),
            causes: causes(incident),
            // Whoever brought it in did not work on it.
            worked: if incident.backfilled { Vec::new() } else { incident.worked.stretches().to_vec() },
        }
    }

    /// The worst severity that it really had.
    #[must_use]
    pub fn worst(&self) -> Severity {
        let any = || self.severities.last().map(|stretch| stretch.severity);
        peak_of(&self.severities).or_else(any).unwrap_or(Severity::P3)
    }
}

fn updates(incident: &Incident) -> Vec<RecordedUpdate> {
    let audience = |sent: &crate::incident::SentUpdate| sent.message.audience();
    let counted = incident.updates.iter().filter(|sent| sent.counts_for(audience(sent)));
    counted.map(|sent| RecordedUpdate { audience: audience(sent), at: sent.at, tells_the_end: sent.tells_the_end }).collect()
}

impl RecordedAction {
    fn of(item: &ActionItem) -> Self {
        let end = match (&item.outcome, item.closed_at) {
            (Some(ActionOutcome::Dropped { .. }), _) => ActionEnd::Dropped,
            (Some(ActionOutcome::Done), Some(at)) => ActionEnd::Done(at),
            (Some(ActionOutcome::Done), None) | (None, _) => ActionEnd::Open,
        };
        Self { priority: item.priority, owner: item.owner.clone(), due: item.due, end }
    }
}

fn causes(incident: &Incident) -> Vec<Cause> {
    let confirmed: Vec<Cause> =
        incident.hypotheses.iter().filter(|one| one.state == HypothesisState::Confirmed).map(|one| confirmed(incident, one)).collect();
    if confirmed.is_empty() { notice_cause(incident).into_iter().collect() } else { confirmed }
}

fn confirmed(incident: &Incident, hypothesis: &Hypothesis) -> Cause {
    let change = incident.changes.iter().find(|change| Some(change.id) == hypothesis.change);
    Cause { words: tidy_line(&hypothesis.statement), change: change.map(|change| change.kind) }
}

/// What the resolution notice that stands says of the root cause.
fn notice_cause(incident: &Incident) -> Option<Cause> {
    let notice = incident.sent_updates().find(|sent| sent.message.update == Some(UpdateKind::Resolution))?;
    let words = notice.message.fields.get(&UpdateField::RootCause).filter(|words| !is_blank(words))?;
    Some(Cause { words: tidy_line(words), change: None })
}
