//! The lines in the index, by their words.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Transaction;
use sitrep_core::documents::searched_line;
use sitrep_core::text::search::indexed_words;

use super::failure::Failure;
use super::rowid::rowid;
use crate::ledger::Amended;

/// A shorter beginning of a word has an index of its own.
pub(super) const LETTERS_OF_A_KNOWN_WORD: usize = 4;

/// Lines that are to be in the index, and those that are not to be in it any more. In their order, in which an index takes them best.
#[derive(Debug, Default)]
pub(super) struct Lines(BTreeMap<i64, Option<String>>);

impl Lines {
    /// Takes in the line of an event as it reads now.
    pub(super) fn put(&mut self, incident: i64, written: &Amended) {
        let words = searched_line(&written.event, &written.amending).map(|line| indexed_words(line.texts()));
        self.0.insert(rowid(incident, written.position), words);
    }

    /// Writes them. Where none of them is there yet, none is looked for.
    pub(super) fn write(&self, transaction: &Transaction<'_>, may_be_there: bool) -> Result<(), Failure> {
        let mut delete = transaction.prepare_cached("DELETE FROM lines WHERE rowid = ?1")?;
        let mut insert = transaction.prepare_cached("INSERT INTO lines (rowid, words) VALUES (?1, ?2)")?;
        for (rowid, words) in &self.0 {
            if may_be_there {
                delete.execute([rowid])?;
            }
            if let Some(words) = words {
                insert.execute((rowid, words))?;
            }
        }
        self.write_words(transaction)
    }

    fn write_words(&self, transaction: &Transaction<'_>) -> Result<(), Failure> {
        let is_long = |word: &&str| word.chars().nth(LETTERS_OF_A_KNOWN_WORD - 1).is_some();
        let words: BTreeSet<&str> = self.0.values().flatten().flat_map(|words| words.split(' ')).filter(is_long).collect();
        let mut insert = transaction.prepare_cached("INSERT OR IGNORE INTO words (word) VALUES (?1)")?;
        for word in words {
            insert.execute([word])?;
        }
        Ok(())
    }
}

/// Puts together what was written in parts, a bounded piece of it at a time; says whether nothing is left to be.
pub(super) fn merge(transaction: &Transaction<'_>, pages: i64, is_first: bool) -> Result<bool, Failure> {
    let before = transaction.total_changes();
    // Below zero it says that everything is to become one part.
    let pages = if is_first { -pages } else { pages };
    transaction.execute("INSERT INTO lines (lines, rank) VALUES ('merge', ?1)", [pages])?;
    // The row of the structure is written in any case.
    Ok(transaction.total_changes() - before < 2)
}
