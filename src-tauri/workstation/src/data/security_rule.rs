//! What the words of new events ask for by the security rule, for every event that is recorded.

use std::sync::PoisonError;

use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::security_events;
use sitrep_core::signs::{SecurityWords, security};
use sitrep_core::vocabulary::SecurityReason;
use sitrep_store::NewEvent;

use super::security_news::SecurityNews;
use super::workstation::Workstation;

impl Workstation {
    /// The events, and those that follow from their words.
    pub(super) fn with_security(&self, incident: &Incident, mut new: Vec<NewEvent>) -> Vec<NewEvent> {
        if new.is_empty() || incident.security.is_some() {
            return new;
        }
        let bodies: Vec<&EventBody> = new.iter().map(|new| &new.body).collect();
        let follows = security_events(incident, &self.catalogue().security, &bodies);
        self.note_security(&incident.handle, &follows);
        new.extend(follows.into_iter().map(NewEvent::from));
        new
    }

    /// Whether words may tell of a security matter, so that what follows from them is to be decided on the facts.
    pub(crate) fn tells_of_security(&self, text: &str) -> bool {
        security::read(&self.catalogue().security, text).is_some()
    }

    /// What will follow from words, for the person who is typing them.
    pub(crate) fn security_hint(&self, text: &str) -> Option<String> {
        let SecurityWords { words, kind, certain } = security::read(&self.catalogue().security, text)?;
        Some(if certain {
            SecurityReason::Word(words).explain()
        } else {
            format!("Asks whether it is a security matter: '{words}' may tell of {kind}.")
        })
    }

    pub(crate) fn note_security(&self, handle: &str, bodies: &[EventBody]) {
        let news = bodies.iter().find_map(|body| match body {
            EventBody::SecurityAsked { words, .. } => Some((words.clone(), false)),
            EventBody::SecurityFound { because } => Some((because.words()?.to_owned(), true)),
            _ => None,
        });
        if let Some((words, certain)) = news {
            let news = SecurityNews { handle: handle.to_owned(), words, certain };
            self.security_news.lock().unwrap_or_else(PoisonError::into_inner).insert(handle.to_owned(), news);
        }
    }
}
