//! How far the index has come, and of which database it is.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::failure::Failure;
use crate::error::StoreError;
use crate::open::Store;
use crate::settings::RESTORED;

/// The shape of the tables, of what is in them and of how words are compared. A build that changes one raises it, and the index is made anew.
const FORMAT: i64 = 2;

/// The lines are found by words and nothing of their text is kept; how long a line is stays known.
const TABLES: &str = "
CREATE TABLE state (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    format    INTEGER NOT NULL,
    made      TEXT NOT NULL,                     -- another for each index that is begun
    restored  TEXT,                              -- the database that it was made from, until that is replaced or words are taken out of it
    low       INTEGER NOT NULL,                  -- what was recorded after this position …
    high      INTEGER NOT NULL,                  -- … and up to this one is in it
    newest    TEXT,                              -- which event that is
    is_merged INTEGER NOT NULL                   -- whether what was written in parts was put together
) STRICT;

CREATE VIRTUAL TABLE lines USING fts5(words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3');

-- Words of four letters or more, to know those that begin alike.
CREATE TABLE words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- What incidents are filtered by.
CREATE TABLE incidents (
    number   INTEGER PRIMARY KEY,
    started  INTEGER NOT NULL,                   -- milliseconds, UTC
    over     INTEGER,                            -- milliseconds, UTC; NULL while it is active
    severity INTEGER NOT NULL,
    state    INTEGER NOT NULL,
    marks    TEXT NOT NULL,                      -- those of `marks` that follow from its facts
    is_read  INTEGER NOT NULL                    -- whether they were read for that
) STRICT;

CREATE INDEX incidents_by_start ON incidents (started, number);

-- Services, people, alerts and words, and which incidents have them.
CREATE TABLE marks (
    mark     TEXT NOT NULL,
    incident INTEGER NOT NULL,
    PRIMARY KEY (mark, incident)
) STRICT, WITHOUT ROWID;
";

/// How much of what was written is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Of a hundred events so many; 100 only when none is missing.
    pub percent: u8,
    /// Whether nothing is left to be done for the index.
    pub is_done: bool,
}

/// How far an index has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    pub(super) made: String,
    /// What was recorded after this position and up to `high` is in it.
    pub(super) low: i64,
    pub(super) high: i64,
    pub(super) is_merged: bool,
}

/// What is to be indexed next: what was recorded after the first position and up to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// It came since.
    News(i64, i64),
    /// It was there before the index was begun.
    Earlier(i64, i64),
}

impl State {
    /// The state of an index that was made from this database; none where there is no index yet.
    pub(super) fn read(connection: &Connection, store: &Store) -> Result<Option<Self>, Failure> {
        let is_there = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'state'")?.exists([])?;
        if !is_there {
            return Ok(None);
        }
        let sql = "SELECT made, low, high, is_merged, format, restored, newest FROM state";
        let read = connection.prepare_cached(sql)?.query_row([], |row| {
            let state = Self { made: row.get(0)?, low: row.get(1)?, high: row.get(2)?, is_merged: row.get(3)? };
            Ok((state, row.get::<_, i64>(4)?, row.get::<_, Option<String>>(5)?, row.get::<_, Option<String>>(6)?))
        });
        let Some((state, format, restored, newest)) = read.optional()? else { return Err(Failure::Outdated) };
        let is_of_it = format == FORMAT && restored == store.setting(RESTORED)? && newest == store.id_at(state.high)?;
        if is_of_it { Ok(Some(state)) } else { Err(Failure::Outdated) }
    }

    /// Makes the tables of an index that has nothing in it yet. What is there is read from its end.
    pub(super) fn begin(transaction: &Transaction<'_>, store: &Store) -> Result<Self, Failure> {
        transaction.execute_batch(TABLES)?;
        let newest = store.newest()?;
        let state = Self { made: Uuid::new_v4().to_string(), low: newest, high: newest, is_merged: newest == 0 };
        let sql = "INSERT INTO state (id, format, made, restored, low, high, newest, is_merged) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (restored, id) = (store.setting(RESTORED)?, store.id_at(newest)?);
        transaction.execute(sql, params![FORMAT, state.made, restored, state.low, state.high, id, state.is_merged])?;
        Ok(state)
    }

    /// Keeps how far it has come.
    pub(super) fn save(&self, transaction: &Transaction<'_>, store: &Store) -> Result<(), Failure> {
        let mut statement = transaction.prepare_cached("UPDATE state SET low = ?1, high = ?2, newest = ?3, is_merged = ?4")?;
        statement.execute(params![self.low, self.high, store.id_at(self.high)?, self.is_merged])?;
        Ok(())
    }

    /// What is to be indexed next, `most` events of it: what came since before what was there.
    pub(super) fn next(&self, newest: i64, most: i64) -> Option<Next> {
        if self.high < newest {
            return Some(Next::News(self.high, newest.min(self.high + most)));
        }
        (self.low > 0).then(|| Next::Earlier((self.low - most).max(0), self.low))
    }

    /// How much of what was recorded is in it.
    pub(super) fn coverage(&self, newest: i64) -> Coverage {
        let is_whole = self.low == 0 && self.high >= newest;
        let share = (self.high - self.low) * 100 / newest.max(1);
        let percent = if is_whole { 100 } else { u8::try_from(share.clamp(0, 99)).unwrap_or_default() };
        Coverage { percent, is_done: is_whole && self.is_merged }
    }
}

/// The name that an index was given when it was begun; none where none reads.
pub(super) fn made(connection: &Connection) -> Option<String> {
    connection.query_row("SELECT made FROM state", [], |row| row.get(0)).ok()
}

impl From<Next> for (i64, i64) {
    fn from(next: Next) -> Self {
        match next {
            Next::News(after, upto) | Next::Earlier(after, upto) => (after, upto),
        }
    }
}

/// Why nothing can be searched.
pub(super) fn unsearchable(store: &Store, why: StoreError) -> StoreError {
    StoreError::Unsearchable { file: store.search_file(), why: Box::new(why) }
}
