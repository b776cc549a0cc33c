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
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &TimelineArgs) -> Result<(), Refusal> {
    let file = |picture: &Picture| cli.workstation.picture_path(&picture.id, PictureSize::Whole).display().to_string();
    let rows = cli.workstation.timeline(Some(&cli.find_any(&args.incident)?))?.into_iter();
    let rows: Vec<RowWithFiles> = rows.map(|row| RowWithFiles { picture_files: row.pictures.iter().map(file).collect(), row }).collect();
    cli.answer(&rows, || joined(rows.iter().map(ToString::to_string)))
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
        write!(f, "{} {}Z  {}  {}", row.day, row.time, row.in_words(), row.author)?;
        if let Some(attached) = &row.attached {
            write!(f, "\n                   {}: sitrep attached {}", attached_words(attached), row.id.0)?;
        }
        picture_files.iter().try_for_each(|file| write!(f, "\n                   {file}"))
    }
}
