//! Seen before: earlier incidents that are like one, why, and what is left of them.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::documents::{Trait, shared_words};
use sitrep_core::incident::{ActionItem, Incident, RunbookRun};
use sitrep_core::text::{capitalised, rough};
use sitrep_core::vocabulary::{EventId, Severity};
use sitrep_store::Alike;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// So many are shown.
const SHOWN_AT_MOST: usize = 3;
/// So many are looked at closely for that.
const LOOKED_AT: usize = 12;
/// One reason alone is none.
const REASONS_AT_LEAST: usize = 2;
/// Shared words that are named.
const WORDS_NAMED: usize = 2;

/// An earlier incident that is like another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SimilarIncident {
    /// Its handle.
    pub handle: String,
    /// What was wrong.
    pub title: String,
    /// How bad.
    pub severity: Severity,
    /// When it began (UTC).
    pub started_at: DateTime<Utc>,
    /// When it was resolved (UTC), if it is.
    pub resolved_at: Option<DateTime<Utc>>,
    /// How long ago that was, or it began: `9 d`.
    pub ago: String,
    /// Why it is shown: `Same service, same alert, "pool wait"`.
    pub because: String,
    /// The same one by one.
    pub reasons: Vec<SimilarReason>,
    /// The mitigation that helped, the last of them.
    pub fixed_by: Option<String>,
    /// The runbook that was run last.
    pub runbook: Option<SimilarRunbook>,
    /// What was to be done so that it does not come back, and is not done.
    pub not_done: Vec<UndoneAction>,
}

/// Something that two incidents have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum SimilarReason {
    /// They touch a service.
    Service {
        /// Its name.
        service: String,
    },
    /// An alert belongs to both.
    Alert {
        /// Its rule's name, or its title.
        alert: String,
    },
    /// Few incidents have these words.
    Words {
        /// As they are written in the incident that is looked at.
        words: String,
    },
}

/// A runbook that was run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SimilarRunbook {
    /// What it is called.
    pub title: String,
    /// Its folder's name and its place in it.
    pub path: String,
    /// How it went: `went well`, `2 of 4 steps done`.
    pub went: String,
}

/// An action item that is still to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoneAction {
    /// The event behind it.
    pub id: EventId,
    /// What to do.
    pub text: String,
    /// Who does it, as `@name`.
    pub owner: Option<String>,
    /// `5 d late`, `due in 3 d`.
    pub due: String,
    /// Whether that is past.
    pub late: bool,
}

impl Workstation {
    /// At most three earlier incidents that are like one, the most alike first. One that has fewer than two things in common is not like it.
    ///
    /// # Errors
    /// Why the incident was not found, or [`Error::Search`] when nothing can be searched.
    pub fn similar(&self, handle: &str) -> Result<Vec<SimilarIncident>, Error> {
        let incident = self.facts_of(handle)?;
        let alike = self.with_search(|index, store| index.alike(store, incident.id, LOOKED_AT))?;
        let mut similar = Vec::new();
        for one in alike {
            let reasons = reasons(&incident, &one);
            if reasons.len() >= REASONS_AT_LEAST && similar.len() < SHOWN_AT_MOST {
                let facts = self.facts_of(&one.row.summary.handle)?;
                similar.push(self.similar_incident(&facts, reasons));
            }
        }
        Ok(similar)
    }

    fn similar_incident(&self, earlier: &Incident, reasons: Vec<SimilarReason>) -> SimilarIncident {
        let now = self.now();
        SimilarIncident {
            handle: earlier.handle.clone(),
            title: earlier.title.clone(),
            severity: earlier.severity,
            started_at: earlier.started_at,
            resolved_at: earlier.resolved_at,
            ago: rough(now - earlier.resolved_at.unwrap_or(earlier.started_at)),
            because: because(&reasons),
            reasons,
            fixed_by: fixed_by(earlier),
            runbook: last_runbook(earlier),
            not_done: earlier.open_actions().map(|action| self.undone(action, now)).collect(),
        }
    }

    fn undone(&self, action: &ActionItem, now: DateTime<Utc>) -> UndoneAction {
        let (id, text, owner) = (action.id, action.text.clone(), action.owner.clone());
        let today = self.policy().business.day_of(now);
        let late = action.due.is_some_and(|due| today > due);
        let due = match action.due.map(|due| (due - today).num_days()) {
            None => "no date".to_owned(),
            Some(0) => "due today".to_owned(),
            Some(days @ 1..) => format!("due in {days} d"),
            Some(days) => format!("{} d late", -days),
        };
        UndoneAction { id, text, owner, due, late }
    }
}

/// What they have in common: services and alerts by the names that this incident gives them.
fn reasons(incident: &Incident, alike: &Alike) -> Vec<SimilarReason> {
    let shares = |found_by: Trait| alike.shared.contains(&found_by);
    let service = incident.services.iter().find(|service| shares(Trait::service(service))).cloned();
    let names = incident.alerts.iter().map(|taken| taken.alert.name.as_ref().unwrap_or(&taken.alert.title));
    let alert = names.into_iter().find(|name| shares(Trait::alert(name))).cloned();
    let words = shared_words(incident, &alike.shared).into_iter().take(WORDS_NAMED);
    let named =
        service.map(|service| SimilarReason::Service { service }).into_iter().chain(alert.map(|alert| SimilarReason::Alert { alert }));
    named.chain(words.map(|words| SimilarReason::Words { words })).collect()
}

fn because(reasons: &[SimilarReason]) -> String {
    let told: Vec<String> = reasons
        .iter()
        .map(|reason| match reason {
            SimilarReason::Service { .. } => "same service".to_owned(),
            SimilarReason::Alert { .. } => "same alert".to_owned(),
            SimilarReason::Words { words } => format!("“{words}”"),
        })
        .collect();
    capitalised(&told.join(", "))
}

/// What was done that helped.
pub(super) fn fixed_by(incident: &Incident) -> Option<String> {
    incident.what_helped().map(|mitigation| mitigation.action.clone())
}

/// The runbook that was run last.
pub(super) fn last_runbook(incident: &Incident) -> Option<SimilarRunbook> {
    incident.runbooks.last().map(runbook)
}

fn runbook(run: &RunbookRun) -> SimilarRunbook {
    let closed = run.steps.iter().filter(|step| step.moved.as_ref().is_some_and(|moved| moved.to.is_closed())).count();
    let went = if run.went_well() { "went well".to_owned() } else { format!("{closed} of {} steps done", run.steps.len()) };
    SimilarRunbook { title: run.title.clone(), path: run.path.clone(), went }
}
