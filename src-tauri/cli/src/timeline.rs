//! The timeline as lines or as JSON.

use std::fmt;

use serde::Serialize;
use sitrep_core::documents::TimelineRow;
use sitrep_core::vocabulary::Picture;
use sitrep_workstation::{PictureSize, Workstation};

use crate::output::{Refusal, answer};

/// Shows the timeline of an incident.
pub fn show(room: &Workstation, json: bool, incident: Option<&str>) -> Result<(), Refusal> {
    let file = |picture: &Picture| room.picture_path(&picture.id, PictureSize::Whole).display().to_string();
    let rows = room.timeline(incident)?.into_iter();
    let told: Vec<Told> = rows.map(|row| Told { picture_files: row.pictures.iter().map(file).collect(), row }).collect();
    answer(json, &told, || told.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// A row, with the files of its pictures.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    row: TimelineRow,
    picture_files: Vec<String>,
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, picture_files } = self;
        write!(f, "{} {}Z  {}  {}", row.day, row.time, row.text, row.author)?;
        picture_files.iter().try_for_each(|file| write!(f, "\n                   {file}"))
    }
}
