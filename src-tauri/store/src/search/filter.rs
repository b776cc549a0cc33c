//! Which incidents are searched.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use sitrep_core::documents::Trait;
use sitrep_core::vocabulary::IncidentId;

use super::failure::Failure;
use super::incidents::{Mark, severity_number};
use super::request::SearchFilter;
use crate::error::StoreError;
use crate::open::Store;

/// The numbers of the incidents that fit, the newest first.
pub(super) fn allowed(connection: &Connection, store: &Store, filter: &SearchFilter) -> Result<Vec<i64>, Failure> {
    let (conditions, values) = conditions(store, filter)?;
    let sql = format!("SELECT number FROM incidents WHERE {conditions} ORDER BY number DESC");
    numbers(connection, &sql, values)
}

/// The numbers of those that fit, by when they began, the newest first. Where no state is asked for, those that were none are not among them.
pub(super) fn by_start(connection: &Connection, store: &Store, filter: &SearchFilter) -> Result<Vec<i64>, Failure> {
    let (conditions, values) = conditions(store, filter)?;
    let but = if filter.states.is_empty() { "AND state <> 3" } else { "" };
    let sql =
        format!("SELECT number FROM incidents INDEXED BY incidents_by_start WHERE {conditions} {but} ORDER BY started DESC, number DESC");
    numbers(connection, &sql, values)
}

fn numbers(connection: &Connection, sql: &str, values: Vec<Value>) -> Result<Vec<i64>, Failure> {
    let mut statement = connection.prepare_cached(sql)?;
    let numbers = statement.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(numbers.collect::<Result<_, _>>()?)
}

/// The conditions, and what stands in their places.
fn conditions(store: &Store, filter: &SearchFilter) -> Result<(String, Vec<Value>), Failure> {
    let mut all = Conditions::default();
    if let Some(incidents) = &filter.incidents {
        let numbers = numbers_of(store, incidents)?;
        all.add(format!("number IN ({})", places(numbers.len())), numbers);
    }
    all.one_of("severity", filter.severities.iter().map(|severity| Value::from(severity_number(*severity))));
    all.one_of("state", filter.states.iter().map(|state| Value::from(*state as i64)));
    all.with_mark(filter.services.iter().map(|service| Mark::of(&Trait::service(service))));
    all.with_mark(filter.people.iter().flat_map(|person| [Mark::of_author(person), Mark::of_holder(person)]));
    if let Some(to) = filter.to {
        all.add("started <= ?", [Value::from(to.timestamp_millis())]);
    }
    if let Some(from) = filter.from {
        all.add("(over IS NULL OR over >= ?)", [Value::from(from.timestamp_millis())]);
    }
    let written = if all.written.is_empty() { "true".to_owned() } else { all.written.join(" AND ") };
    Ok((written, all.values))
}

/// Those that are there.
fn numbers_of(store: &Store, incidents: &[IncidentId]) -> Result<Vec<Value>, Failure> {
    let number = |incident: &IncidentId| match store.number_of(*incident) {
        Err(StoreError::UnknownIncident) => None,
        number => Some(number.map(Value::from)),
    };
    Ok(incidents.iter().filter_map(number).collect::<Result<_, _>>()?)
}

#[derive(Default)]
struct Conditions {
    written: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn add(&mut self, written: impl Into<String>, values: impl IntoIterator<Item = Value>) {
        self.written.push(written.into());
        self.values.extend(values);
    }

    /// Nothing where there is none to be one of.
    fn one_of(&mut self, column: &str, values: impl Iterator<Item = Value>) {
        let values: Vec<Value> = values.collect();
        if !values.is_empty() {
            self.add(format!("{column} IN ({})", places(values.len())), values);
        }
    }

    fn with_mark(&mut self, marks: impl Iterator<Item = Mark>) {
        let values: Vec<Value> = marks.map(|mark| Value::from(mark.as_str().to_owned())).collect();
        if !values.is_empty() {
            self.add(format!("number IN (SELECT incident FROM marks WHERE mark IN ({}))", places(values.len())), values);
        }
    }
}

fn places(count: usize) -> String {
    vec!["?"; count].join(", ")
}
