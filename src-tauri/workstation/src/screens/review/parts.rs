//! The parts of a review as they are written.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::documents::blameless::{self, Thanks, thanks};
use sitrep_core::documents::review::{hint, offer};
use sitrep_core::documents::timeline::TimelineRow;
use sitrep_core::guard::Guard;
use sitrep_core::incident::{BesideText, Incident};
use sitrep_core::team::{ReviewReading, ReviewSections};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{EventId, ReviewField};
use ts_rs::TS;

use crate::messages::BlamelessAdvice;

/// A part of the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewPart {
    /// Which.
    pub field: ReviewField,
    /// Its name on screen.
    pub label: String,
    /// What stands there.
    pub text: String,
    /// What it is to say.
    pub hint: String,
    /// What the facts offer, where nothing stands there.
    pub offer: Option<String>,
    /// What the facts say by now, where that is another than when it was written.
    pub newer: Option<String>,
    /// The version that stands; none where nobody wrote it here.
    pub version: Option<EventId>,
    /// Who wrote it last, and when: `@ana at 17:31 UTC`.
    pub written: Option<String>,
    /// What another wrote, unseen by who wrote this.
    pub beside: Option<BesideView>,
    /// Whether it is a single line.
    pub one_line: bool,
    /// Words in it to look at.
    pub marks: Vec<BlamelessAdvice>,
}

/// What another wrote for the same part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BesideView {
    /// The words.
    pub text: String,
    /// Who wrote it, and when: `@ben at 17:30 UTC`.
    pub written: String,
}

/// What all parts are read with.
pub(super) struct Reader<'a> {
    pub(super) incident: &'a Incident,
    pub(super) guard: &'a Guard,
    pub(super) rows: &'a [TimelineRow],
    pub(super) now: DateTime<Utc>,
}

impl Reader<'_> {
    /// Every part, in the order of the review, the team's own last.
    pub(super) fn parts(&self, sections: &ReviewSections) -> Vec<ReviewPart> {
        let usual = ReviewField::ALL.into_iter().map(|field| self.part(&field, field.label().to_owned(), hint(&field).to_owned()));
        let own = sections.iter().map(|own| self.part(&own.field(), own.title.clone(), own.question.clone()));
        usual.chain(own).collect()
    }

    fn part(&self, field: &ReviewField, label: String, hint: String) -> ReviewPart {
        let written = self.incident.review.parts.get(field);
        let text = self.incident.review_text(field).unwrap_or_default().to_owned();
        let offer = self.offer(field);
        let newer = written.filter(|_| !text.is_empty()).and_then(|written| {
            let before = written.offer.as_ref()?;
            offer.clone().filter(|offer| offer != before && *offer != text)
        });
        ReviewPart {
            marks: read_as(field).map(|read| self.marks(&label, &text, read)).unwrap_or_default(),
            field: field.clone(),
            label,
            hint,
            offer: offer.filter(|_| text.is_empty()),
            newer,
            version: written.map(|written| written.version),
            written: written.map(|written| by_at(&written.by, written.at, self.now)),
            beside: written.and_then(|written| written.beside.as_ref()).map(|beside| self.beside(beside)),
            one_line: field.is_one_line(),
            text,
        }
    }

    fn beside(&self, beside: &BesideText) -> BesideView {
        BesideView { text: beside.text.clone(), written: by_at(&beside.by, beside.at, self.now) }
    }

    fn offer(&self, field: &ReviewField) -> Option<String> {
        if *field != ReviewField::Thanks {
            return offer(self.incident, field, self.now);
        }
        let lines: Vec<String> = thanks(self.incident, self.rows, self.guard).iter().map(Thanks::line).collect();
        Some(lines.join("\n"))
    }

    /// A cause and a why are read more strictly than what else is told.
    pub(super) fn marks(&self, place: &str, text: &str, read: ReviewReading) -> Vec<BlamelessAdvice> {
        let reader = blameless::Reader::of(self.guard, self.incident);
        reader.marks_in(place, text, read).into_iter().map(BlamelessAdvice::from).collect()
    }
}

/// Who did something stands in the thanks and in the header, which are not read.
fn read_as(field: &ReviewField) -> Option<ReviewReading> {
    match field {
        ReviewField::Author | ReviewField::Owner | ReviewField::Thanks => None,
        ReviewField::RootCause => Some(ReviewReading::Causes),
        _ => Some(ReviewReading::Prose),
    }
}

/// `@ana at 17:31 UTC`.
pub(super) fn by_at(by: &str, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    format!("{by} at {}", clock_time(at, now))
}
