//! What the guard finds in a message, and what one key does about each thing.

use std::ops::Range;

use chrono::{DateTime, Utc};

use super::compose::Message;
use super::replacement::Replacement;
use super::template::Template;
use crate::guard::{Guard, Hit, Scope};
use crate::incident::Incident;
use crate::procedure::next_update_due;
use crate::team::Team;
use crate::text::{clock_time, is_blank};
use crate::vocabulary::{Audience, UpdateField};

/// What one key does about something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Other words stand in its place, everywhere in the message.
    Replace(Vec<Replacement>),
    /// A last line names the next update.
    NameNextUpdate,
    /// Only a person finds the words: in this field, if it stands in one.
    Rewrite(Option<UpdateField>),
}

/// Something to look at before a message is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardFinding {
    /// What it is.
    pub hit: Hit,
    /// What one key does about it.
    pub fix: Fix,
}

impl GuardFinding {
    /// Its place in [`super::Document::words`]; none for what is missing, or stands in a mail's subject.
    #[must_use]
    pub fn place(&self, message: &Message) -> Option<Range<usize>> {
        self.hit.range.clone().filter(|range| range.end <= message.document.words().len())
    }
}

/// What should be looked at before `message` goes to whom its template is for, in order of place.
#[must_use]
pub fn guard_message(
    guard: &Guard,
    message: &Message,
    incident: &Incident,
    team: &Team,
    template: &Template,
    now: DateTime<Utc>,
) -> Vec<GuardFinding> {
    let people: Vec<String> = incident.people().into_iter().chain(team.people()).collect();
    let due = template.update.and_then(|kind| next_update_due(incident, &team.policy, kind, now));
    let due = due.map(|due| clock_time(due, now));
    let scope = Scope {
        for_customers: template.audience == Audience::Customers,
        people: &people,
        handle: Some(&incident.handle),
        verified: incident.resolved_at.is_some() || incident.is_verified(&team.policy, now),
        next_update: due.as_deref(),
    };
    // A mail's subject is read, too; in the other forms it says what the message says.
    let text = format!("{}\n{}", message.document.words(), message.subject);
    guard.scan(&text, &scope).into_iter().map(|hit| found(hit, message)).collect()
}

fn found(hit: Hit, message: &Message) -> GuardFinding {
    let fix = match (&hit.range, &hit.replace_with) {
        (None, _) => Fix::NameNextUpdate,
        (Some(_), Some(with)) => Fix::Replace(line_by_line(&hit.found, with)),
        (Some(_), None) => Fix::Rewrite(message.fields.iter().find(|field| field.value.contains(&hit.found)).map(|field| field.field)),
    };
    GuardFinding { hit, fix }
}

/// A message is a document of lines, so what reaches over several is replaced in its first and taken out of the others.
fn line_by_line(found: &str, with: &str) -> Vec<Replacement> {
    let lines = found.lines().filter(|line| !is_blank(line)).enumerate();
    lines.map(|(at, line)| Replacement { find: line.to_owned(), with: if at == 0 { with.to_owned() } else { String::new() } }).collect()
}
