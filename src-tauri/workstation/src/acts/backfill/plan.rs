//! When a past incident began, was known, declared and over, as far as its postmortem says.

use chrono::{DateTime, Utc};
use sitrep_core::text::postmortem::{Postmortem, PostmortemLine};

/// The times of a past incident, and what of them nobody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) started: DateTime<Utc>,
    pub(super) acknowledged: DateTime<Utc>,
    pub(super) declared: DateTime<Utc>,
    pub(super) resolved: DateTime<Utc>,
    pub(super) assumed: Vec<String>,
}

impl Times {
    /// None where nothing says on which day it was.
    pub(super) fn of(read: &Postmortem) -> Option<Self> {
        let first = read.lines.iter().map(|line| line.at).min();
        let alert = first_that(read, &["alert", "detected", "paged"]);
        let detected = read.detected.or(alert);
        let declared = first_that(read, &["declared"]).or(detected).or(read.started).or(first).or(read.day_begins)?;
        let started = [read.started, first].into_iter().flatten().min().unwrap_or(declared).min(declared);
        let end = end(read, started);
        let resolved = end.unwrap_or(declared).max(declared);
        let several = |letters: &String| format!("{letters} is several zones, so it was not heeded. Say which zone its times are in.");
        let assumed = [
            read.several_zones.as_ref().map(several),
            first.is_none().then(|| "No line of a timeline was found.".to_owned()),
            (first.or(read.started).is_none()).then(|| "When it began is not said: it is taken as the beginning of its day.".to_owned()),
            end.is_none().then(|| "When it was over is not said: it is taken as the moment of its declaration.".to_owned()),
        ];
        let acknowledged = detected.unwrap_or(declared).clamp(started, resolved);
        Some(Self { started, acknowledged, declared, resolved, assumed: assumed.into_iter().flatten().collect() })
    }

    /// The last moment of it.
    pub(super) fn last(&self, read: &Postmortem) -> DateTime<Utc> {
        read.lines.iter().map(|line| line.at).fold(self.resolved, DateTime::max)
    }
}

fn tells(line: &PostmortemLine, words: &[&str]) -> bool {
    let text = line.text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

fn first_that(read: &Postmortem, words: &[&str]) -> Option<DateTime<Utc>> {
    read.lines.iter().filter(|line| tells(line, words)).map(|line| line.at).min()
}

fn end(read: &Postmortem, started: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let said = read.lines.iter().filter(|line| tells(line, &["resolved", "all clear", "all-clear"])).map(|line| line.at).max();
    let lasted = || started.checked_add_signed(read.length?);
    let last = || read.lines.iter().map(|line| line.at).max();
    read.resolved.or(said).or_else(lasted).or_else(last)
}
