//! What becomes what, and the copy as it will be read, before anything is handed on.

use serde::Serialize;
use sitrep_core::redaction::{Redaction, RedactionItem, RedactionKind};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::Picture;
use ts_rs::TS;

use super::format::ExportFormat;
use super::material::Material;
use super::pictures::BoxInPicture;
use super::redacted::RedactedInput;
use crate::data::Workstation;
use crate::refusals::Error;

/// A redacted copy before it is handed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RedactionPreview {
    /// The incident.
    pub handle: String,
    /// What is wrong.
    pub title: String,
    /// What becomes what, those of one heading together.
    pub rows: Vec<RedactionRow>,
    /// The pictures of the timeline.
    pub pictures: Vec<PictureInCopy>,
    /// The copy as it will be read.
    pub copy: String,
    /// What still stands in it, for which it would not be handed on: `“eu-1.internal” is still in the copy`.
    pub still: Option<String>,
}

/// One thing that is replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RedactionRow {
    /// What it is.
    pub kind: RedactionKind,
    /// What its kind is called: `People become roles`.
    pub heading: String,
    /// As it is written; of a secret only the beginning.
    pub originals: Vec<String>,
    /// What stands there instead.
    pub replacement: String,
    /// How often it stands in the document.
    pub count: usize,
    /// Whether it is replaced.
    pub taken: bool,
    /// Whether a person may leave it.
    pub may_stay: bool,
}

/// A picture of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PictureInCopy {
    /// Which.
    pub picture: Picture,
    /// What was written with it, as the copy tells it: `Pool wait, 14:08`.
    pub title: String,
    /// Whether it is given.
    pub given: bool,
    /// What of it is black.
    pub boxes: Vec<BoxInPicture>,
}

impl Workstation {
    /// What would be handed on: every change with how often it is made, and the copy as it will be read. Nothing is written.
    ///
    /// # Errors
    /// [`Error::Redaction`] for a choice that cannot be, [`Error::NotScheduled`] for a calendar without a time.
    pub fn redacted_copy(&self, handle: &str, format: ExportFormat, input: &RedactedInput) -> Result<RedactionPreview, Error> {
        let material = self.material(handle)?;
        let redaction = self.redaction(&material, &input.words)?;
        let counts = redaction.counts_in(self.in_words(&material, format, None)?.as_bytes(), format.form_of_words());
        let pictures = pictures(&material, &redaction, input);
        let (handle, title) = (material.summary.handle.clone(), material.summary.title.clone());
        let material = self.redacted_material(material, &redaction, input)?;
        let written = self.in_words(&material, format, Some(&redaction))?;
        let still = redaction.still_in(written.as_bytes(), format.form_of_words()).map(|still| still.to_string());
        // A person reads words, not marks of a page.
        let copy = if format == ExportFormat::Html { self.in_words(&material, ExportFormat::Markdown, Some(&redaction))? } else { written };
        let rows = redaction.items().iter().zip(counts).filter(|(_, count)| *count > 0).map(|(item, count)| row(item, count));
        Ok(RedactionPreview { handle, title, rows: rows.collect(), pictures, copy, still })
    }
}

fn row(item: &RedactionItem, count: usize) -> RedactionRow {
    RedactionRow {
        kind: item.kind,
        heading: item.kind.heading().to_owned(),
        originals: item.shown(),
        replacement: item.replacement.clone(),
        count,
        taken: item.taken,
        may_stay: item.kind.may_stay(),
    }
}

fn pictures(material: &Material, redaction: &Redaction, input: &RedactedInput) -> Vec<PictureInCopy> {
    let shown = material.rows.iter().flat_map(|row| row.pictures.iter().map(move |picture| (row, picture)));
    let told = shown.map(|(row, picture)| {
        let choice = input.pictures.iter().find(|choice| choice.picture == picture.id);
        PictureInCopy {
            picture: picture.clone(),
            title: redaction.text(&format!("{}, {}", row.text, clock_time(row.occurred_at, row.occurred_at))),
            given: choice.is_some(),
            boxes: choice.map(|choice| choice.boxes.clone()).unwrap_or_default(),
        }
    });
    told.collect()
}
