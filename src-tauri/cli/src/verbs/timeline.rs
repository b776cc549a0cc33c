//! `sitrep timeline`.

use std::collections::BTreeMap;
use std::fmt;
use std::thread;
use std::time::Duration;

use clap::Args;
use serde::Serialize;
use sitrep_core::documents::timeline::{TimelineRow, attached_words};
use sitrep_core::text::instant;
use sitrep_core::vocabulary::{EventId, Picture};
use sitrep_workstation::{Error, News, PictureSize};

use crate::command_line::{CommandLine, NamedIncident};
use crate::output::{Refusal, joined};

/// Show its timeline
#[derive(Debug, Args)]
pub struct TimelineArgs {
    /// Number the lines, for sitrep split --entries
    #[arg(long)]
    numbers: bool,
    /// Only what happened since then
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    since: Option<String>,
    /// Only the last so many lines
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Go on printing what comes, until Ctrl+C; with --json, a line of JSON each
    #[arg(long, conflicts_with = "numbers")]
    follow: bool,
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &TimelineArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let since =
        args.since.as_deref().map(|since| instant::parse_past(since, cli.workstation.wall_clock())).transpose().map_err(Error::from)?;
    let all = rows(cli, &handle)?;
    let shown = all.iter().enumerate().filter(|(_, row)| since.is_none_or(|since| row.row.occurred_at >= since));
    let shown: Vec<(usize, &RowWithFiles)> = shown.collect();
    let last = shown.len().saturating_sub(args.limit.unwrap_or(usize::MAX));
    let shown = &shown[last..];
    if args.follow {
        return follow(cli, &handle, &all, shown);
    }
    let numbered = |(at, row): &(usize, &RowWithFiles)| if args.numbers { format!("{:>4}  {row}", at + 1) } else { row.to_string() };
    let values: Vec<&RowWithFiles> = shown.iter().map(|(_, row)| *row).collect();
    cli.answer_long(&values, || joined(shown.iter().map(numbered)))
}

fn rows(cli: &CommandLine, handle: &str) -> Result<Vec<RowWithFiles>, Error> {
    let file = |picture: &Picture| cli.workstation.picture_path(&picture.id, PictureSize::Whole).display().to_string();
    let rows = cli.workstation.timeline(Some(handle))?.into_iter();
    Ok(rows.map(|row| RowWithFiles { picture_files: row.pictures.iter().map(file).collect(), row }).collect())
}

/// How long what was written elsewhere may wait to be printed.
const LOOKS_EVERY: Duration = Duration::from_millis(500);

/// Prints what comes as it comes; what was edited is printed again.
fn follow(cli: &CommandLine, handle: &str, all: &[RowWithFiles], shown: &[(usize, &RowWithFiles)]) -> Result<(), Refusal> {
    let mut known: BTreeMap<EventId, String> = all.iter().map(|row| (row.row.id, row.to_string())).collect();
    for (_, row) in shown {
        cli.answer(row, || row.to_string())?;
    }
    loop {
        thread::sleep(LOOKS_EVERY);
        if matches!(cli.workstation.refresh(), News::None) {
            continue;
        }
        for row in rows(cli, handle)? {
            let line = row.to_string();
            if known.insert(row.row.id, line.clone()).as_ref() != Some(&line) {
                cli.answer(&row, || line)?;
            }
        }
    }
}

/// A row, with the files of its pictures.
#[derive(Serialize)]
struct RowWithFiles {
    #[serde(flatten)]
    row: TimelineRow,
    picture_files: Vec<String>,
}

impl fmt::Display for RowWithFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, picture_files } = self;
        write!(f, "{} {}Z  {}  {}", row.day, row.time, row.in_words(), row.by_whom())?;
        if let Some(attached) = &row.attached {
            write!(f, "\n                   {}: sitrep attached {}", attached_words(attached), row.id.0)?;
        }
        picture_files.iter().try_for_each(|file| write!(f, "\n                   {file}"))
    }
}
