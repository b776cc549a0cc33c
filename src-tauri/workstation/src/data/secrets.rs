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

/// Takes secrets out of what is about to be recorded, and knows what they were.
pub(crate) struct Mask {
    /// None where they are to stay.
    guard: Option<Arc<Guard>>,
    /// The kinds of those that were removed.
    pub(crate) removed: Vec<String>,
}

impl Mask {
    pub(crate) fn words(&mut self, words: &str) -> String {
        let Some(guard) = &self.guard else { return words.to_owned() };
        let masked = guard.mask(words);
        self.removed.extend(masked.removed);
        masked.text
    }

    pub(crate) fn event(&mut self, new: NewEvent) -> NewEvent {
        let Some(guard) = &self.guard else { return new };
        let (body, removed) = new.body.without_secrets(guard);
        self.removed.extend(removed);
        NewEvent { body, ..new }
    }

    pub(crate) fn events(&mut self, new: Vec<NewEvent>) -> Vec<NewEvent> {
        new.into_iter().map(|new| self.event(new)).collect()
    }
}

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

    /// What masks words and events about to be recorded; made ready before the ledger is locked.
    pub(crate) fn mask_of(&self, secrets: Secrets) -> Mask {
        let keeps = secrets == Secrets::Kept || self.keeps_secrets.load(Ordering::Relaxed);
        Mask { guard: (!keeps).then(|| self.secrets_guard()), removed: Vec::new() }
    }

    /// What was removed is told once it is recorded; what was refused removed nothing.
    pub(crate) fn note_removed(&self, removed: &[String]) {
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
