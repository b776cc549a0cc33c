//! Declaring an incident.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::event::EventBody;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::signs::{SecurityWords, security};
use sitrep_core::text::{Declaration, DeclarationError, InstantError, WallClock, clock_time, declaration, handle, instant, rough};
use sitrep_core::vocabulary::{Detection, EntryKind, ImpactQuestion, PictureId, SecurityReason, Severity};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::declare_twice::{ENDED_AT_MOST, declared_already};
use super::doubt::DoubtView;
use crate::data::{Secrets, Workstation, check_sizes, non_blank};
use crate::refusals::{DeclaredAlready, Error, Help, Problem, ProblemField};

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
    /// How it was detected, where that is known already.
    #[serde(default)]
    pub detected: Option<Detection>,
    /// Pictures to begin the timeline with.
    pub pictures: Vec<PictureId>,
    /// A second one of the same title is meant.
    #[serde(default)]
    pub anyway: bool,
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
    /// A higher severity that what is typed reads like, or one where none is chosen.
    pub doubt: Option<DoubtView>,
    /// One of this title that is there already, which is offered instead.
    pub already: Option<DeclaredAlready>,
}

impl Workstation {
    /// What a declaration will be, as far as it is typed. `in_words` is how the door says what would help.
    ///
    /// # Errors
    /// [`Error::Store`] when the taken handles cannot be read.
    pub fn preview_declaration(&self, input: &DeclareInput, in_words: impl Fn(&Help) -> String) -> Result<DeclarePreview, Error> {
        let now = self.now();
        let (started, read) = (start_of(input, self.wall_clock()), self.read_declaration(input));
        let problem = hindrance(&read, &started).map(|(field, error)| Problem::new(field, &error, in_words));
        let (started_at, read) = (started.unwrap_or(now), read.ok());
        let title = read.as_ref().map(|read| read.title.clone()).unwrap_or_default();
        let severity = read.as_ref().and_then(Declaration::severity).or(input.severity);
        let already = self.declared_already(&title, severity)?;
        let doubt = self.typed_doubt(&title, input.impact.as_deref().unwrap_or_default(), severity);
        let channel = if title.is_empty() { None } else { Some(handle::channel(&self.free_handle(&title, started_at)?)) };
        Ok(DeclarePreview {
            severity,
            security_reason: read.and_then(|read| read.security).map(|reason| reason.explain()).or_else(|| self.security_hint(&title)),
            title,
            channel,
            started: started_line(started_at, self.wall_clock()),
            problem,
            doubt,
            already,
        })
    }

    /// Declares an incident. It is on disk when this returns.
    ///
    /// # Errors
    /// [`Error::Declaration`], [`Error::SeverityMissing`], [`Error::Instant`], [`Error::DeclaredAlready`] or [`Error::Store`]; nothing was declared then, but for a disk that failed while
    /// it was written, after which it may stand.
    pub fn declare(&self, input: &DeclareInput) -> Result<IncidentSummary, Error> {
        self.declare_with(input, Vec::new())
    }

    /// The same, with what else is known from the first: both are on disk or neither.
    pub(super) fn declare_with(&self, input: &DeclareInput, more: Vec<NewEvent>) -> Result<IncidentSummary, Error> {
        let now = self.now();
        let mut mask = self.mask_of(Secrets::Removed);
        // The handle is made of the title.
        let input = &DeclareInput { line: mask.words(&input.line), ..input.clone() };
        let read = self.read_declaration(input)?;
        let assessed = read.assessed.or(input.severity);
        let severity = read.severity().or(assessed).ok_or(Error::SeverityMissing)?;
        let Declaration { title, security, .. } = read;
        let started_at = start_of(input, WallClock { now, ..self.wall_clock() })?;
        let said = self.said_while_declaring(input, started_at, now)?;
        let (told, asked) = self.asked_while_declaring(&title, security.as_ref(), input);
        let mut inner = self.lock();
        let author = inner.author()?;
        let declared = inner.store.declare(&author, now, |others| {
            let rows = if input.anyway { Vec::new() } else { others.active_and_ended(ENDED_AT_MOST)? };
            if let Some(first) = declared_already(rows, &title, Some(severity), now) {
                return Err(Error::DeclaredAlready(first));
            }
            let handle = handle::handle(&title, started_at, |handle| others.is_taken(handle) || self.has_saved_review(handle));
            let declared = EventBody::Declared {
                handle,
                title,
                severity,
                assessed: assessed.filter(|_| security.is_some()),
                started_at,
                security,
                services: services(input),
            };
            let told = [declared].into_iter().chain(said).chain(asked).map(NewEvent::from);
            let new = mask.events(told.chain(more).collect());
            check_sizes(&new)?;
            Ok(new)
        })?;
        let summary = declared.facts.incident.summary();
        inner.note_written(declared.facts.incident.id, Some(declared.facts));
        drop(inner);
        self.note_removed(&mask.removed);
        self.note_security(&summary.handle, &told);
        Ok(summary)
    }

