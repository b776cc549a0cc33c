//! In doubt, over-classify (seed: Escalation Rules): what speaks for a higher severity.

use serde::Serialize;
use sitrep_core::procedure::{self, Doubt};
use sitrep_core::vocabulary::Severity;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// A severity that is higher than the one in force, to be taken in one key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DoubtView {
    /// Which.
    pub to: Severity,
    /// `'data corruption' is an example of a P0.`
    pub why: String,
}

impl From<Doubt> for DoubtView {
    fn from(doubt: Doubt) -> Self {
        Self { to: doubt.severity, why: doubt.why }
    }
}

impl Workstation {
    /// What speaks for a higher severity than an incident has.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn severity_doubt(&self, handle: &str) -> Result<Option<DoubtView>, Error> {
        let doubt = procedure::doubt(&*self.facts_of(handle)?, &self.policy(), &self.catalogue().severity);
        Ok(doubt.map(DoubtView::from))
    }

    /// What speaks for a higher severity than is chosen, in what is typed.
    pub(super) fn typed_doubt(&self, title: &str, impact: &str, chosen: Option<Severity>) -> Option<DoubtView> {
        let catalogue = self.catalogue();
        let read = [title, impact].into_iter().filter_map(|text| procedure::higher_by_words(text, chosen, &catalogue.severity));
        read.min_by_key(|doubt| doubt.severity).map(DoubtView::from)
    }
}
