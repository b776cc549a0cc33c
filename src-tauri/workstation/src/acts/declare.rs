//! Declaring an incident.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::declaration::{self, Declaration};
use sitrep_core::duration_text::{clock_time, rough};
use sitrep_core::event::{EntryKind, EventBody};
use sitrep_core::impact::ImpactQuestion;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::picture::PictureId;
use sitrep_core::severity::Severity;
use sitrep_core::{handle, instant};
use sitrep_store::NewEvent;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::{Error, Problem, problem};

/// What declaring needs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct DeclareInput {
    /// `P1 Payments failing at checkout`.
    pub line: String,
    /// From the chooser, where the line names none.
    pub severity: Option<Severity>,
    /// When it began, as typed; empty or none means now.
    pub started: Option<String>,
    /// The checkbox.
    pub security: bool,
    /// The services it touches.
    pub services: Vec<String>,
    /// Who is affected and how.
    pub impact: Option<String>,
    /// Pictures to begin the timeline with.
    pub pictures: Vec<PictureId>,
}

/// What a declaration will be, shown while it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeclarePreview {
    /// What it would be called.
    pub title: String,
    /// How bad, if that is known yet.
    pub severity: Option<Severity>,
    /// Why it is P0 by the security rule.
    pub security_reason: Option<String>,
    /// `#incident-2026-11-23-payments-failing`.
    pub channel: Option<String>,
    /// `Started 14:00 UTC, 42 min ago`.
    pub started: String,
    /// What is wrong with the input, if something is.
    pub problem: Option<Problem>,
}

impl Workstation {
    /// What a declaration will be, as far as it is typed.
    ///
    /// # Errors
    /// [`Error::Store`] when the taken handles cannot be read.
    pub fn preview_declaration(&self, input: &DeclareInput) -> Result<DeclarePreview, Error> {
        let now = self.now();
        let started = start_of(input, now);
        let read = declaration::parse(&input.line, input.security);
        let problem = match (&read, &started) {
            (_, Err(error)) => Some(problem("started", error)),
            (Err(declaration::DeclarationError::EmptyTitle), _) => None,
            (Err(error), _) => Some(problem("line", &Error::Declaration(error.clone()))),
            _ => None,
        };
        let started_at = started.unwrap_or(now);
        let title = read.as_ref().map(|declaration| declaration.title.clone()).unwrap_or_default();
        let channel = if title.is_empty() { None } else { Some(handle::channel(&self.free_handle(&title, started_at)?)) };
        Ok(DeclarePreview {
            severity: read.as_ref().map_or(input.severity, |declaration| declaration.severity.or(input.severity)),
            security_reason: read.ok().and_then(|declaration| declaration.security).map(|reason| reason.explain()),
            title,
            channel,
            started: started_line(started_at, now),
            problem,
        })
    }

    /// Declares an incident. It is on disk when this returns.
    ///
    /// # Errors
    /// [`Error::Declaration`], [`Error::SeverityMissing`], [`Error::Instant`] or [`Error::Store`]; nothing was declared then.
    pub fn declare(&self, input: &DeclareInput) -> Result<IncidentSummary, Error> {
        let now = self.now();
        let Declaration { title, severity, security } = declaration::parse(&input.line, input.security)?;
        let severity = severity.or(input.severity).ok_or(Error::SeverityMissing)?;
        let started_at = start_of(input, now)?;
        let services = input.services.iter().map(|service| service.trim().to_owned()).filter(|service| !service.is_empty()).collect();
        let pictures = self.stored_pictures(&input.pictures)?;
        let impact = input.impact.as_deref().map(str::trim).filter(|impact| !impact.is_empty());
        let mut inner = self.lock();
        let author = inner.author()?;
        let declared = inner.store.declare(&author, now, |taken| {
            let handle = handle::handle(&title, started_at, taken);
            let declared = EventBody::Declared { handle, title: title.clone(), severity, started_at, security, services };
            // What was said while declaring is not asked again in triage.
            let answer = |question, answer| EventBody::ImpactAnswered { question, answer };
            let what = impact.map(|impact| answer(ImpactQuestion::What, impact.to_owned()));
            let when = (started_at < now).then(|| answer(ImpactQuestion::When, clock_time(started_at, now)));
            let shown = (!pictures.is_empty()).then(|| EventBody::Entry { entry: EntryKind::Note, text: String::new(), pictures });
            [Some(declared), what, when, shown].into_iter().flatten().map(NewEvent::from).collect()
        })?;
        inner.forget(&[declared.id]);
        Ok(declared.summary())
    }

    fn free_handle(&self, title: &str, started_at: DateTime<Utc>) -> Result<String, Error> {
        let all = self.lock().store.incidents()?;
        Ok(handle::handle(title, started_at, |candidate| all.iter().any(|row| row.summary.handle == candidate)))
    }
}

pub(crate) fn start_of(input: &DeclareInput, now: DateTime<Utc>) -> Result<DateTime<Utc>, Error> {
    match input.started.as_deref().map(str::trim).filter(|started| !started.is_empty()) {
        Some(typed) => Ok(instant::parse_past(typed, now)?),
        None => Ok(now),
    }
}

fn started_line(started_at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let ago = now - started_at;
    let when = clock_time(started_at, now);
    if ago < TimeDelta::minutes(1) { format!("Started {when}, now") } else { format!("Started {when}, {} ago", rough(ago)) }
}
