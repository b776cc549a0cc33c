//! Which services incidents touch most.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::counts::is_severe;
use super::heading::{FigureHeading, counted};
use super::lengths::count;
use super::record::IncidentRecord;
use super::sample::{Sample, handles};

/// The services, by how many incidents touch each. One that touches several counts for each of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceFigures {
    /// `payments-api leads`.
    pub heading: FigureHeading,
    /// A row a service, the one with most incidents first.
    pub rows: Vec<ServiceRow>,
    /// How many incidents name no service.
    pub without: u32,
    /// Which.
    pub incidents_without: Vec<String>,
}

/// The incidents that touch a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceRow {
    /// Its name, as it was given.
    pub service: String,
    /// How many.
    pub count: u32,
    /// How many of them P0 or P1.
    pub severe: u32,
    /// Which.
    pub incidents: Vec<String>,
}

pub(super) fn service_figures(sample: &Sample<'_>) -> ServiceFigures {
    let rows = rows(sample);
    let without = handles(sample.that(|record| record.services.is_empty()));
    ServiceFigures { heading: heading(sample, &rows), rows, without: count(without.len()), incidents_without: without }
}

fn rows(sample: &Sample<'_>) -> Vec<ServiceRow> {
    let mut touched: BTreeMap<&str, Vec<&IncidentRecord>> = BTreeMap::new();
    for record in &sample.records {
        for service in names(record) {
            touched.entry(service).or_default().push(record);
        }
    }
    let row = |(service, records): (&str, Vec<&IncidentRecord>)| ServiceRow {
        service: service.to_owned(),
        count: count(records.len()),
        severe: count(records.iter().filter(|record| is_severe(record)).count()),
        incidents: handles(records),
    };
    let mut rows: Vec<ServiceRow> = touched.into_iter().map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.count, row.severe)));
    rows
}

/// The services of an incident, each once.
fn names(record: &IncidentRecord) -> Vec<&str> {
    let mut names: Vec<&str> = record.services.iter().map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn heading(sample: &Sample<'_>, rows: &[ServiceRow]) -> FigureHeading {
    let most = rows.first().map_or(0, |row| row.count);
    let aside = counted(usize::try_from(most).unwrap_or(usize::MAX), "incident", "incidents");
    match rows.iter().filter(|row| row.count == most).collect::<Vec<_>>().as_slice() {
        [] if sample.is_empty() => FigureHeading::none("No service touched"),
        [] => FigureHeading::new("No service named"),
        [one] => FigureHeading::with(format!("{} leads", one.service), aside),
        [one, other] => FigureHeading::with(format!("{} and {} lead", one.service, other.service), format!("{aside} each")),
        several => FigureHeading::with(format!("{} services lead", several.len()), format!("{aside} each")),
    }
}
