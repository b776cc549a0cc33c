//! The runbooks that the folders hold, and their marks.

use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use serde::Serialize;
use sitrep_runbooks::{Around, FolderReading, Index, Mark, Read, Rules, check, is_there};
use ts_rs::TS;

use crate::refusals::Error;

/// What the folders hold.
pub(crate) struct Shelf {
    pub(crate) folders: Vec<ShelvedFolder>,
    /// Of all runbooks, in the order of the folders.
    pub(crate) index: Index,
}

/// A folder that was read.
pub(crate) struct ShelvedFolder {
    /// What its runbooks' paths begin with: its own name, with a number where another has it, too.
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) reading: FolderReading,
    /// What the rules were read from, or why it could not be read.
    pub(super) rules_text: Result<String, String>,
    pub(crate) rules: Rules,
    /// Why the rules of its file do not hold.
    pub(crate) rules_problem: Option<String>,
    /// The marks of each runbook, as of a day.
    pub(super) marks: Mutex<Option<MarksOfADay>>,
}

/// The marks of each runbook of a folder, and the day they were made.
type MarksOfADay = (NaiveDate, Arc<Vec<Vec<Mark>>>);

/// The rules for a folder.
pub(crate) struct FolderRules {
    /// What the rules were read from, or why it could not be read.
    pub(super) text: Result<String, String>,
    pub(crate) rules: Rules,
    /// Why those of the file do not hold.
    pub(crate) problem: Option<String>,
}

impl ShelvedFolder {
    /// The marks of each of its runbooks, in their order, made once a day and reading.
    pub(crate) fn marks(&self, today: NaiveDate) -> Arc<Vec<Vec<Mark>>> {
        let mut kept = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, marks)) = kept.as_ref().filter(|(day, _)| *day == today) {
            return Arc::clone(marks);
        }
        let marks = Arc::new(self.reading.runbooks.iter().map(|read| self.marks_of(read, today)).collect::<Vec<_>>());
        *kept = Some((today, Arc::clone(&marks)));
        marks
    }

    /// The marks of one.
    pub(crate) fn marks_of(&self, read: &Read, today: NaiveDate) -> Vec<Mark> {
        let exists = |path: &str| is_there(&self.folder, path);
        let around = Around { today, path: &read.path, alerts: &[], exists: &exists, files: &self.reading.files };
        check(&read.runbook, &read.text, &around, &self.rules)
    }
}

/// The shelf, and whether something changed since it was read.
#[derive(Default)]
pub(crate) struct ReadShelf {
    pub(super) read: Mutex<Option<Arc<Shelf>>>,
    /// Counts what changed, what of that the reading knows, and what of it was told.
    pub(super) changes: AtomicUsize,
    pub(super) known: AtomicUsize,
    pub(super) told: AtomicUsize,
    pub(super) done: AtomicUsize,
    pub(super) total: AtomicUsize,
}

/// How far the reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct RunbookReading {
    /// So many are read.
    pub done: u32,
    /// Of so many.
    pub total: u32,
}

/// A runbook on the shelf.
#[derive(Clone, Copy)]
pub(crate) struct Shelved<'a> {
    pub(crate) folder: &'a ShelvedFolder,
    pub(crate) read: &'a Read,
}

impl Shelved<'_> {
    /// Its folder's name and its place in it.
    pub(crate) fn path(&self) -> String {
        format!("{}/{}", self.folder.name, self.read.path)
    }
}

impl Shelf {
    /// All of them, in the order of the index.
    pub(crate) fn all(&self) -> impl Iterator<Item = Shelved<'_>> {
        self.folders.iter().flat_map(|folder| folder.reading.runbooks.iter().map(move |read| Shelved { folder, read }))
    }

    /// The one in a place of the index.
    pub(crate) fn at(&self, which: usize) -> Option<Shelved<'_>> {
        self.all().nth(which)
    }

    /// The one with this path; else the only one whose path or title has these words.
    pub(crate) fn find(&self, part: &str) -> Result<Shelved<'_>, Error> {
        let wanted = part.trim();
        if let Some(exact) = self.all().find(|one| one.path() == wanted || one.read.path == wanted) {
            return Ok(exact);
        }
        let lower = wanted.to_lowercase();
        let has = |one: &Shelved<'_>| one.path().to_lowercase().contains(&lower) || one.read.runbook.title.to_lowercase().contains(&lower);
        let mut found = self.all().filter(has);
        let Some(first) = found.next().filter(|_| !lower.is_empty()) else { return Err(Error::UnknownRunbook(wanted.to_owned())) };
        match found.next() {
            None => Ok(first),
            Some(second) => Err(Error::AmbiguousRunbook([first, second].into_iter().chain(found).take(5).map(|one| one.path()).collect())),
        }
    }
}
