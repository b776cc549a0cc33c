//! Mending what one key mends.

use sitrep_core::vocabulary::UpdateField;

use super::draft::ComposeInput;
use crate::data::Workstation;
use crate::refusals::Error;

/// How often words that mend something are themselves looked at and mended.
const FIXES_AT_MOST: usize = 60;

impl Workstation {
    /// The input with these fields said to hold still: what they say by now are the person's own words from here on.
    ///
    /// # Errors
    /// [`Error::UnknownField`] for one that the message does not have.
    pub fn keep_as_held(&self, mut input: ComposeInput, fields: &[UpdateField]) -> Result<ComposeInput, Error> {
        self.check_fields(&input, fields)?;
        let composed = self.compose_update(&input)?.fields;
        let held = composed.into_iter().filter(|one| fields.contains(&one.field) && !one.missing);
        input.edits.extend(held.map(|one| (one.field, one.value)));
        Ok(input)
    }

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
