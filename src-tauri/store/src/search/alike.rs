//! Incidents that have rare things in common with one.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};
use sitrep_core::documents::Trait;

use super::failure::Failure;
use super::incidents::{Mark, marks_of};
use super::request::IncidentState;
use crate::ledger::IncidentRow;
use crate::open::Store;

/// A service, or an alert that fires often, was in so many incidents at most that are looked at: the newest.
const NEWEST: i64 = 2_000;
/// A word of more incidents than one in so many says nothing …
const RARE_OF: i64 = 50;
/// … but where there are few incidents, one in so many.
const RARE_OF_FEW: i64 = 3;
/// A word of so many incidents is rare, as long as these are few of all.
const RARE: i64 = 5;
/// How much an alert says beside a rare word.
const OF_AN_ALERT: f64 = 6.0;
/// How much a service says.
const OF_A_SERVICE: f64 = 3.0;

/// An incident that has things in common with another.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// The incident.
    pub row: IncidentRow,
    /// What they have in common: a word only where it is rare.
    pub shared: BTreeSet<Trait>,
}

/// Those that began before an incident and are most like it, `most` of them, the most alike first.
pub(super) fn alike(connection: &Connection, store: &Store, number: i64, most: usize) -> Result<Vec<Alike>, Failure> {
    let of_all = count_incidents(connection)?;
    let mut shared: BTreeMap<i64, (f64, BTreeSet<Trait>)> = BTreeMap::new();
    for mark in marks_of(connection, number)? {
        let Some(found_by) = mark.found_by() else { continue };
        let most = at_most(&found_by, of_all);
        let with_it = incidents_with(connection, &mark, most + 1)?;
        let Some(weight) = weight(&found_by, with_it.len(), of_all, most) else { continue };
        for other in with_it.into_iter().filter(|other| *other != number) {
            let (sum, traits) = shared.entry(other).or_default();
            *sum += weight;
            traits.insert(found_by.clone());
        }
    }
    let mut ranked: Vec<(i64, (f64, BTreeSet<Trait>))> = shared.into_iter().filter(|(_, (_, traits))| traits.len() > 1).collect();
    ranked.sort_by(|(one, (score, _)), (other, (higher, _))| higher.total_cmp(score).then(other.cmp(one)));
    earlier(connection, store, number, ranked, most)
}

/// Those of them that began before it and were incidents.
fn earlier(
    connection: &Connection,
    store: &Store,
    number: i64,
    ranked: Vec<(i64, (f64, BTreeSet<Trait>))>,
    most: usize,
) -> Result<Vec<Alike>, Failure> {
    let Some((begun, _)) = begun(connection, number)? else { return Ok(Vec::new()) };
    let mut alike = Vec::new();
    for (other, (_, shared)) in ranked {
        if alike.len() == most {
            break;
        }
        let began_before = begun_before(connection, other, (begun, number))?;
        if let Some(one) = store.numbered(other)?.filter(|_| began_before) {
            alike.push(Alike { row: one.row, shared });
        }
    }
    Ok(alike)
}

fn begun_before(connection: &Connection, other: i64, this: (i64, i64)) -> Result<bool, Failure> {
    let withdrawn = IncidentState::Withdrawn as i64;
    Ok(begun(connection, other)?.is_some_and(|(began, state)| state != withdrawn && (began, other) < this))
}

/// When an incident began, and where it stands.
fn begun(connection: &Connection, number: i64) -> Result<Option<(i64, i64)>, Failure> {
    let mut statement = connection.prepare_cached("SELECT started, state FROM incidents WHERE number = ?1")?;
    Ok(statement.query_row([number], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

fn count_incidents(connection: &Connection) -> Result<i64, Failure> {
    // Numbers are given one after the other.
    Ok(connection.prepare_cached("SELECT coalesce(max(number), 0) FROM incidents")?.query_row([], |row| row.get(0))?)
}

fn incidents_with(connection: &Connection, mark: &Mark, most: i64) -> Result<Vec<i64>, Failure> {
    let mut statement = connection.prepare_cached("SELECT incident FROM marks WHERE mark = ?1 ORDER BY incident DESC LIMIT ?2")?;
    let numbers = statement.query_map((mark.as_str(), most), |row| row.get(0))?;
    Ok(numbers.collect::<Result<_, _>>()?)
}

/// Of how many incidents it says something: a word only where few have it.
fn at_most(found_by: &Trait, of_all: i64) -> i64 {
    match found_by {
        Trait::Alert(_) | Trait::Service(_) => NEWEST,
        Trait::Word(_) => 2.max((of_all / RARE_OF_FEW).min(RARE.max(of_all / RARE_OF))),
    }
}

/// How much it says that two incidents have this in common; nothing of a word that more than `most` have.
fn weight(found_by: &Trait, have_it: usize, of_all: i64, most: i64) -> Option<f64> {
    let have_it = i64::try_from(have_it).unwrap_or(i64::MAX);
    let rarity = ((of_all + 1) as f64 / (have_it as f64 + 0.5)).ln().max(0.1);
    match found_by {
        Trait::Alert(_) => Some(OF_AN_ALERT + rarity),
        Trait::Service(_) => Some(OF_A_SERVICE + rarity / 2.0),
        Trait::Word(_) => (have_it <= most).then_some(rarity),
    }
}
