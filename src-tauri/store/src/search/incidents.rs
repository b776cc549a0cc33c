//! What incidents are filtered by, and what two of them can have in common.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sitrep_core::documents::{Trait, traits};
use sitrep_core::vocabulary::{Role, Severity};

use super::failure::Failure;
use super::request::{IncidentState, Known};
use crate::ledger::Numbered;
use crate::open::Store;

/// How many are read at a time.
const AT_ONCE: usize = 500;

/// Something that incidents are found by, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark(String);

impl Mark {
    pub(super) fn of(found_by: &Trait) -> Self {
        Self(match found_by {
            Trait::Service(name) => format!("service {name}"),
            Trait::Alert(name) => format!("alert {name}"),
            Trait::Word(word) => format!("word {word}"),
        })
    }

    /// A service by its name, as it is shown.
    fn of_name(service: &str) -> Self {
        Self(format!("name {}", service.replace('\n', " ")))
    }

    /// Somebody who recorded something.
    pub(super) fn of_author(person: &str) -> Self {
        Self::of_person("author", person)
    }

    /// Somebody who holds a role.
    pub(super) fn of_holder(person: &str) -> Self {
        Self::of_person("holder", person)
    }

    /// A line for each is kept, so that none has several.
    fn of_person(what: &str, person: &str) -> Self {
        Self(format!("{what} {}", person.to_lowercase().replace('\n', " ")))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// What it says of an incident; nothing where it is a person, or a name to be shown.
    pub(super) fn found_by(&self) -> Option<Trait> {
        let (kind, name) = self.0.split_once(' ')?;
        match kind {
            "service" => Some(Trait::Service(name.to_owned())),
            "alert" => Some(Trait::Alert(name.to_owned())),
            "word" => Some(Trait::Word(name.to_owned())),
            _ => None,
        }
    }
}

/// Takes in every incident, as it stands in the lists; its facts are read when its events are.
pub(super) fn take_all(transaction: &Transaction<'_>, store: &Store) -> Result<(), Failure> {
    let mut last = 0;
    loop {
        let some = store.numbered_after(last, AT_ONCE)?;
        let Some(newest) = some.last() else { return Ok(()) };
        last = newest.number;
        for one in &some {
            save(transaction, one, &in_lists(one), false)?;
        }
    }
}

/// Takes in an incident with what follows from its facts.
pub(super) fn take(transaction: &Transaction<'_>, store: &Store, number: i64) -> Result<(), Failure> {
    let Some(one) = store.numbered(number)? else { return Ok(()) };
    let facts = store.facts(one.row.id, None)?.incident;
    let marks = traits(&facts).iter().map(Mark::of).chain(in_lists(&one)).collect();
    save(transaction, &one, &marks, true)
}

/// Whether the facts of an incident were read.
pub(super) fn is_read(transaction: &Transaction<'_>, number: i64) -> Result<bool, Failure> {
    let mut statement = transaction.prepare_cached("SELECT is_read FROM incidents WHERE number = ?1")?;
    Ok(statement.query_row([number], |row| row.get(0)).optional()?.unwrap_or_default())
}

/// Adds a mark that stays.
pub(super) fn add_mark(transaction: &Transaction<'_>, number: i64, mark: &Mark) -> Result<(), Failure> {
    let mut statement = transaction.prepare_cached("INSERT OR IGNORE INTO marks (mark, incident) VALUES (?1, ?2)")?;
    statement.execute(params![mark.as_str(), number])?;
    Ok(())
}

/// The marks of an incident that follow from its facts.
pub(super) fn marks_of(connection: &Connection, number: i64) -> Result<BTreeSet<Mark>, Failure> {
    let mut statement = connection.prepare_cached("SELECT marks FROM incidents WHERE number = ?1")?;
    let kept: Option<String> = statement.query_row([number], |row| row.get(0)).optional()?;
    Ok(kept.unwrap_or_default().lines().map(|mark| Mark(mark.to_owned())).collect())
}

/// The marks that the summary alone gives.
fn in_lists(one: &Numbered) -> BTreeSet<Mark> {
    let summary = &one.row.summary;
    let services = summary.services.iter().flat_map(|service| [Mark::of(&Trait::service(service)), Mark::of_name(service)]);
    services.chain(Role::ALL.iter().filter_map(|role| summary.roles.of(*role)).map(Mark::of_holder)).collect()
}

fn save(transaction: &Transaction<'_>, one: &Numbered, marks: &BTreeSet<Mark>, is_read: bool) -> Result<(), Failure> {
    let before = marks_of(transaction, one.number)?;
    for gone in before.difference(marks) {
        let mut statement = transaction.prepare_cached("DELETE FROM marks WHERE mark = ?1 AND incident = ?2")?;
        statement.execute(params![gone.as_str(), one.number])?;
    }
    marks.difference(&before).try_for_each(|new| add_mark(transaction, one.number, new))?;
    let summary = &one.row.summary;
    let written: Vec<&str> = marks.iter().map(Mark::as_str).collect();
    let mut statement = transaction.prepare_cached(
        "INSERT OR REPLACE INTO incidents (number, started, over, severity, state, marks, is_read) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    statement.execute(params![
        one.number,
        summary.started_at.timestamp_millis(),
        one.over,
        severity_number(summary.severity),
        IncidentState::of(&one.row) as i64,
        written.join("\n"),
        is_read,
    ])?;
    Ok(())
}

/// The services, by a name that they were given, and the people, as `@name` in small letters, that incidents are filtered by: each once, in order.
pub(super) fn known(connection: &Connection) -> Result<Known, Failure> {
    let mut compared = BTreeSet::new();
    let services = names(connection, "name")?.into_iter().filter(|name| compared.insert(Trait::service(name))).collect();
    let people = names(connection, "author")?.into_iter().chain(names(connection, "holder")?).collect();
    Ok(Known { services, people })
}

fn names(connection: &Connection, kind: &str) -> Result<Vec<String>, Failure> {
    // What begins with the kind and a space lies before the kind and the sign that follows a space.
    let mut statement = connection.prepare_cached("SELECT DISTINCT mark FROM marks WHERE mark > ?1 AND mark < ?2")?;
    let marks = statement.query_map([format!("{kind} "), format!("{kind}!")], |row| row.get::<_, String>(0))?;
    let marks = marks.collect::<Result<Vec<_>, _>>()?;
    Ok(marks.iter().filter_map(|mark| mark.split_once(' ')).map(|(_, name)| name.to_owned()).collect())
}

pub(super) fn severity_number(severity: Severity) -> i64 {
    match severity {
        Severity::P0 => 0,
        Severity::P1 => 1,
        Severity::P2 => 2,
        Severity::P3 => 3,
    }
}
