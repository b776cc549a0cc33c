//! Declaring, and every act of the response.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::procedure;
use sitrep_core::text::{Declaration, clock_time, declaration, handle, instant, rough};
use sitrep_core::vocabulary::{DeadlineKind, EntryKind, ImpactQuestion, Role, Severity, SeverityCause, Status, VerificationCheck};
use sitrep_store::NewEvent;

use crate::error::{Error, ReasonNeeded};
use crate::settings::at_name;
use crate::views::{DeclareInput, DeclarePreview, Problem};
use crate::workstation::Workstation;

impl Workstation {
    /// What a declaration will be, as far as it is typed.
    ///
    /// # Errors
    /// [`Error::Store`] when the taken handles cannot be read.
    pub fn preview_declaration(&self, input: &DeclareInput) -> Result<DeclarePreview, Error> {
        let now = self.now();
        let started = started(input, now);
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
        let started_at = started(input, now)?;
        let services = input.services.iter().map(|service| service.trim().to_owned()).filter(|service| !service.is_empty()).collect();
        let pictures = self.kept_pictures(&input.pictures)?;
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

    /// The first responder is on it.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn acknowledge(&self, handle: &str) -> Result<(), Error> {
        self.record(handle, |incident| if incident.acknowledged_at.is_some() { vec![] } else { vec![EventBody::Acknowledged] })
    }

    /// Changes the title; the handle stays.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty title.
    pub fn set_title(&self, handle: &str, title: &str) -> Result<(), Error> {
        let to = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if to.is_empty() {
            return Err(Error::Empty("the title"));
        }
        self.record(
            handle,
            |incident| {
                if incident.title == to { vec![] } else { vec![EventBody::TitleChanged { from: incident.title.clone(), to }] }
            },
        )
    }

    /// Sets when it began, as typed.
    ///
    /// # Errors
    /// [`Error::Instant`] when it is no time, or lies ahead.
    pub fn set_start(&self, handle: &str, started: &str) -> Result<(), Error> {
        self.decide(handle, |incident, now| {
            let to = instant::parse_past(started, now)?;
            Ok(start_changed(incident, to).into_iter().map(NewEvent::from).collect())
        })
        .map(|_| ())
    }

    /// Changes the status. To resolve asks for what [`Workstation::resolve`] asks for.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] to resolve before the fix is verified.
    pub fn set_status(&self, handle: &str, to: Status, reason: Option<&str>) -> Result<(), Error> {
        let reason = said(reason);
        self.decide(handle, |incident, now| {
            if incident.status == to {
                return Ok(vec![]);
            }
            if to == Status::Resolved && reason.is_none() && !incident.is_verified(&self.policy(), now) {
                return Err(Error::ReasonNeeded(ReasonNeeded::EarlyResolution));
            }
            Ok(vec![EventBody::StatusChanged { from: incident.status, to, reason }.into()])
        })
        .map(|_| ())
    }

    /// Resolves the incident (seed: Step 5, Verify the Fix). The review's due time runs from here.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] before the five checks hold and no reason is given.
    pub fn resolve(&self, handle: &str, reason: Option<&str>) -> Result<(), Error> {
        self.set_status(handle, Status::Resolved, reason)
    }

    /// Changes the severity. A downgrade needs a reason; a stated security matter stays P0.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`], [`Error::SecurityIsP0`] or [`Error::SameSeverity`].
    pub fn set_severity(&self, handle: &str, to: Severity, reason: Option<&str>) -> Result<(), Error> {
        let reason = said(reason);
        self.decide(handle, |incident, _| {
            let from = incident.severity;
            if from == to {
                return Err(Error::SameSeverity(to));
            }
            if to != Severity::P0 && incident.security == Some(sitrep_core::vocabulary::SecurityReason::Stated) {
                return Err(Error::SecurityIsP0);
            }
            if from.is_worse_than(to) && reason.is_none() {
                return Err(Error::ReasonNeeded(ReasonNeeded::Downgrade));
            }
            Ok(vec![EventBody::SeverityChanged { from, to, cause: SeverityCause::Assessment, reason }.into()])
        })
        .map(|_| ())
    }

