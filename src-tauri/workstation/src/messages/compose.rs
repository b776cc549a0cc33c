//! The message as it stands.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sitrep_core::incident::{Incident, SentUpdate};
use sitrep_core::messages::{DifferencePart, Field, Length, Piece, Template, difference, length};
use sitrep_core::procedure::next_update_due;
use sitrep_core::text::{clock_time, every};
use sitrep_core::vocabulary::{UpdateField, UpdateFormat, UpdateKind};
use ts_rs::TS;

use super::draft::ComposeInput;
use super::fill::{Filled, addressees};
use super::guard_findings::{FoundView, found_views};
use crate::data::Workstation;
use crate::refusals::Error;

/// A message as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComposedUpdate {
    /// Which template.
    pub template: String,
    /// Its name on screen.
    pub label: String,
    /// Which of the four updates it counts as, if any.
    pub kind: Option<UpdateKind>,
    /// In which form.
    pub format: UpdateFormat,
    /// Whether it pastes as formatted text, with the plain words beside it.
    pub formatted: bool,
    /// The fields, in the template's order.
    pub fields: Vec<ComposedField>,
    /// The subject, for a mail.
    pub subject: Option<String>,
    /// Exactly what will paste as text, piece by piece.
    pub pieces: Vec<Piece>,
    /// How long it is in its form.
    pub length: Length,
    /// The fields to fill before it is copied.
    pub missing: Vec<UpdateField>,
    /// What to look at before it is copied, in order of place.
    pub found: Vec<FoundView>,
    /// `Not looked for, as guard.toml says: Password (password).`
    pub not_looked_for: Option<String>,
    /// For whom, where it is written for one person.
    pub person: Option<String>,
    /// Those it can be written for.
    pub people: Vec<String>,
    /// `Next update by 15:12 UTC`.
    pub next_update: Option<String>,
    /// `P1 asks for one every 30 minutes.`
    pub cadence: Option<String>,
    /// `Last sent 14:18 UTC`.
    pub last_sent: Option<String>,
    /// What is new against the last one sent, line by line; empty when none was sent.
    pub changes: Vec<DifferencePart>,
}

/// A field of an update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComposedField {
    /// Which.
    pub field: UpdateField,
    /// Its name on screen.
    pub label: String,
    /// What it says.
    pub value: String,
    /// Where that comes from: `from the timeline since 14:18`.
    pub source: Option<String>,
    /// What to write, when it is empty.
    pub hint: String,
    /// Whether it holds several lines.
    pub multiline: bool,
    /// Whether it must be filled and is not.
    pub missing: bool,
    /// What of it names or blames somebody where a review will repeat it, and why not; advice alone.
    pub advice: Option<String>,
    /// What the facts say by now, where the value was carried over from the last update.
    pub newer: Option<String>,
    /// `the same since 14:18`, where it has said the same for two updates or more.
    pub stale: Option<String>,
}

impl Workstation {
    /// The message as it stands, with what is missing marked.
    ///
    /// # Errors
    /// Why the incident was not found or the template could not be rendered.
    pub fn compose_update(&self, input: &ComposeInput) -> Result<ComposedUpdate, Error> {
        let now = self.now();
        let incident = self.facts_of(&input.handle)?;
        let Filled { template, message, person } = self.fill_template(&incident, input, now)?;
        let found = self.run_guard(&incident, &template, &message, now);
        let places: Vec<_> = found.iter().filter_map(|found| found.place(&message)).collect();
        let written = message.document.write(input.format, &places);
        let length = length(input.format, &written, &message.subject);
        let next_update = template.update.and_then(|kind| next_update_due(&incident, &self.policy(), kind, now));
        let last = last_comparable(&incident, &template, person.as_deref());
        Ok(ComposedUpdate {
            kind: template.update,
            format: input.format,
            formatted: input.format.is_formatted(),
            missing: missing_fields(&message.fields),
            found: found_views(found, &message.fields, now),
            not_looked_for: self.not_looked_for(),
            fields: self.composed_fields(message.fields, &template, &incident.people(), now),
            subject: (input.format == UpdateFormat::Html).then_some(message.subject),
            pieces: written.pieces,
            length,
            people: addressees(&incident, &template, self),
            person,
            next_update: next_update.map(|due| format!("Next update by {}", clock_time(due, now))),
            cadence: template.update.and_then(|kind| self.cadence(&incident, kind)),
            last_sent: last.map(|last| format!("Last sent {}", clock_time(last.at, now))),
            changes: self.changes_since(&incident, last, message.document.words())?,
            label: template.label,
            template: template.name,
        })
    }

    fn composed_fields(&self, fields: Vec<Field>, template: &Template, people: &[String], now: DateTime<Utc>) -> Vec<ComposedField> {
        let composed = fields.into_iter().map(|field| {
            let advice = self.advice_on_field(template, &field, people);
            ComposedField { advice, ..composed_field(field, now) }
        });
        composed.collect()
    }

    /// What is new against the last one sent.
    fn changes_since(&self, incident: &Incident, last: Option<&SentUpdate>, words: &str) -> Result<Vec<DifferencePart>, Error> {
        let last = last.map(|last| self.copied_text(incident.id, last.id)).transpose()?.flatten();
        Ok(last.map(|last| difference(last.words(), words)).unwrap_or_default())
    }

    fn cadence(&self, incident: &Incident, kind: UpdateKind) -> Option<String> {
        let policy = self.policy();
        let row = policy.of(incident.severity);
        let (who, length): (&str, TimeDelta) = match kind {
            UpdateKind::Resolution => return None,
            UpdateKind::Customer => ("Customers hear", row.customer_update_every()),
            UpdateKind::Initial | UpdateKind::Status => ("asks for one", row.update_every()),
        };
        Some(match kind {
            UpdateKind::Customer => format!("{who} every {}.", every(length)),
            _ => format!("{} {who} every {}.", incident.severity, every(length)),
        })
    }
}

pub(crate) fn missing_fields(fields: &[Field]) -> Vec<UpdateField> {
    fields.iter().filter(|field| field.is_missing()).map(|field| field.field).collect()
}

fn composed_field(field: Field, now: DateTime<Utc>) -> ComposedField {
    ComposedField {
        label: field.field.label().to_owned(),
        hint: field.field.hint().to_owned(),
        multiline: field.is_multiline(),
        missing: field.is_missing(),
        stale: field.stale_since.map(|since| format!("the same since {}", clock_time(since, now))),
        field: field.field,
        value: field.value,
        source: field.source,
        newer: field.newer,
        advice: None,
    }
}

/// The last message that a reader would compare this one with.
fn last_comparable<'a>(incident: &'a Incident, template: &Template, person: Option<&str>) -> Option<&'a SentUpdate> {
    if template.update.is_some() {
        return incident.last_update_to(template.audience);
    }
    incident.sent_updates().find(|sent| sent.message.template() == template.name && sent.message.person.as_deref() == person)
}
