//! One text of a review, read.

use std::ops::Range;

use super::roles::Roles;
use crate::guard::{Guard, ReviewHit, fit_sentence};
use crate::incident::Incident;
use crate::team::ReviewReading;
use crate::text::isolated;
use crate::vocabulary::{HitGroup, MarkKind};

/// Words that a review should not say. Advice, never a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlamelessMark {
    /// Where they stand: `Root cause`.
    pub place: String,
    /// Where in the text that was read, in bytes.
    pub range: Range<usize>,
    /// The words.
    pub found: String,
    /// What they do.
    pub kind: MarkKind,
    /// The id of the rule, by which a team changes it or switches it off.
    pub rule: String,
    /// Why they should not stand there.
    pub why: String,
    /// What to ask about the system instead.
    pub question: String,
    /// What can stand there instead, where that is known: for a person the role.
    pub replacement: Option<String>,
}

/// Reads texts of the review of one incident.
#[derive(Debug)]
pub struct Reader<'a> {
    guard: &'a Guard,
    people: Vec<String>,
    roles: Roles<'a>,
    /// `at 13:45 UTC`, once one change is suspected.
    then: String,
}

impl<'a> Reader<'a> {
    /// Knows the incident's people and their roles, and the time of the change that is suspected.
    #[must_use]
    pub fn of(guard: &'a Guard, incident: &'a Incident) -> Self {
        Self { guard, people: incident.people(), roles: Roles { held: &incident.role_history }, then: then(incident) }
    }

    /// Knows people by name alone.
    #[must_use]
    pub fn knowing(guard: &'a Guard, people: &[String]) -> Self {
        Self { guard, people: people.to_vec(), roles: Roles { held: &[] }, then: AT_THE_TIME.to_owned() }
    }

    /// The marks in one text, in the order of place. None overlaps another.
    #[must_use]
    pub fn marks_in(&self, place: &str, text: &str, part: ReviewReading) -> Vec<BlamelessMark> {
        let hits = self.guard.scan_for_review(text, &self.people, part).into_iter();
        hits.filter_map(|found| self.mark(place, text, found)).collect()
    }

    fn mark(&self, place: &str, text: &str, found: ReviewHit) -> Option<BlamelessMark> {
        let ReviewHit { hit, kind, question } = found;
        let range = hit.range?;
        let replacement = (kind == MarkKind::Person).then(|| self.role_for(text, &range, &hit.found)).or(hit.replace_with);
        let question = question.replace("{then}", &self.then);
        Some(BlamelessMark { place: place.to_owned(), range, found: hit.found, kind, rule: hit.rule, why: hit.why, question, replacement })
    }

    /// The role by what the sentence tells, or that the person held; with a capital where it begins the sentence.
    fn role_for(&self, text: &str, range: &Range<usize>, name: &str) -> String {
        let words = self.guard.offer_for(sentence_around(text, range)).map_or_else(|| self.roles.of(name), str::to_owned);
        isolated(&fit_sentence(&words, text, range, HitGroup::Person)).into_owned()
    }
}

const AT_THE_TIME: &str = "at the time";

/// When the change was made that is suspected, if it is one.
fn then(incident: &Incident) -> String {
    let mut suspects = incident.changes.iter().filter(|change| change.suspect);
    match (suspects.next(), suspects.next()) {
        (Some(change), None) => change.at.format("at %H:%M UTC").to_string(),
        _ => AT_THE_TIME.to_owned(),
    }
}

/// The sentence that a place stands in.
fn sentence_around<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let ends = |letter: char| matches!(letter, '.' | '!' | '?' | '\n' | ';');
    // A dot within a name such as `@raj.patel` ends nothing.
    let start = text[..range.start].rfind(ends).map_or(0, |at| at + 1);
    let end = text[range.end..].find(ends).map_or(text.len(), |at| range.end + at);
    &text[start..end]
}

/// The marks in one text of cause and end, for who knows the people by name alone.
#[must_use]
pub fn marks_in(place: &str, text: &str, guard: &Guard, people: &[String]) -> Vec<BlamelessMark> {
    Reader::knowing(guard, people).marks_in(place, text, ReviewReading::Causes)
}