    /// Starts a time-box.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn set_timebox(&self, handle: &str, length: TimeDelta, text: &str) -> Result<(), Error> {
        self.decide(handle, |_, now| Ok(vec![EventBody::TimeboxSet { text: text.to_owned(), until: now + length }.into()])).map(|_| ())
    }

    /// Closes the time-box whose deadline has this key.
    ///
    /// # Errors
    /// [`Error::UnknownDeadline`] when none like that is open.
    pub fn close_timebox(&self, handle: &str, key: &str) -> Result<(), Error> {
        self.decide(handle, |incident, now| {
            let deadlines = procedure::deadlines(incident, &self.policy(), now);
            let open =
                deadlines.iter().find(|deadline| deadline.kind == DeadlineKind::Timebox && deadline.key == key && deadline.is_open());
            let amends = Some(open.and_then(|deadline| deadline.set_by).ok_or(Error::UnknownDeadline)?);
            Ok(vec![NewEvent { occurred_at: None, amends, body: EventBody::TimeboxClosed }])
        })
        .map(|_| ())
    }

    /// Answers one of the four impact questions. A time given for 'when' also sets the start.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty answer, [`Error::Instant`] for a start that lies ahead.
    pub fn answer_impact(&self, handle: &str, question: ImpactQuestion, answer: &str) -> Result<(), Error> {
        let answer = answer.trim();
        if answer.is_empty() {
            return Err(Error::Empty("the answer"));
        }
        self.decide(handle, |incident, now| {
            let mut bodies = Vec::new();
            let mut words = answer.to_owned();
            if question == ImpactQuestion::When {
                match instant::parse_past(answer, now) {
                    Ok(at) => {
                        words = clock_time(at, now);
                        bodies.extend(start_changed(incident, at));
                    }
                    Err(error @ instant::InstantError::Future(_)) => return Err(error.into()),
                    Err(instant::InstantError::Unreadable(_)) => {}
                }
            }
            bodies.push(EventBody::ImpactAnswered { question, answer: words });
            Ok(bodies.into_iter().map(NewEvent::from).collect())
        })
        .map(|_| ())
    }

    /// Writes down why the severity is what it is (seed: Step 2, Assign Severity).
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty reasoning.
    pub fn reason_severity(&self, handle: &str, reasoning: &str) -> Result<(), Error> {
        let reasoning = said(Some(reasoning)).ok_or(Error::Empty("the reasoning"))?;
        self.record(handle, |incident| vec![EventBody::SeverityReasoned { severity: incident.severity, reasoning }])
    }

    /// Gives a role to a person, or to nobody.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn assign_role(&self, handle: &str, role: Role, person: Option<&str>) -> Result<(), Error> {
        self.record(handle, |incident| role_changed(incident, role, person.and_then(at_name)).into_iter().collect())
    }

    /// Ticks somebody on the notify list, or unticks.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn tick_notified(&self, handle: &str, who: &str, done: bool) -> Result<(), Error> {
        self.record(handle, |incident| {
            if incident.notified.contains(who) == done { vec![] } else { vec![EventBody::Notified { who: who.to_owned(), done }] }
        })
    }

    /// The channel's name.
    ///
    /// # Errors
    /// Why the incident was not found.
    pub fn channel_name(&self, handle: &str) -> Result<String, Error> {
        Ok(self.find(Some(handle))?.summary.channel)
    }

    /// Notes that the channel is open and gives its name.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn open_channel(&self, handle: &str) -> Result<String, Error> {
        self.record(handle, |incident| if incident.channel_opened { vec![] } else { vec![EventBody::ChannelOpened] })?;
        self.channel_name(handle)
    }

    /// Ticks a verification check, or unticks (seed: Step 5, Verify the Fix).
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn tick_check(&self, handle: &str, check: VerificationCheck, done: bool) -> Result<(), Error> {
        self.record(handle, |incident| {
            if incident.checks.contains(&check) == done { vec![] } else { vec![EventBody::VerificationChecked { check, done }] }
        })
    }

    /// Marks the review complete.
    ///
    /// # Errors
    /// [`Error::NotResolved`] while the incident is going on.
    pub fn complete_review(&self, handle: &str) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            if incident.is_active() {
                return Err(Error::NotResolved);
            }
            Ok(if incident.review_published_at.is_some() { vec![] } else { vec![EventBody::ReviewPublished.into()] })
        })
        .map(|_| ())
    }
}

pub(crate) fn problem(field: &str, error: &Error) -> Problem {
    Problem { field: field.to_owned(), message: error.to_string(), hint: error.hint() }
}

pub(crate) fn role_changed(incident: &Incident, role: Role, to: Option<String>) -> Option<EventBody> {
    let from = incident.roles.get(&role).cloned();
    (from != to).then_some(EventBody::RoleChanged { role, from, to })
}

fn start_changed(incident: &Incident, to: DateTime<Utc>) -> Option<EventBody> {
    (incident.started_at != to).then_some(EventBody::StartChanged { from: incident.started_at, to })
}

pub(crate) fn said(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn started(input: &DeclareInput, now: DateTime<Utc>) -> Result<DateTime<Utc>, Error> {
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
