//! Figures as comma-separated values. Lengths are in seconds, a cell is empty where there is nothing to say, and the row without a name
//! is of the incidents that have none.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::all::Figures;
use super::counts::SeverityRow;
use super::follow_through::ReviewFigures;
use crate::text::csv_row;
use crate::vocabulary::{Detection, Severity};

/// A table of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FiguresTable {
    /// Incidents by week and severity.
    Weeks,
    /// Incidents by severity, and how long they lasted.
    Severities,
    /// The times to each milestone.
    Times,
    /// How they were detected.
    Detection,
    /// Whether updates went out in time.
    Updates,
    /// Whether reviews were done in time.
    Reviews,
    /// Whether action items were done in time.
    Actions,
    /// Which services they touch.
    Services,
    /// What caused them.
    Causes,
    /// The night work.
    Nights,
    /// All of these in one, a line a number.
    All,
}

impl FiguresTable {
    /// Those that are in all, in order.
    const EACH: [Self; 10] = [
        Self::Weeks,
        Self::Severities,
        Self::Times,
        Self::Detection,
        Self::Updates,
        Self::Reviews,
        Self::Actions,
        Self::Services,
        Self::Causes,
        Self::Nights,
    ];

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Weeks => "weeks",
            Self::Severities => "severities",
            Self::Times => "times",
            Self::Detection => "detection",
            Self::Updates => "updates",
            Self::Reviews => "reviews",
            Self::Actions => "actions",
            Self::Services => "services",
            Self::Causes => "causes",
            Self::Nights => "nights",
            Self::All => "all",
        }
    }
}

impl FromStr for FiguresTable {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let all = || Self::EACH.into_iter().chain([Self::All]);
        let words: Vec<&str> = all().map(Self::word).collect();
        all().find(|table| table.word() == text).ok_or_else(|| format!("the tables are {}", words.join(", ")))
    }
}

/// The table, with its heads, as comma-separated values that run nothing in a spreadsheet.
#[must_use]
pub fn csv(figures: &Figures, table: FiguresTable) -> String {
    let (heads, rows) = if table == FiguresTable::All { everything(figures) } else { one(figures, table) };
    [heads].into_iter().chain(rows).map(csv_row).collect()
}

type Row = Vec<String>;

/// A line a number: its table, the row and the column that it stands in, and the number.
fn everything(figures: &Figures) -> (Row, Vec<Row>) {
    let lines = FiguresTable::EACH.into_iter().flat_map(|table| {
        let (heads, rows) = one(figures, table);
        rows.into_iter().flat_map(move |row| lines_of(table, &heads, row))
    });
    (row(["table", "row", "column", "value"]), lines.collect())
}

fn lines_of(table: FiguresTable, heads: &[String], cells: Row) -> Vec<Row> {
    let mut cells = cells.into_iter();
    let name = cells.next().unwrap_or_default();
    heads.iter().skip(1).zip(cells).map(|(head, value)| row([table.word(), &name, head, &value])).collect()
}

fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> Row {
    cells.into_iter().map(str::to_owned).collect()
}

/// The first cell names the row.
fn cells(name: impl fmt::Display, rest: impl IntoIterator<Item = Option<u32>>) -> Row {
    let rest = rest.into_iter().map(|number| number.map(|number| number.to_string()).unwrap_or_default());
    [name.to_string()].into_iter().chain(rest).collect()
}

fn one(figures: &Figures, table: FiguresTable) -> (Row, Vec<Row>) {
    match table {
        FiguresTable::Weeks => weeks(figures),
        FiguresTable::Severities => severities(figures),
        FiguresTable::Times => times(figures),
        FiguresTable::Detection => detection(figures),
        FiguresTable::Updates => updates(figures),
        FiguresTable::Reviews => reviews(&figures.reviews),
        FiguresTable::Actions => actions(figures),
        FiguresTable::Services => services(figures),
        FiguresTable::Causes => causes(figures),
        FiguresTable::Nights => nights(figures),
        FiguresTable::All => everything(figures),
    }
}

fn weeks(figures: &Figures) -> (Row, Vec<Row>) {
    let heads = ["week_from"].into_iter().chain(Severity::ALL.map(Severity::label)).chain(["all"]);
    let rows = figures.incidents.weeks.iter().map(|week| {
        let counts = week.severities.iter().map(|one| Some(one.count));
        cells(week.monday, counts.chain([Some(week.total)]))
    });
    (row(heads), rows.collect())
}

fn severities(figures: &Figures) -> (Row, Vec<Row>) {
    let named = |one: &SeverityRow| one.severity.map_or("all", Severity::label);
    let told = |one: &SeverityRow| cells(named(one), [Some(one.count), Some(one.time_in_seconds), one.median_seconds]);
    let all = figures.incidents.severities.iter().chain([&figures.incidents.all]);
    (row(["severity", "incidents", "time_in_seconds", "median_seconds"]), all.map(told).collect())
}

fn times(figures: &Figures) -> (Row, Vec<Row>) {
    let rows = figures.times.rows.iter();
    let rows = rows.map(|one| {
        let numbers = [one.median_seconds, one.p90_seconds, Some(one.counted), Some(one.without)];
        cells(one.label.to_lowercase(), numbers)
    });
    (row(["milestone", "median_seconds", "p90_seconds", "counted", "without"]), rows.collect())
}

fn detection(figures: &Figures) -> (Row, Vec<Row>) {
    let rows = figures.detection.rows.iter();
    let rows = rows.map(|one| cells(one.detected.map_or("not_said", Detection::word), [Some(one.count), one.median_seconds]));
    (row(["detected", "incidents", "median_seconds"]), rows.collect())
}

fn updates(figures: &Figures) -> (Row, Vec<Row>) {
    let rows = figures.updates.rows.iter();
    let rows = rows.map(|one| cells(one.label.to_lowercase(), [one.on_time, one.late, one.missed, one.of].map(Some)));
    (row(["audience", "on_time", "late", "missed", "of"]), rows.collect())
}

fn reviews(reviews: &ReviewFigures) -> (Row, Vec<Row>) {
    let told = cells("reviews", [reviews.on_time, reviews.of, reviews.late_now].map(Some));
    (row(["what", "on_time", "of", "late_now"]), vec![told])
}

fn actions(figures: &Figures) -> (Row, Vec<Row>) {
    let rows = figures.actions.rows.iter();
    let rows = rows.map(|one| cells(one.label.to_lowercase(), [one.on_time, one.of, one.late_now].map(Some)));
    (row(["priority", "on_time", "of", "late_now"]), rows.collect())
}

fn services(figures: &Figures) -> (Row, Vec<Row>) {
    let rows = figures.services.rows.iter().map(|one| cells(&one.service, [Some(one.count), Some(one.severe)]));
    (row(["service", "incidents", "p0_p1"]), rows.chain([cells("", [Some(figures.services.without), None])]).collect())
}

fn causes(figures: &Figures) -> (Row, Vec<Row>) {
    let rows = figures.causes.rows.iter().map(|one| cells(&one.cause, [Some(one.count)]));
    (row(["cause", "incidents"]), rows.chain([cells("", [Some(figures.causes.without)])]).collect())
}

fn nights(figures: &Figures) -> (Row, Vec<Row>) {
    let count = |incidents: &[String]| u32::try_from(incidents.len()).unwrap_or(u32::MAX);
    let rows = figures.night.nights.iter().map(|one| cells(one.night, [Some(one.seconds), Some(count(&one.incidents))]));
    (row(["night_from", "seconds", "incidents"]), rows.collect())
}
