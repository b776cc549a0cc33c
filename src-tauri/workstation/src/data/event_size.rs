//! How much one event may hold, whatever door it came through.

use sitrep_foreign::MB;
use sitrep_store::NewEvent;

use crate::refusals::Error;

/// In bytes, as it is stored: a message in all its forms is far smaller.
const EVENT_AT_MOST: u64 = MB;

/// Refuses events that would make every later reading slow.
///
/// # Errors
/// [`Error::EntryTooLong`].
pub(crate) fn check_sizes(new: &[NewEvent]) -> Result<(), Error> {
    for event in new {
        let holds = event.body.stored().map_or(0, |stored| stored.body.len() as u64);
        if holds > EVENT_AT_MOST {
            return Err(Error::EntryTooLong { holds, at_most: EVENT_AT_MOST });
        }
    }
    Ok(())
}