    /// The incident of this title that is there already.
    pub(super) fn declared_already(&self, title: &str, severity: Option<Severity>) -> Result<Option<DeclaredAlready>, Error> {
        let rows = self.lock().store.active_and_ended(ENDED_AT_MOST)?;
        Ok(declared_already(rows, title, severity, self.now()))
    }

    /// The line as it reads, a P0 where its words, or those about the impact, tell of a security matter.
    pub(crate) fn read_declaration(&self, input: &DeclareInput) -> Result<Declaration, DeclarationError> {
        let read = declaration::parse(&input.line, input.security, &self.policy().severity_names)?;
        let words = self.security_words(&read.title, input).filter(|found| found.certain).map(|found| found.words);
        Ok(read.with_security_words(words))
    }

    /// What title and impact tell of security, the gravest.
    fn security_words(&self, title: &str, input: &DeclareInput) -> Option<SecurityWords> {
        let (catalogue, impact) = (self.catalogue(), input.impact.as_deref().unwrap_or_default());
        let told = [title, impact].into_iter().filter_map(|text| security::read(&catalogue.security, text));
        told.reduce(|first, next| if next.certain && !first.certain { next } else { first })
    }

    /// What is told of security, and the event that asks about it, if it does not make it one.
    fn asked_while_declaring(
        &self,
        title: &str,
        security: Option<&SecurityReason>,
        input: &DeclareInput,
    ) -> (Vec<EventBody>, Option<EventBody>) {
        match (security, self.security_words(title, input)) {
            (Some(because), _) => (vec![EventBody::SecurityFound { because: because.clone() }], None),
            (None, Some(SecurityWords { words, kind, .. })) => {
                let asked = EventBody::SecurityAsked { words, of: kind };
                (vec![asked.clone()], Some(asked))
            }
            (None, None) => (Vec::new(), None),
        }
    }

    /// What is not asked again in triage, and the pictures to begin with.
    fn said_while_declaring(&self, input: &DeclareInput, started_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<Vec<EventBody>, Error> {
        let answer = |question, answer| EventBody::ImpactAnswered { question, answer };
        let who = non_blank(input.impact.as_deref()).map(|impact| answer(ImpactQuestion::Who, impact));
        let when = (started_at < now).then(|| answer(ImpactQuestion::When, clock_time(started_at, now)));
        let pictures = self.stored_pictures(&input.pictures)?;
        let shown = (!pictures.is_empty()).then(|| EventBody::Entry {
            entry: EntryKind::Note,
            text: String::new(),
            pictures,
            attached: None,
            from: None,
        });
        let detected = input.detected.map(|by| EventBody::Detected { by });
        Ok([who, when, detected, shown].into_iter().flatten().collect())
    }

    fn free_handle(&self, title: &str, started_at: DateTime<Utc>) -> Result<String, Error> {
        let inner = self.lock();
        // A handle that cannot be looked up counts as free here; declaring looks again.
        Ok(handle::handle(title, started_at, |candidate| {
            inner.store.is_taken(candidate).unwrap_or(false) || self.has_saved_review(candidate)
        }))
    }
}

/// Why a declaration cannot be made as it is typed, and what that is about. A title that is still missing is no fault.
fn hindrance(read: &Result<Declaration, DeclarationError>, started: &Result<DateTime<Utc>, InstantError>) -> Option<(ProblemField, Error)> {
    match (read, started) {
        (_, Err(error)) => Some((ProblemField::Started, error.clone().into())),
        (Ok(_) | Err(DeclarationError::EmptyTitle), _) => None,
        (Err(error), _) => Some((ProblemField::Line, error.clone().into())),
    }
}

fn services(input: &DeclareInput) -> Vec<String> {
    input.services.iter().filter_map(|service| non_blank(Some(service))).collect()
}

fn start_of(input: &DeclareInput, clock: WallClock) -> Result<DateTime<Utc>, InstantError> {
    non_blank(input.started.as_deref()).map_or(Ok(clock.now), |typed| instant::parse_past(&typed, clock))
}

fn started_line(started_at: DateTime<Utc>, clock: WallClock) -> String {
    let ago = clock.now - started_at;
    let when = clock.clock_time(started_at);
    if ago < TimeDelta::minutes(1) { format!("Started {when}, now") } else { format!("Started {when}, {} ago", rough(ago)) }
}
