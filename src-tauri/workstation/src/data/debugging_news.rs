//! What newly shows that the commander debugs (seed: Designate Roles), for the door to say once.

use std::sync::PoisonError;

use sitrep_core::incident::Incident;
use sitrep_core::procedure::{DebuggingCommander, debugging_commander};

use super::workstation::Workstation;

impl Workstation {
    /// Notes what an act of this process showed that was not known before it.
    pub(super) fn note_debugging(&self, known: Option<&DebuggingCommander>, incident: &Incident) {
        let shown = debugging_commander(incident).filter(|now| known.is_none_or(|before| before.person != now.person));
        if let Some(shown) = shown {
            let mut news = self.debugging_news.lock().unwrap_or_else(PoisonError::into_inner);
            news.insert(incident.handle.clone(), shown.in_words());
        }
    }

    /// An incident whose commander was newly seen to debug, and how that reads; told once.
    #[must_use]
    pub fn take_debugging_news(&self) -> Option<(String, String)> {
        self.debugging_news.lock().unwrap_or_else(PoisonError::into_inner).pop_first()
    }

    /// The same of one incident.
    pub(crate) fn take_debugging_news_of(&self, handle: &str) -> Option<String> {
        self.debugging_news.lock().unwrap_or_else(PoisonError::into_inner).remove(handle)
    }
}
