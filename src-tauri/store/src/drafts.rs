//! Text that is typed and not yet sent.

use rusqlite::OptionalExtension;

use crate::error::StoreError;
use crate::open::Store;

impl Store {
    /// The draft of a place; empty when there is none.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn draft(&self, place: &str) -> Result<String, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT text FROM drafts WHERE place = ?1")?;
            Ok(statement.query_row([place], |row| row.get(0)).optional()?.unwrap_or_default())
        })
    }

    /// Keeps the draft of a place; an empty one is forgotten. It outlives the process, and no key press waits for the disk.
    ///
    /// # Errors
    /// [`StoreError`]; the draft before it stands then.
    pub fn save_draft(&mut self, place: &str, text: &str) -> Result<(), StoreError> {
        self.write_without_sync(|transaction| {
            if text.is_empty() {
                transaction.execute("DELETE FROM drafts WHERE place = ?1", [place])?;
            } else {
                transaction.execute(
                    "INSERT INTO drafts (place, text) VALUES (?1, ?2) ON CONFLICT (place) DO UPDATE SET text = ?2",
                    [place, text],
                )?;
            }
            Ok(())
        })
    }
}
