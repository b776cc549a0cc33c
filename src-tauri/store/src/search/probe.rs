//! Whether an index that is opened finds what is in it. Most damage is refused by SQLite; of a part that is gone it says only that nothing is there.

use rusqlite::Connection;
use sitrep_core::documents::searched_line;
use sitrep_core::event::EventBody;
use sitrep_core::text::search::indexed_words;

use super::failure::Failure;
use super::rowid::rowid;
use super::state::State;
use crate::ledger::Amended;
use crate::open::Store;

/// Entries are looked for among so many events.
const NEAR: i64 = 20;

/// Looks for the newest, the oldest and a middle entry that is in the index.
pub(super) fn probe(connection: &Connection, store: &Store, state: &State) -> Result<(), Failure> {
    let middle = (state.low + state.high) / 2;
    for upto in [state.high, middle, (state.low + NEAR).min(state.high)] {
        let some = store.events_between(state.low.max(upto - NEAR), upto)?;
        let Some(entry) = some.iter().find(|written| is_plain(written)) else { continue };
        if !is_found(connection, store, entry)? {
            return Err(Failure::Outdated);
        }
    }
    Ok(())
}

/// An entry reads as it was written, if nothing amends it.
fn is_plain(written: &Amended) -> bool {
    matches!(written.event.body, EventBody::Entry { .. }) && written.amending.is_empty()
}

fn is_found(connection: &Connection, store: &Store, written: &Amended) -> Result<bool, Failure> {
    let line = searched_line(&written.event, &[]);
    let words = line.map(|line| indexed_words([line.text.as_str()])).unwrap_or_default();
    let Some(word) = words.split(' ').find(|word| !word.is_empty()) else { return Ok(true) };
    let number = rowid(store.number_of(written.event.incident)?, written.position);
    let mut statement = connection.prepare_cached("SELECT 1 FROM lines WHERE lines MATCH ?1 AND rowid = ?2")?;
    Ok(statement.exists((format!("\"{word}\""), number))?)
}
