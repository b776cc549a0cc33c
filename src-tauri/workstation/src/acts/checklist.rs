//! Ticking the checklist by hand.

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::ChecklistLine;

use crate::data::Workstation;
use crate::refusals::Error;

impl Workstation {
    /// Ticks a line of the checklist that no fact ticks, or unticks it.
    ///
    /// # Errors
    /// [`Error::TickedByFact`] for a line that only its own act ticks.
    pub fn tick_checklist(&self, handle: &str, line: ChecklistLine, done: bool) -> Result<(), Error> {
        if !line.by_hand() {
            return Err(Error::TickedByFact(line));
        }
        self.record(handle, |incident| {
            if incident.hand_ticks.contains(&line) == done { vec![] } else { vec![EventBody::ChecklistTicked { line, done }] }
        })
    }
}
