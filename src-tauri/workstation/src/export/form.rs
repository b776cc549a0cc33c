//! What is known of an incident, in a form.

use chrono::{DateTime, Utc};
use sitrep_core::documents::course::IncidentCourse;
use sitrep_core::documents::invitation;
use sitrep_core::documents::review::{self, CourseInReview, Pictures, ReviewOf, with_course};
use sitrep_core::documents::timeline::timeline_csv;
use sitrep_core::event::Event;
use sitrep_core::paper::{Paper, PictureFiles, PicturesInMarkdown, html, markdown};
use sitrep_core::redaction::Redaction;
use sitrep_core::vocabulary::Picture;

use super::format::ExportFormat;
use super::material::Material;
use super::redacted::RedactedInput;
use crate::data::Workstation;
use crate::refusals::Error;

impl Workstation {
    /// An incident in a form, to be handed on: as it is, but for secrets in what is read; or redacted.
    ///
    /// # Errors
    /// [`Error::NotScheduled`] for a calendar without a time, [`Error::Redaction`] for a choice that cannot be, and
    /// [`Error::StillInCopy`] where an original stands in the redacted copy.
    pub fn export(&self, handle: &str, format: ExportFormat, redacted: Option<&RedactedInput>) -> Result<String, Error> {
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
    pub(super) fn checked_copy(&self, material: Material, format: ExportFormat, input: &RedactedInput) -> Result<(String, usize), Error> {
        let redaction = self.redaction(&material, &input.words)?;
        let copy = self.copy(material, &redaction, format, input)?;
        match redaction.still_in(copy.as_bytes(), format.copy_form()) {
            Some(still) => Err(Error::StillInCopy(still)),
            None => Ok((copy, redaction.items().iter().filter(|item| item.taken).count())),
        }
    }

    /// The redacted copy, whether or not an original stands in it.
    pub(super) fn copy(
        &self,
        material: Material,
        redaction: &Redaction,
        format: ExportFormat,
        input: &RedactedInput,
    ) -> Result<String, Error> {
        let pictures = self.chosen_pictures(&material.named_pictures(), &input.pictures)?;
        self.written(&material.redacted(redaction, pictures), format, Some(redaction))
    }

    pub(super) fn written(&self, material: &Material, format: ExportFormat, redaction: Option<&Redaction>) -> Result<String, Error> {
        let paper = |shown| {
            let paper = self.review_paper(material, shown);
            redaction.map_or_else(|| paper.clone(), |redaction| redaction.paper(&paper))
        };
        match format {
            ExportFormat::Markdown => Ok(markdown(&paper(CourseInReview::InRows), PicturesInMarkdown::Mentioned)),
            ExportFormat::Html => Ok(html(&paper(CourseInReview::Drawn), &files_of(material))),
            ExportFormat::Json => Ok(material.json(self.folders.practice, redaction.is_some())?),
            ExportFormat::Csv => Ok(timeline_csv(&material.rows)),
            ExportFormat::Calendar => invitation(&material.incident, material.now).ok_or(Error::NotScheduled),
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
