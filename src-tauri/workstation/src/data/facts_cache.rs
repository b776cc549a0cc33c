//! The facts of the incidents that were asked for lately.

use std::collections::HashMap;

use sitrep_core::vocabulary::IncidentId;
use sitrep_store::KeptFacts;

/// Facts that are not here are read again, which is quick; these are for who looks at the same ones again and again.
const AT_MOST: usize = 64;

/// A bounded store of facts. They may be behind; whoever takes them has them moved on.
#[derive(Default)]
pub(crate) struct FactsCache {
    known: HashMap<IncidentId, (KeptFacts, u64)>,
    /// Counts the uses, so that what was used longest ago goes first.
    uses: u64,
}

impl FactsCache {
    /// Takes the facts of an incident out, to be put back when they were moved on.
    pub(crate) fn take(&mut self, id: IncidentId) -> Option<KeptFacts> {
        self.known.remove(&id).map(|(facts, _)| facts)
    }

    /// Keeps facts, in place of those that nobody has asked for the longest.
    pub(crate) fn put(&mut self, id: IncidentId, facts: KeptFacts) {
        self.uses += 1;
        if self.known.len() >= AT_MOST && !self.known.contains_key(&id) {
            let oldest = self.known.iter().min_by_key(|(_, (_, used))| *used).map(|(id, _)| *id);
            oldest.map(|id| self.known.remove(&id));
        }
        self.known.insert(id, (facts, self.uses));
    }
}
