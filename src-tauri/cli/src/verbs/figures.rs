//! `sitrep figures`.

use chrono::NaiveDate;
use clap::Args;
use sitrep_core::figures::{
    ActionFigures, CauseFigures, DetectionFigures, FigureHeading, Figures, FiguresSpan, FiguresTable, IncidentFigures, NightFigures,
    ReviewFigures, ServiceFigures, SeverityRow, TimeFigures, UpdateFigures, WeekRow,
};
use sitrep_workstation::screens::{FiguresInput, FiguresView};

use crate::command_line::CommandLine;
use crate::output::{Refusal, table};

/// Such as the window shows first.
const WEEKS: u32 = 13;

/// Show what the incidents of a time have in common: how many, how long, how punctual
///
/// They are those that began in it. Withdrawn ones count for nothing, nor does practice, which has a folder of its own. Days and weeks
/// are of UTC.
#[derive(Debug, Args)]
pub struct FiguresArgs {
    /// The week that goes on and those before it, so many in all; without anything else 13
    #[arg(long, value_name = "N", conflicts_with_all = ["from", "to", "months"])]
    weeks: Option<u32>,
    /// As many months back
    #[arg(long, value_name = "N", conflicts_with_all = ["from", "to"])]
    months: Option<u32>,
    /// The first day, such as 2026-08-31
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// The last day; today unless you say so
    #[arg(long, value_name = "DATE", requires = "from")]
    to: Option<NaiveDate>,
    /// Only incidents that touch this service
    #[arg(long)]
    service: Option<String>,
    /// A table as comma-separated values: weeks, severities, times, detection, updates, reviews, actions, services, causes, nights; or all
    #[arg(long, value_name = "TABLE")]
    csv: Option<FiguresTable>,
}

pub fn run(cli: &CommandLine, args: FiguresArgs) -> Result<(), Refusal> {
    let input = FiguresInput { span: span(&args, cli.now().date_naive()), service: args.service };
    if let Some(table) = args.csv {
        let csv = cli.workstation.figures_csv(&input, table)?;
        return cli.answer(&csv, || csv.trim_end().to_owned());
    }
    let view = cli.workstation.figures(&input)?;
    cli.answer(&view.figures, || in_words(&view))
}

fn span(args: &FiguresArgs, today: NaiveDate) -> FiguresSpan {
    match (args.from, args.months) {
        (Some(from), _) => FiguresSpan::Dates { from, to: args.to.unwrap_or(today) },
        (None, Some(months)) => FiguresSpan::Months { months },
        (None, None) => FiguresSpan::Weeks { weeks: args.weeks.unwrap_or(WEEKS) },
    }
}

fn in_words(view: &FiguresView) -> String {
    let figures = &view.figures;
    let about = about(view);
    if figures.incidents.total == 0 {
        return format!("{about}\n\n{}", heading(&figures.incidents.heading));
    }
    let parts = [
        about,
        incidents(&figures.incidents),
        times(&figures.times),
        detection(&figures.detection),
        updates(&figures.updates),
        actions(&figures.actions),
        reviews(&figures.reviews),
        services(&figures.services),
        causes(&figures.causes),
        night(&figures.night),
    ];
    parts.join("\n\n")
}

/// `31 Aug to 24 Nov 2026, UTC, payments-api; 2 withdrawn are left out`.
fn about(view: &FiguresView) -> String {
    let Figures { service, withdrawn, .. } = &view.figures;
    let service = service.iter().map(|service| format!(", {service}")).collect::<String>();
    let left_out = match withdrawn {
        0 => String::new(),
        1 => "; 1 withdrawn is left out".to_owned(),
        several => format!("; {several} withdrawn are left out"),
    };
    format!("{}, UTC{service}{left_out}", view.days)
}

/// The sentence, and under it what goes with it.
fn heading(heading: &FigureHeading) -> String {
    let aside = heading.aside.iter().map(|aside| format!("\n  {aside}")).collect::<String>();
    format!("{}{aside}", heading.text)
}

fn under(head: &FigureHeading, heads: &[&str], rows: &[Vec<String>]) -> String {
    if rows.is_empty() { heading(head) } else { format!("{}\n{}", heading(head), table(heads, rows)) }
}

fn or_dash(words: Option<&String>) -> String {
    words.cloned().unwrap_or_else(|| "-".to_owned())
}

