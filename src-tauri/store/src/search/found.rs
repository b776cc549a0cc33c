//! The answer to a search: incidents, each with its lines.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use sitrep_core::documents::{SearchedLine, searched_line};

use super::best::{self, Ranked};
use super::expression::expression;
use super::failure::Failure;
use super::filter::{allowed, by_start};
use super::hits::{Hits, Hunt};
use super::request::{SearchFilter, SearchRequest};
use super::rowid::{incident_of, position_of};
use super::state::Coverage;
use crate::ledger::IncidentRow;
use crate::open::Store;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchAnswer {
    /// The incidents that were asked for, in the order that was.
    pub incidents: Vec<FoundIncident>,
    /// How many lines were found, in all incidents.
    pub lines: usize,
    /// How many incidents were.
    pub incidents_in_all: usize,
    /// Whether there are no more than those: a word that stands everywhere is not counted to its end.
    pub is_all: bool,
    /// How many lines there are where no filter is used, if with it there are none; at most some thousands are counted.
    pub without_filter: usize,
    /// How much of what was written was looked through.
    pub coverage: Coverage,
}

/// An incident that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundIncident {
    /// The incident.
    pub row: IncidentRow,
    /// Its lines that have what was asked for, in the order of recording, or the best first; not more than were asked for.
    pub lines: Vec<SearchedLine>,
    /// How many it has; at least so many, where not all were counted.
    pub lines_in_all: usize,
}

/// What of an index answers a search.
pub(super) struct Search<'a> {
    pub(super) connection: &'a Connection,
    pub(super) store: &'a Store,
    pub(super) request: &'a SearchRequest,
    pub(super) coverage: Coverage,
}

/// The lines of an incident that were found, by their numbers.
struct Group {
    incident: i64,
    lines: Vec<i64>,
}

impl Search<'_> {
    /// Looks for it.
    pub(super) fn answer(&self) -> Result<SearchAnswer, Failure> {
        if self.request.query.is_empty() {
            return self.list();
        }
        let hunt = self.hunt(&self.request.filter)?;
        let hits = hunt.newest(self.request.skip + self.request.incidents)?;
        let without_filter = if hits.rowids.is_empty() { self.without_filter()? } else { 0 };
        let groups = if self.request.best_first { self.best(&hits)? } else { self.newest(&hits)? };
        self.page(&groups, &hits, without_filter)
    }

    /// The lines of one incident, all of them.
    pub(super) fn of_incident(&self, number: i64) -> Result<Vec<SearchedLine>, Failure> {
        let lines = self.hunt(&SearchFilter::default())?.of_incident(number)?;
        self.read(&Group { incident: number, lines }.in_order(), usize::MAX)
    }

    fn hunt(&self, filter: &SearchFilter) -> Result<Hunt<'_>, Failure> {
        let allowed = if filter.is_empty() { None } else { Some(allowed(self.connection, self.store, filter)?) };
        let Self { connection, store, request, .. } = self;
        Ok(Hunt { connection, store, query: &request.query, expression: expression(connection, &request.query)?, allowed })
    }

    fn without_filter(&self) -> Result<usize, Failure> {
        if self.request.filter.is_empty() { Ok(0) } else { Ok(self.hunt(&SearchFilter::default())?.newest(0)?.rowids.len()) }
    }

    /// Every incident that fits the filter; there is no line to show.
    fn list(&self) -> Result<SearchAnswer, Failure> {
        let numbers = by_start(self.connection, self.store, &self.request.filter)?;
        let groups: Vec<Group> = numbers.into_iter().map(|incident| Group { incident, lines: Vec::new() }).collect();
        self.page(&groups, &Hits { rowids: Vec::new(), are_all: true }, 0)
    }

    /// The incident that began last comes first, whenever it was written down; its lines are in the order of recording.
    fn newest(&self, hits: &Hits) -> Result<Vec<Group>, Failure> {
        let mut groups = grouped(&hits.rowids).into_iter().map(|group| Ok((self.started(group.incident)?, group.in_order())));
        let mut groups = groups.by_ref().collect::<Result<Vec<_>, Failure>>()?;
        groups.sort_by_key(|(started, group)| std::cmp::Reverse((*started, group.incident)));
        Ok(groups.into_iter().map(|(_, group)| group).collect())
    }

    fn best(&self, hits: &Hits) -> Result<Vec<Group>, Failure> {
        let ranked = best::ranked(self.connection, self.store, &self.request.query, &hits.rowids)?;
        let mut groups: Vec<Group> = Vec::new();
        let mut places: BTreeMap<i64, usize> = BTreeMap::new();
        for Ranked { line, .. } in ranked {
            let incident = incident_of(line);
            let place = *places.entry(incident).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.lines.push(line),
                None => groups.push(Group { incident, lines: vec![line] }),
            }
        }
        Ok(groups)
    }

    fn started(&self, incident: i64) -> Result<i64, Failure> {
        let mut statement = self.connection.prepare_cached("SELECT started FROM incidents WHERE number = ?1")?;
        Ok(statement.query_row([incident], |row| row.get(0)).optional()?.unwrap_or_default())
    }

    fn page(&self, groups: &[Group], hits: &Hits, without_filter: usize) -> Result<SearchAnswer, Failure> {
        let (mut incidents, mut left) = (Vec::new(), self.request.lines);
        for group in groups.iter().skip(self.request.skip).take(self.request.incidents) {
            let Some(one) = self.store.numbered(group.incident)? else { continue };
            let lines = self.read(group, self.request.lines_each.min(left))?;
            left -= lines.len();
            incidents.push(FoundIncident { row: one.row, lines, lines_in_all: group.lines.len() });
            if left == 0 {
                break;
            }
        }
        let (lines, incidents_in_all) = (hits.rowids.len(), groups.len());
        Ok(SearchAnswer { incidents, lines, incidents_in_all, is_all: hits.are_all, without_filter, coverage: self.coverage })
    }

    /// Some of the lines as they read by now.
    fn read(&self, group: &Group, most: usize) -> Result<Vec<SearchedLine>, Failure> {
        let mut lines = Vec::new();
        for line in group.lines.iter().take(most) {
            let written = self.store.event_at(position_of(*line))?;
            lines.extend(written.and_then(|written| searched_line(&written.event, &written.amending)));
        }
        Ok(lines)
    }
}

impl Group {
    fn in_order(mut self) -> Self {
        self.lines.sort_unstable();
        self
    }
}

/// Lines of one incident stand together.
fn grouped(rowids: &[i64]) -> Vec<Group> {
    rowids.chunk_by(|one, other| incident_of(*one) == incident_of(*other)).map(group).collect()
}

fn group(lines: &[i64]) -> Group {
    Group { incident: lines.first().copied().map(incident_of).unwrap_or_default(), lines: lines.to_vec() }
}
