//! What reads like a secret does not stay in what is recorded, unless a person says so.

use std::sync::Arc;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use sitrep_core::guard::{Guard, REMOVED, removed_line};
use sitrep_core::vocabulary::EventId;
use sitrep_store::NewEvent;

use super::secret_choice::Secrets;
use super::workstation::Workstation;
use crate::team_files::stamp;

impl Workstation {
    /// What this process records from now on stays as it is typed, secrets among it.
    pub fn keep_secrets(&self) {
        self.keeps_secrets.store(true, Ordering::Relaxed);
    }

    /// What was removed from what this process recorded because it read like a secret, since it was last asked; told once.
    #[must_use]
    pub fn take_removed_secrets(&self) -> Option<String> {
        removed_line(&std::mem::take(&mut *self.removed_secrets.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Remembers an entry's words until the next entry from which something is removed, or the end of the process.
    pub(crate) fn note_words_as_typed(&self, id: EventId, words: &str) {
        *self.words_as_typed.lock().unwrap_or_else(PoisonError::into_inner) = Some((id, words.to_owned()));
    }

    pub(crate) fn words_as_typed(&self, id: EventId) -> Option<String> {
        let words = self.words_as_typed.lock().unwrap_or_else(PoisonError::into_inner);
        words.as_ref().filter(|(of, _)| *of == id).map(|(_, words)| words.clone())
    }

    /// What would be removed from words that are typed: `GitHub token: it will read (removed).`
    pub(crate) fn secret_hint(&self, words: &str) -> Option<String> {
        let removed = self.secrets_guard().mask(words).removed;
        removed.first().map(|kind| format!("{kind}: it will read {REMOVED}."))
    }

    /// Words about to be recorded, and the kinds of the secrets that were removed from them.
    pub(crate) fn without_secrets(&self, words: &str) -> (String, Vec<String>) {
        if self.keeps_secrets.load(Ordering::Relaxed) {
            return (words.to_owned(), Vec::new());
        }
        let masked = self.secrets_guard().mask(words);
        self.note_removed(&masked.removed);
        (masked.text, masked.removed)
    }

    /// What masks events about to be recorded; made ready before the ledger is locked.
    pub(crate) fn mask_of(&self, secrets: Secrets) -> impl Fn(Vec<NewEvent>) -> Vec<NewEvent> {
        let keeps = secrets == Secrets::Kept || self.keeps_secrets.load(Ordering::Relaxed);
        let guard = (!keeps).then(|| self.secrets_guard());
        move |new| match &guard {
            Some(guard) => new.into_iter().map(|new| self.masked(new, guard)).collect(),
            None => new,
        }
    }

    fn masked(&self, new: NewEvent, guard: &Guard) -> NewEvent {
        let (body, removed) = new.body.without_secrets(guard);
        self.note_removed(&removed);
        NewEvent { body, ..new }
    }

    fn note_removed(&self, removed: &[String]) {
        self.removed_secrets.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(removed);
    }

    /// What of the guard finds secrets. Ready in a moment, for a process that does one thing.
    pub(crate) fn secrets_guard(&self) -> Arc<Guard> {
        let seen = stamp(&self.guard_path());
        let mut ready = self.ready_for_secrets.lock().unwrap_or_else(PoisonError::into_inner);
        match &*ready {
            Some((when, guard)) if *when == seen => Arc::clone(guard),
            _ => {
                let guard = Arc::new(self.read_secrets_guard());
                *ready = Some((seen, Arc::clone(&guard)));
                guard
            }
        }
    }
}
