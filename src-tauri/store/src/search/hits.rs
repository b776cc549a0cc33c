//! The lines that have what was asked for, by their numbers in the index.

use rusqlite::Connection;
use sitrep_core::documents::searched_line;
use sitrep_core::text::search::SearchQuery;

use super::expression::Expression;
use super::failure::Failure;
use super::rowid::{incident_of, position_of, rowid};
use crate::open::Store;

/// So many are looked for at least, before it is asked whether they are enough.
pub(super) const AT_ONCE: usize = 5_000;
/// Among so many incidents each is looked at by itself.
const FEW: usize = 100;
/// What is in no index is looked for in the newest lines alone, so many of them.
const TEXTS_AT_MOST: usize = 2_000;

/// Lines that were found, the newest first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hits {
    pub(super) rowids: Vec<i64>,
    /// Whether there are no others.
    pub(super) are_all: bool,
}

/// Where and for what lines are looked for.
pub(super) struct Hunt<'a> {
    pub(super) connection: &'a Connection,
    pub(super) store: &'a Store,
    pub(super) query: &'a SearchQuery,
    pub(super) expression: Expression,
    /// Of these incidents, the newest first; none for all.
    pub(super) allowed: Option<Vec<i64>>,
}

impl Hunt<'_> {
    /// The newest lines of so many incidents, and more where they come by the way.
    pub(super) fn newest(&self, incidents: usize) -> Result<Hits, Failure> {
        match &self.allowed {
            _ if self.expression == Expression::Nothing => Ok(Hits { rowids: Vec::new(), are_all: true }),
            Some(few) if few.len() <= FEW && self.query.signs.is_empty() => self.one_by_one(few),
            _ => self.down_from_the_newest(incidents),
        }
    }

    /// All lines of one incident.
    pub(super) fn of_incident(&self, number: i64) -> Result<Vec<i64>, Failure> {
        self.between(rowid(number, 0), rowid(number + 1, 0), AT_ONCE)?
            .into_iter()
            .filter_map(|line| self.checked(line).transpose())
            .collect()
    }

    fn one_by_one(&self, numbers: &[i64]) -> Result<Hits, Failure> {
        let mut rowids = Vec::new();
        for number in numbers {
            rowids.extend(self.between(rowid(*number, 0), rowid(*number + 1, 0), usize::MAX)?);
        }
        Ok(Hits { rowids, are_all: true })
    }

    fn down_from_the_newest(&self, incidents: usize) -> Result<Hits, Failure> {
        let (lowest, highest) = self.span();
        let (mut below, mut hits, mut looked_at) = (highest, Hits::default(), 0);
        while !hits.are_all && (looked_at == 0 || !hits.spans_more_than(incidents)) {
            let some = self.between(lowest, below, self.piece())?;
            hits.are_all = some.len() < self.piece();
            below = some.last().copied().unwrap_or(lowest);
            looked_at += some.len();
            for line in some.into_iter().filter(|line| self.is_allowed(*line)) {
                hits.rowids.extend(self.checked(line)?);
            }
            if !self.query.signs.is_empty() && looked_at >= TEXTS_AT_MOST {
                break;
            }
        }
        Ok(hits)
    }

    fn piece(&self) -> usize {
        if self.query.signs.is_empty() { AT_ONCE } else { TEXTS_AT_MOST / 4 }
    }

    /// What the numbers of all lines lie between that can be hits.
    fn span(&self) -> (i64, i64) {
        let Some(allowed) = &self.allowed else { return (0, i64::MAX) };
        let (first, last) = (allowed.last().copied().unwrap_or_default(), allowed.first().copied().unwrap_or_default());
        (rowid(first, 0), rowid(last + 1, 0))
    }

    fn is_allowed(&self, line: i64) -> bool {
        self.allowed.as_ref().is_none_or(|allowed| allowed.binary_search_by(|number| incident_of(line).cmp(number)).is_ok())
    }

    /// The line, if it has what no index tells.
    fn checked(&self, line: i64) -> Result<Option<i64>, Failure> {
        if self.query.signs.is_empty() {
            return Ok(Some(line));
        }
        let written = self.store.event_at(position_of(line))?;
        let read = written.and_then(|written| searched_line(&written.event, &written.amending));
        Ok(read.filter(|read| self.query.has_signs(&read.texts().collect::<Vec<_>>())).map(|_| line))
    }

    /// The lines that match from one number on and below another, the highest first.
    fn between(&self, from: i64, below: i64, most: usize) -> Result<Vec<i64>, Failure> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        match &self.expression {
            Expression::Nothing => Ok(Vec::new()),
            Expression::Any => {
                let sql = "SELECT id FROM lines_docsize WHERE id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";
                let mut statement = self.connection.prepare_cached(sql)?;
                Ok(statement.query_map((from, below, most), |row| row.get(0))?.collect::<Result<_, _>>()?)
            }
            Expression::Matching(words) => {
                let sql = "SELECT rowid FROM lines WHERE lines MATCH ?4 AND rowid >= ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3";
                let mut statement = self.connection.prepare_cached(sql)?;
                Ok(statement.query_map((from, below, most, words), |row| row.get(0))?.collect::<Result<_, _>>()?)
            }
        }
    }
}

impl Hits {
    /// Whether they are of more than so many incidents.
    fn spans_more_than(&self, incidents: usize) -> bool {
        let mut last = None;
        self.rowids.iter().filter(|line| last.replace(incident_of(**line)) != Some(incident_of(**line))).nth(incidents).is_some()
    }
}
