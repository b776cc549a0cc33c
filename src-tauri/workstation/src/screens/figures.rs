//! Figures of many incidents, with their charts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sitrep_core::figures::chart::{bars, dumbbells, weeks_per_bar};
use sitrep_core::figures::{Figures, FiguresRange, FiguresSpan, FiguresTable, IncidentRecord, csv, figures};
use sitrep_core::text::is_blank;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// So many are made anew before others may come in between.
const AT_ONCE: usize = 32;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiguresInput {
    /// Of which time.
    pub span: FiguresSpan,
    /// Of the incidents that touch this service; none for all.
    #[serde(default)]
    pub service: Option<String>,
}

/// The figures as a page draws them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FiguresView {
    /// The numbers, with their headings and the incidents behind them.
    pub figures: Figures,
    /// The days: `31 Aug to 24 Nov 2026`.
    pub days: String,
    /// Incidents by severity and week, as SVG that the page colours.
    pub weeks_chart: String,
    /// How many weeks share one of its bars.
    pub weeks_per_bar: u32,
    /// The times to each milestone, as SVG that the page colours.
    pub times_chart: String,
}

impl Workstation {
    /// The figures of a time, with their charts.
    ///
    /// # Errors
    /// [`Error::FiguresSpan`] for a time that is none, [`Error::Store`] when the data cannot be read.
    pub fn figures(&self, input: &FiguresInput) -> Result<FiguresView, Error> {
        let figures = self.figures_of(input)?;
        let together = weeks_per_bar(figures.incidents.weeks.len());
        Ok(FiguresView {
            days: days(figures.range),
            weeks_chart: bars(&figures.incidents),
            weeks_per_bar: u32::try_from(together).unwrap_or(u32::MAX),
            times_chart: dumbbells(&figures.times),
            figures,
        })
    }

    /// A table of the figures, or all of them, as comma-separated values.
    ///
    /// # Errors
    /// As [`Workstation::figures`].
    pub fn figures_csv(&self, input: &FiguresInput, table: FiguresTable) -> Result<String, Error> {
        Ok(csv(&self.figures_of(input)?, table))
    }

    fn figures_of(&self, input: &FiguresInput) -> Result<Figures, Error> {
        let now = self.now();
        let range = input.span.range(now)?;
        let records = self.records(range)?;
        let service = input.service.as_deref().filter(|service| !is_blank(service));
        Ok(figures(&records, range, service, &self.policy(), now))
    }

    /// What is behind is kept first, a few at a time, so that whoever logs an entry meanwhile does not wait for all. Where nothing can be
    /// kept, it is made for this once.
    fn records(&self, range: FiguresRange) -> Result<Vec<IncidentRecord>, Error> {
        let (from, until) = (range.begins_at(), range.ends_before());
        while !self.is_read_only() && self.lock().store.catch_up_records(from, until, AT_ONCE).unwrap_or(false) {}
        Ok(self.lock().store.records(from, until)?)
    }
}

/// `31 Aug to 24 Nov 2026`, `24 Nov 2025 to 24 Nov 2026`, `24 Nov 2026`.
fn days(range: FiguresRange) -> String {
    let (from, to) = (range.from(), range.to());
    let written = |day: NaiveDate, format| day.format(format).to_string();
    let last = written(to, "%-d %b %Y");
    match written(from, "%Y") == written(to, "%Y") {
        _ if from == to => last,
        true => format!("{} to {last}", written(from, "%-d %b")),
        false => format!("{} to {last}", written(from, "%-d %b %Y")),
    }
}