fn incidents(figures: &IncidentFigures) -> String {
    let begun: Vec<Vec<String>> = figures.weeks.iter().filter(|week| week.total > 0).map(week).collect();
    let rows: Vec<Vec<String>> = figures.severities.iter().chain([&figures.all]).map(severity).collect();
    let weeks = under(&figures.heading, &["Week from", "P0", "P1", "P2", "P3", "All"], &begun);
    format!("{weeks}\n\n{}", table(&["Severity", "Incidents", "Time in it", "Median"], &rows))
}

fn week(week: &WeekRow) -> Vec<String> {
    let counts = week.severities.iter().map(|one| one.count).chain([week.total]);
    [week.monday.format("%-d %b %Y").to_string()].into_iter().chain(counts.map(|count| count.to_string())).collect()
}

fn severity(row: &SeverityRow) -> Vec<String> {
    let name = row.severity.map_or_else(|| row.name.clone(), |severity| format!("{severity} {}", row.name));
    vec![name, row.count.to_string(), row.time_in.clone(), or_dash(row.median.as_ref())]
}

fn times(figures: &TimeFigures) -> String {
    let row = |row: &sitrep_core::figures::TimeRow| {
        let (median, p90) = (or_dash(row.median.as_ref()), or_dash(row.p90.as_ref()));
        vec![row.label.clone(), median, p90, row.counted.to_string(), row.without.to_string()]
    };
    let rows: Vec<Vec<String>> = figures.rows.iter().map(row).collect();
    under(&figures.heading, &["From start", "Median", "p90", "Counted", "Without"], &rows)
}

fn detection(figures: &DetectionFigures) -> String {
    let some = figures.rows.iter().filter(|row| row.count > 0);
    let rows: Vec<Vec<String>> = some.map(|row| vec![row.label.clone(), row.count.to_string(), or_dash(row.median.as_ref())]).collect();
    under(&figures.heading, &["Detected by", "Incidents", "Median from start"], &rows)
}

fn updates(figures: &UpdateFigures) -> String {
    let some = figures.rows.iter().filter(|row| row.of > 0);
    let rows: Vec<Vec<String>> =
        some.map(|row| vec![row.label.clone(), of(row.on_time, row.of), row.late.to_string(), row.missed.to_string()]).collect();
    under(&figures.heading, &["Audience", "On time", "Late", "Not sent"], &rows)
}

fn actions(figures: &ActionFigures) -> String {
    let some = figures.rows.iter().filter(|row| row.of > 0);
    let rows: Vec<Vec<String>> = some.map(|row| vec![row.label.clone(), of(row.on_time, row.of), row.late_now.to_string()]).collect();
    under(&figures.heading, &["Priority", "On time", "Late now"], &rows)
}

fn of(part: u32, all: u32) -> String {
    format!("{part} of {all}")
}

fn reviews(figures: &ReviewFigures) -> String {
    let late = if figures.late_now > 0 { format!("\n  {} late now", figures.late_now) } else { String::new() };
    format!("{}{late}", heading(&figures.heading))
}

fn services(figures: &ServiceFigures) -> String {
    let named = figures.rows.iter().map(|row| vec![row.service.clone(), row.count.to_string(), row.severe.to_string()]);
    let without = without(figures.without, "No service");
    let rows: Vec<Vec<String>> = named.chain(without).collect();
    under(&figures.heading, &["Service", "Incidents", "P0, P1"], &rows)
}

fn causes(figures: &CauseFigures) -> String {
    let known = figures.rows.iter().map(|row| vec![row.cause.clone(), row.count.to_string()]);
    let rows: Vec<Vec<String>> = known.chain(without(figures.without, "Not known")).collect();
    under(&figures.heading, &["Cause", "Incidents"], &rows)
}

fn without(count: u32, name: &str) -> Option<Vec<String>> {
    (count > 0).then(|| vec![name.to_owned(), count.to_string()])
}

fn night(figures: &NightFigures) -> String {
    let row = |row: &sitrep_core::figures::NightRow| vec![row.night.format("%-d %b %Y").to_string(), row.length.clone()];
    let rows: Vec<Vec<String>> = figures.nights.iter().map(row).collect();
    under(&figures.heading, &["Night from", "Worked"], &rows)
}
