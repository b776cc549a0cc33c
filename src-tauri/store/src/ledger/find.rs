//! Finding an incident by any part of its handle.

use rusqlite::params;

use super::incidents::{IncidentRow, ROWS, rows};
use crate::error::StoreError;
use crate::open::Store;

impl Store {
    /// The incident of exactly this handle.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn with_handle(&self, handle: &str) -> Result<Option<IncidentRow>, StoreError> {
        self.read(|connection| Ok(rows(connection, &format!("{ROWS} WHERE handle = ?1"), [handle])?.pop()))
    }

    /// The active incidents whose handle holds `part`, else the resolved ones; `most` of them.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn holding(&self, part: &str, most: usize) -> Result<Vec<IncidentRow>, StoreError> {
        let active = self.holding_in("NULL", part, most)?;
        if active.is_empty() { self.holding_in("NOT NULL", part, most) } else { Ok(active) }
    }

    fn holding_in(&self, resolved: &str, part: &str, most: usize) -> Result<Vec<IncidentRow>, StoreError> {
        // What begins with the part lies between it and the part followed by the last letter there is.
        let end = format!("{part}{}", char::MAX);
        let sql = format!(
            "{ROWS} WHERE resolved_at IS {resolved} AND number IN
             (SELECT incident FROM handle_endings WHERE ending >= ?1 AND ending < ?2) LIMIT ?3"
        );
        self.read(|connection| rows(connection, &sql, params![part, end, i64::try_from(most).unwrap_or(i64::MAX)]))
    }
}
