//! Whether it is a security matter: said by a person, or asked for by what was written.

use std::sync::PoisonError;

use chrono::{DateTime, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{becomes_security, no_security};
use sitrep_core::vocabulary::SecurityReason;
use sitrep_store::NewEvent;

use crate::data::{SecurityNews, Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

impl Workstation {
    /// Says that it is a security matter, and so a P0, or that it is none. To take it back asks for a reason; to answer a question
    /// with no does not.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] to take it back without one.
    pub fn decide_security(&self, handle: &str, is_one: bool, reason: Option<&str>) -> Result<(), Error> {
        self.decide_security_at(handle, is_one, reason, None)
    }

    /// The same, `at` a time in the past (UTC) if it was decided then.
    pub(crate) fn decide_security_at(
        &self,
        handle: &str,
        is_one: bool,
        reason: Option<&str>,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        self.security_decided(handle, is_one, reason, None, at)
    }

    /// The same, as the answer to the question about these words that somebody saw.
    ///
    /// # Errors
    /// [`Error::SecurityAnswered`] where that question was answered meanwhile.
    pub fn answer_security(&self, handle: &str, is_one: bool, reason: Option<&str>, about: Option<&str>) -> Result<(), Error> {
        self.security_decided(handle, is_one, reason, about, None)
    }

    fn security_decided(
        &self,
        handle: &str,
        is_one: bool,
        reason: Option<&str>,
        about: Option<&str>,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let reason = non_blank(reason);
        self.decide_at(handle, at, |incident, _| {
            let asked = incident.security_asked.question();
            if about.is_some_and(|about| asked.is_none_or(|asked| asked.words != about)) {
                return Err(Error::SecurityAnswered(asked.map(|asked| asked.words.clone())));
            }
            let bodies = if is_one { said_to_be_one(incident) } else { said_to_be_none(incident, reason)? };
            Ok(bodies.into_iter().map(NewEvent::from).collect())
        })
        .map(|_| ())
    }

    /// What was asked or decided about security by words that this process recorded since it was last asked; told once.
    #[must_use]
    pub fn take_security_news(&self) -> Option<SecurityNews> {
        self.security_news.lock().unwrap_or_else(PoisonError::into_inner).pop_first().map(|(_, news)| news)
    }

    /// The same of one incident.
    pub(super) fn take_security_news_of(&self, handle: &str) -> Option<SecurityNews> {
        self.security_news.lock().unwrap_or_else(PoisonError::into_inner).remove(handle)
    }
}

fn said_to_be_one(incident: &Incident) -> Vec<EventBody> {
    match (&incident.security, incident.security_asked.question()) {
        (Some(_), _) => Vec::new(),
        (None, Some(question)) => becomes_security(incident, SecurityReason::Word(question.words.clone())),
        (None, None) => becomes_security(incident, SecurityReason::Stated),
    }
}

fn said_to_be_none(incident: &Incident, reason: Option<String>) -> Result<Vec<EventBody>, Error> {
    if incident.security.is_none() && incident.security_asked.question().is_none() {
        return Ok(Vec::new());
    }
    if incident.security.is_some() && reason.is_none() {
        return Err(Error::ReasonNeeded(ReasonNeeded::NoSecurity));
    }
    Ok(no_security(incident, reason))
}
