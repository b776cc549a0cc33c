//! Beside the history: what it is filtered by, and what became of an incident that was found.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::figures::IncidentRecord;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::review_due;
use sitrep_core::text::{compact, rough};
use sitrep_core::vocabulary::Severity;
use ts_rs::TS;

use super::review::due_line;
use super::search::day;
use super::similar::{SimilarRunbook, fixed_by, last_runbook};
use crate::data::Workstation;
use crate::refusals::Error;

/// What incidents can be filtered by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryFilters {
    /// The services that one of them touches.
    pub services: Vec<String>,
    /// The people who recorded something or hold a role, as `@name`.
    pub people: Vec<String>,
}

/// An incident in a few lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncidentGlance {
    /// Its handle.
    pub handle: String,
    /// What was wrong.
    pub title: String,
    /// How bad.
    pub severity: Severity,
    /// `Resolved 23 Nov, 1 h 26, review in 30 h`.
    pub line: String,
    /// What caused it, as far as somebody said so.
    pub cause: Option<String>,
    /// The mitigation that helped, the last of them.
    pub fixed_by: Option<String>,
    /// The runbook that was run last.
    pub runbook: Option<SimilarRunbook>,
    /// `4 action items, next due 27 Nov`; none where none is open.
    pub open: Option<String>,
}

impl Workstation {
    /// The services and people that the history is filtered by.
    ///
    /// # Errors
    /// [`Error::Search`] when nothing can be searched.
    pub fn history_filters(&self) -> Result<HistoryFilters, Error> {
        let known = self.with_search(|index, store| index.known(store))?;
        Ok(HistoryFilters { services: known.services.into_iter().collect(), people: known.people.into_iter().collect() })
    }

    /// What became of an incident, for who finds it in the history.
    ///
    /// # Errors
    /// Why the incident was not found.
    pub fn incident_glance(&self, handle: &str) -> Result<IncidentGlance, Error> {
        let (incident, now) = (self.facts_of(handle)?, self.now());
        Ok(IncidentGlance {
            handle: incident.handle.clone(),
            title: incident.title.clone(),
            severity: incident.severity,
            line: self.line(&incident, now),
            cause: IncidentRecord::of(&incident).causes.into_iter().next().map(|cause| cause.words),
            fixed_by: fixed_by(&incident),
            runbook: last_runbook(&incident),
            open: open(&incident, now),
        })
    }

    fn line(&self, incident: &Incident, now: DateTime<Utc>) -> String {
        match incident.resolved_at {
            _ if incident.withdrawn.is_some() => format!("Withdrawn, it was no incident; began {}", day(incident.started_at, now)),
            None => format!("{} for {}", incident.status.label(), rough(now - incident.started_at)),
            Some(at) => {
                let review = match review_due(incident, &self.policy()) {
                    Some(due) if incident.review_published_at.is_none() => format!(", review {}", due_line("in", due, now).0),
                    _ => String::new(),
                };
                format!("Resolved {}, {}{review}", day(at, now), compact(at - incident.started_at))
            }
        }
    }
}

fn open(incident: &Incident, now: DateTime<Utc>) -> Option<String> {
    let count = incident.open_actions().count();
    let items = match count {
        0 => return None,
        1 => "1 action item".to_owned(),
        count => format!("{count} action items"),
    };
    let next = incident.open_actions().filter_map(|action| action.due).min();
    let due = next.and_then(|due| due.and_hms_opt(0, 0, 0)).map(|due| format!(", next due {}", day(due.and_utc(), now)));
    Some(items + &due.unwrap_or_default())
}
