//! The review as a whole.

use serde::{Deserialize, Serialize};
use sitrep_core::documents::PRINCIPLES;
use sitrep_core::documents::review::still_to_write;
use sitrep_core::event::{Event, EventBody};
use sitrep_core::incident::Incident;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{EventId, ReviewField};
use ts_rs::TS;

use super::course::{CourseView, course};
use super::lines::{ReviewLine, lines};
use super::parts::{Reader, ReviewPart};
use super::versions::written;
use super::whys::ReviewWhy;
use crate::data::Workstation;
use crate::refusals::Error;

/// How far a review has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewStatus {
    /// It is being written.
    Drafting,
    /// Others read it.
    InReview,
    /// It is complete.
    Complete,
}

/// The review while it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewScreen {
    /// How far it has come.
    pub status: ReviewStatus,
    /// Who writes it.
    pub author: String,
    /// When it was written on last: `17:31 UTC`; none where nobody has.
    pub saved: Option<String>,
    /// How many versions its parts have had.
    pub versions: usize,
    /// The sections that somebody has still to write.
    pub open: Vec<String>,
    /// The picture of the incident.
    pub course: CourseView,
    /// Its parts, in their order, the team's own last.
    pub parts: Vec<ReviewPart>,
    /// The timeline.
    pub lines: Vec<ReviewLine>,
    /// How many lines there are in all.
    pub lines_total: usize,
    /// How many stand in the review.
    pub lines_chosen: usize,
    /// The whys, in the order in which the tree is read.
    pub whys: Vec<ReviewWhy>,
    /// What might be done, before anybody has promised it.
    pub ideas: Vec<ReviewIdea>,
    /// What a review keeps to.
    pub principles: Vec<ReviewPrinciple>,
}

/// What might be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewIdea {
    /// The event that added it.
    pub id: EventId,
    /// The words.
    pub text: String,
}

/// What a review keeps to (seed: Blameless Culture Principles).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewPrinciple {
    /// The principle.
    pub principle: String,
    /// What that means in practice.
    pub practice: String,
}

impl Workstation {
    /// The review while it is written.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn review_screen(&self, handle: &str) -> Result<ReviewScreen, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let incident = inner.facts(id)?;
        let rows = inner.whole_timeline(id)?;
        let events = inner.store.events(id)?;
        let versions: Vec<&Event> = events.iter().rev().filter(|event| matches!(event.body, EventBody::ReviewEdited(_))).collect();
        let author = inner.author()?;
        drop(inner);
        let sections = self.review_sections();
        let guard = self.guard();
        let reader = Reader { incident: &incident, guard: &guard, rows: &rows, now };
        let lines = lines(&incident, &rows);
        Ok(ReviewScreen {
            status: status(&incident),
            author: incident.review_text(&ReviewField::Author).unwrap_or(&author).to_owned(),
            saved: versions.first().map(|event| clock_time(event.occurred_at, now)),
            versions: versions.iter().filter(|event| written(event).is_some()).count(),
            open: still_to_write(&incident, &sections),
            course: course(&incident, &events, &self.policy(), now),
            parts: reader.parts(&sections),
            lines_total: rows.len(),
            lines_chosen: rows.iter().filter(|row| incident.review.has_line(row.id)).count(),
            lines,
            whys: reader.whys(&rows),
            ideas: incident.review.ideas().map(|idea| ReviewIdea { id: idea.id, text: idea.text.clone() }).collect(),
            principles: PRINCIPLES
                .map(|(principle, practice)| ReviewPrinciple { principle: principle.to_owned(), practice: practice.to_owned() })
                .into(),
        })
    }
}

fn status(incident: &Incident) -> ReviewStatus {
    match (incident.review_published_at, incident.review.asked_at) {
        (Some(_), _) => ReviewStatus::Complete,
        (None, Some(_)) => ReviewStatus::InReview,
        (None, None) => ReviewStatus::Drafting,
    }
}
