//! What of an entry an update tells: what was done or decided, or what was seen (seed: Status Update, Actions taken, Current state).

use crate::text::tells_of_a_deed;
use crate::vocabulary::EntryKind;

/// Whether an entry is of something that was done or decided.
#[must_use]
pub fn is_deed(kind: EntryKind, text: &str) -> bool {
    kind == EntryKind::Decision || text.lines().next().is_some_and(tells_of_a_deed)
}
