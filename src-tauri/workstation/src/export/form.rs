//! What is known of an incident, in a form.

use chrono::{DateTime, Utc};
use sitrep_core::documents::course::IncidentCourse;
use sitrep_core::documents::invitation;
use sitrep_core::documents::review::{self, CourseInReview, Pictures, ReviewOf, with_course};
use sitrep_core::documents::timeline::timeline_csv;
use sitrep_core::event::Event;
use sitrep_core::paper::{Paper, PictureFiles, PicturesInMarkdown, PrintOrder, html, markdown};
use sitrep_core::redaction::Redaction;
use sitrep_core::vocabulary::Picture;

use super::exported::Exported;
use super::format::ExportFormat;
use super::material::Material;
use super::redacted::RedactedInput;
use crate::data::Workstation;
use crate::refusals::Error;

impl Workstation {
    /// An incident in a form, to be handed on: as it is, but for secrets in what is read; or redacted.
    ///
    /// # Errors
    /// [`Error::NotScheduled`] for a calendar without a time, [`Error::Pdf`] where the program that prints fails,
    /// [`Error::Redaction`] for a choice that cannot be, and [`Error::StillInCopy`] where an original stands in the redacted copy.
    pub fn export(&self, handle: &str, format: ExportFormat, redacted: Option<&RedactedInput>) -> Result<Exported, Error> {
        let material = self.material(handle)?;
        match redacted {
            Some(input) => Ok(self.checked_copy(material, format, input)?.0),
            None => {
                let pictures = if format.holds_pictures() { self.whole_pictures(&material.named_pictures()) } else { Vec::new() };
                let material = Material { pictures, ..material };
                if format == ExportFormat::Json {
                    self.written(&material, format, None)
                } else {
                    self.written(&self.without_secrets(material), format, None)
                }
            }
        }
    }

    /// The redacted copy, read through, and how many originals it was searched for.
    pub(super) fn checked_copy(&self, material: Material, format: ExportFormat, input: &RedactedInput) -> Result<(Exported, usize), Error> {
        let redaction = self.redaction(&material, &input.words)?;
        let copy = self.written(&self.redacted_material(material, &redaction, input)?, format, Some(&redaction))?;
        match redaction.still_in(copy.bytes(), format.copy_form()) {
            Some(still) => Err(Error::StillInCopy(still)),
            None => Ok((copy, redaction.items().iter().filter(|item| item.taken).count())),
        }
    }

    /// What the redacted copy is written from, with the pictures that a person chose.
    pub(super) fn redacted_material(&self, material: Material, redaction: &Redaction, input: &RedactedInput) -> Result<Material, Error> {
        let pictures = self.chosen_pictures(&material.named_pictures(), &input.pictures)?;
        Ok(material.redacted(redaction, pictures))
    }

    fn written(&self, material: &Material, format: ExportFormat, redaction: Option<&Redaction>) -> Result<Exported, Error> {
        if format == ExportFormat::Pdf {
            let order = PrintOrder { paper: self.paper(material, CourseInReview::Drawn, redaction), files: files_of(material) };
            return self.printed(&order, redaction).map(Exported::Pdf);
        }
        self.in_words(material, format, redaction).map(Exported::Text)
    }

    /// The same as words, whether or not an original stands in them: of a PDF what is read in it, as Markdown.
    pub(super) fn in_words(&self, material: &Material, format: ExportFormat, redaction: Option<&Redaction>) -> Result<String, Error> {
        let paper = |shown| self.paper(material, shown, redaction);
        match format {
            ExportFormat::Markdown | ExportFormat::Pdf => Ok(markdown(&paper(CourseInReview::InRows), PicturesInMarkdown::Mentioned)),
            ExportFormat::Html => Ok(html(&paper(CourseInReview::Drawn), &files_of(material))),
            ExportFormat::Json => Ok(material.json(self.folders.practice, redaction.is_some())?),
            ExportFormat::Csv => Ok(timeline_csv(&material.rows)),
            ExportFormat::Calendar => invitation(&material.incident, material.now).ok_or(Error::NotScheduled),
        }
    }

    fn paper(&self, material: &Material, shown: CourseInReview, redaction: Option<&Redaction>) -> Paper {
        let paper = self.review_paper(material, shown);
        match redaction {
            Some(redaction) => redaction.paper(&paper),
            None => paper,
        }
    }

    fn review_paper(&self, material: &Material, shown: CourseInReview) -> Paper {
        let Material { incident, rows, events, author, now, .. } = material;
        let sections = self.review_sections();
        let of =
            ReviewOf { incident, timeline: rows, sections: &sections, author, pictures: Pictures::Shown, practice: self.folders.practice };
        let course = IncidentCourse::of(incident, events, &self.policy(), *now);
        with_course(review::paper(&of, *now), &course, shown)
    }

    /// What is read holds no secret, whatever the data holds.
    fn without_secrets(&self, material: Material) -> Material {
        let guard = self.secrets_guard();
        let (incident, rows) = self.without_secrets_in(&material.incident, material.rows);
        let events = material.events.into_iter().map(|event| Event { body: guard.mask_all(event.body).0, ..event }).collect();
        Material { incident, rows, events, ..material }
    }
}

/// The pictures' files by the names that the timeline gives them.
fn files_of(material: &Material) -> PictureFiles {
    let shown = material.rows.iter().flat_map(|row| row.pictures.iter().map(move |picture| (row.occurred_at, picture)));
    let file = |(at, picture): (DateTime<Utc>, &Picture)| {
        let given = material.pictures.iter().find(|given| given.picture.id == picture.id)?;
        Some((picture.file_name(at), given.png.clone()))
    };
    shown.filter_map(file).collect()
}
