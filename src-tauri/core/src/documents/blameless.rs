//! What a review will say of the cause and of the end (seed: Blameless Culture Principles), and what of it names or blames somebody.

use std::sync::LazyLock;

use regex::Regex;

use crate::guard::Guard;
use crate::incident::Incident;
use crate::vocabulary::{HypothesisState, Status, UpdateField, UpdateKind};

/// Words that name or blame somebody where a review asks what allowed it to happen. Advice, never a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlamelessMark {
    /// Where they stand: `Root cause`.
    pub place: String,
    /// The words.
    pub found: String,
    /// Why they should not stand there.
    pub why: String,
}

/// The marks in what is said of the incident's cause and end, each once.
#[must_use]
pub fn marks(incident: &Incident, guard: &Guard) -> Vec<BlamelessMark> {
    let people = incident.people();
    let mut marks: Vec<BlamelessMark> = Vec::new();
    for (place, text) in passages(incident) {
        for mark in marks_in(place, text, guard, &people) {
            if !marks.iter().any(|known| known.found == mark.found) {
                marks.push(mark);
            }
        }
    }
    marks
}

/// The marks in one text.
#[must_use]
pub fn marks_in(place: &str, text: &str, guard: &Guard, people: &[String]) -> Vec<BlamelessMark> {
    let hits = guard.scan_for_review(text, people).into_iter();
    hits.map(|hit| BlamelessMark { place: place.to_owned(), found: hit.found, why: hit.why }).collect()
}

/// The marks in a review that somebody has written on. Who did what stands in the timeline, and who does what among the action items.
#[must_use]
pub fn marks_in_review(markdown: &str, guard: &Guard, people: &[String]) -> Vec<BlamelessMark> {
    static HEADING: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^#+\s*(.*?)\s*$").ok());
    let (mut place, mut marks) = (None, Vec::new());
    for line in markdown.lines() {
        let heading = HEADING.as_ref().and_then(|heading| heading.captures(line)).and_then(|found| found.get(1));
        match (heading, place) {
            (Some(heading), _) if line.starts_with("##") => place = Some(heading.as_str()).filter(|name| is_prose(name)),
            (None, Some(place)) => marks.extend(marks_in(place, line, guard, people)),
            _ => {}
        }
    }
    marks
}

fn is_prose(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    !heading.starts_with("timeline") && !heading.starts_with("action")
}

fn passages(incident: &Incident) -> Vec<(&'static str, &str)> {
    let notice = incident.sent_updates().find(|sent| sent.message.update == Some(UpdateKind::Resolution));
    let told = notice.into_iter().flat_map(|sent| {
        [UpdateField::RootCause, UpdateField::Resolution]
            .into_iter()
            .filter_map(|field| Some((field.label(), sent.message.fields.get(&field)?.as_str())))
    });
    let confirmed = incident.hypotheses.iter().filter(|one| one.state == HypothesisState::Confirmed);
    let causes = confirmed.map(|one| ("Confirmed cause", one.statement.as_str()));
    let end = incident.status_reasons.get(&Status::Resolved).map(|reason| ("Why it is resolved", reason.as_str()));
    told.chain(causes).chain(end).collect()
}
