//! `sitrep timeline`.

use std::fmt;

use clap::Args;
use serde::Serialize;
use sitrep_core::documents::timeline::{TimelineRow, attached_words};
use sitrep_core::vocabulary::Picture;
use sitrep_workstation::PictureSize;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::{Refusal, joined};

/// Show its timeline
#[derive(Debug, Args)]
pub struct TimelineArgs {
    /// Number the lines, for sitrep split --entries
    #[arg(long)]
    numbers: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &TimelineArgs) -> Result<(), Refusal> {
    let file = |picture: &Picture| cli.workstation.picture_path(&picture.id, PictureSize::Whole).display().to_string();
    let rows = cli.workstation.timeline(Some(&cli.find_any(&args.incident)?))?.into_iter();
    let rows: Vec<RowWithFiles> = rows.map(|row| RowWithFiles { picture_files: row.pictures.iter().map(file).collect(), row }).collect();
    let numbered = |(at, row): (usize, &RowWithFiles)| if args.numbers { format!("{:>4}  {row}", at + 1) } else { row.to_string() };
    cli.answer(&rows, || joined(rows.iter().enumerate().map(numbered)))
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
