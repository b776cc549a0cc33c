//! Mending what one key mends.

use super::draft::ComposeInput;
use crate::data::Workstation;
use crate::refusals::Error;

/// How often words that mend something are themselves looked at and mended.
const FIXES_AT_MOST: usize = 60;

impl Workstation {
    /// The input with everything mended that one key mends.
    ///
    /// # Errors
    /// Why the incident was not found or the template could not be rendered.
    pub fn mend(&self, mut input: ComposeInput) -> Result<ComposeInput, Error> {
        // What was put in place can itself be worth a look, so it is read again, a bounded number of times.
        for _ in 0..FIXES_AT_MOST {
            let found = self.compose_update(&input)?.found;
            let Some(next) = found.into_iter().find(|found| found.rewrite.is_none() && !found.offer.is_empty()) else { break };
            input.edits.extend(next.newer.map(|newer| (newer.field, newer.words)));
            input.replaced.extend(next.replace);
            input.names_next_update |= next.names_next_update;
        }
        Ok(input)
    }
}
