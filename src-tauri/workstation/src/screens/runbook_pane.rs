//! The Runbook pane: the run in front, the others, and which runbooks may fit.

use chrono::NaiveDate;
use serde::Serialize;
use sitrep_core::incident::{Incident, RunbookRun};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::EventId;
use sitrep_runbooks::{Context, Reason, Runbook};
use ts_rs::TS;

use super::runbook_run::{RunView, progress};
use crate::data::{Shelf, Shelved, Workstation};
use crate::refusals::Error;

/// The Runbook pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunbookPane {
    /// The run that is looked at.
    pub run: Option<RunView>,
    /// What its runbook is to this incident, or that it changed since the run began.
    pub why: Option<String>,
    /// The other runs, the newest first.
    pub other_runs: Vec<RunLine>,
    /// The runbooks that may fit, the strongest reason first.
    pub suggested: Vec<SuggestedRunbook>,
    /// That there is none, and what to do.
    pub none: Option<String>,
}

/// Another run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunLine {
    /// The event that began it.
    pub id: EventId,
    /// What its runbook is called.
    pub title: String,
    /// `2 of 4, begun 14:07 UTC`.
    pub about: String,
}

/// A runbook that may fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuggestedRunbook {
    /// Its folder's name and its place in it.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// `version 7, verified 12 d ago`.
    pub about: String,
    /// `Suggested: the alert PaymentErrorsHigh links to it, and it is for payments-api.`
    pub reason: String,
}

impl Workstation {
    /// Everything the Runbook pane shows; of the run that is named, else of the one in front.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn runbook_pane(&self, handle: &str, run: Option<EventId>) -> Result<RunbookPane, Error> {
        let (incident, now) = (self.facts_of(handle)?, self.now());
        let shelf = self.shelf()?;
        let suggested = suggestions(&shelf, &context(&incident), now.date_naive());
        let named = run.and_then(|id| incident.runbooks.iter().find(|known| known.id == id));
        let front = named.or_else(|| incident.run_in_front());
        let line = |run: &RunbookRun| RunLine {
            id: run.id,
            title: run.title.clone(),
            about: format!("{}, begun {}", progress(run), clock_time(run.at, now)),
        };
        Ok(RunbookPane {
            run: front.map(|run| self.runbook_run(handle, run.id)).transpose()?,
            why: front.and_then(|run| self.why(handle, run, &shelf, &suggested).transpose()).transpose()?,
            other_runs: incident.runbooks.iter().rev().filter(|run| front.is_none_or(|front| front.id != run.id)).map(line).collect(),
            none: front.is_none().then(|| none_line(&incident, &shelf, suggested.is_empty())).flatten(),
            suggested: suggested.into_iter().filter(|one| front.is_none_or(|front| front.path != one.path)).collect(),
        })
    }

    /// Which runbooks may fit an incident, the strongest reason first.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn suggested_runbooks(&self, handle: &str) -> Result<Vec<SuggestedRunbook>, Error> {
        let incident = self.facts_of(handle)?;
        Ok(suggestions(&*self.shelf()?, &context(&incident), self.now().date_naive()))
    }

    /// A run goes by the text it began with; a file that says otherwise by now is told of.
    fn why(&self, handle: &str, run: &RunbookRun, shelf: &Shelf, suggested: &[SuggestedRunbook]) -> Result<Option<String>, Error> {
        let Ok(on_disk) = shelf.find(&run.path) else {
            return Ok(Some(format!("{} is no longer there. The run keeps its text.", run.path)));
        };
        let kept = self.attached_text(handle, run.id)?.text;
        if sitrep_core::text::as_seen(&on_disk.read.text) != kept {
            return Ok(Some("Changed since this run began. The run keeps its text.".to_owned()));
        }
        Ok(suggested.iter().find(|one| one.path == run.path).map(|one| one.reason.clone()))
    }
}

/// What of an incident tells which runbook is for it.
pub(crate) fn context(incident: &Incident) -> Context {
    let alerts = incident.alerts.iter().map(|one| &one.alert);
    let links = alerts.clone().flat_map(|alert| alert.links.iter().filter(|link| link.title == RUNBOOK_LINK));
    Context {
        alerts: alerts.clone().filter_map(|alert| alert.name.clone()).collect(),
        runbook_urls: links.map(|link| link.url.clone()).collect(),
        services: incident.services.iter().cloned().chain(alerts.filter_map(|alert| alert.service.clone())).collect(),
        words: incident.title.clone(),
    }
}

/// What an alert's link to its runbook is called.
pub(crate) const RUNBOOK_LINK: &str = "Runbook";

pub(crate) fn suggestions(shelf: &Shelf, context: &Context, today: NaiveDate) -> Vec<SuggestedRunbook> {
    let one = |which: usize, reasons: &[Reason]| {
        let shelved = shelf.at(which).filter(|one| !one.read.is_beside)?;
        Some(suggested(&shelved, reasons, today))
    };
    shelf.index.suggest(context).iter().filter_map(|found| one(found.which, &found.reasons)).collect()
}

fn suggested(one: &Shelved<'_>, reasons: &[Reason], today: NaiveDate) -> SuggestedRunbook {
    let runbook = &one.read.runbook;
    SuggestedRunbook { path: one.path(), title: runbook.title.clone(), about: about(runbook, today), reason: reason_line(reasons) }
}

/// `version 7, verified 12 d ago`.
pub(crate) fn about(runbook: &Runbook, today: NaiveDate) -> String {
    let version = runbook.front.version.as_ref().map(|version| format!("version {version}"));
    let verified = runbook.front.verified.map(|day| verified_line(day, today));
    let steps = if runbook.steps.len() == 1 { "1 step".to_owned() } else { format!("{} steps", runbook.steps.len()) };
    [version, Some(verified.unwrap_or_else(|| "never verified".to_owned())), Some(steps)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn verified_line(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        ..=0 => "verified today".to_owned(),
        days => format!("verified {days} d ago"),
    }
}

fn reason_line(reasons: &[Reason]) -> String {
    let words: Vec<String> = reasons.iter().map(reason).collect();
    format!("Suggested: {}.", words.join(", and "))
}

fn reason(one: &Reason) -> String {
    match one {
        Reason::Url { .. } => "the alert links to it".to_owned(),
        Reason::Alert { alert } => format!("it is for the alert {alert}"),
        Reason::Title { alert } => format!("its title reads like the alert {alert}"),
        Reason::Service { service } => format!("it is for {service}"),
        Reason::Words { words } => format!("its title has '{}'", words.join(" ")),
    }
}

fn none_line(incident: &Incident, shelf: &Shelf, nothing_fits: bool) -> Option<String> {
    let about = incident.services.first().map_or("this incident", String::as_str);
    match (shelf.folders.is_empty(), nothing_fits) {
        (true, _) => Some("No folder of runbooks yet. Name one in Runbooks: a clone of the team's repository.".to_owned()),
        (false, true) => Some(format!("No runbook for {about}.")),
        (false, false) => Some(String::new()),
    }
}

/// How long a run has come, for the tab; nothing without one.
pub(crate) fn tab_progress(incident: &Incident) -> Option<String> {
    incident.run_in_front().map(progress)
}
