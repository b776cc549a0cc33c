//! A message: a template, the facts, and what a person changed.

use chrono::{DateTime, Utc};

use super::document::Document;
use super::edits::MessageEdits;
use super::facts::Facts;
use super::fields::{Field, fields};
use super::recent::Recent;
use super::render::render;
use super::template::Template;
use super::template_error::TemplateError;
use crate::incident::Incident;
use crate::procedure::next_update_due;
use crate::team::Team;
use crate::text::clock_time;

/// A message without a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The fields that the template asks for.
    pub fields: Vec<Field>,
    /// The words.
    pub document: Document,
    /// The subject, for a mail.
    pub subject: String,
}

/// The message as it stands at `now`. A field that is still to be filled says so in words that are true.
///
/// # Errors
/// [`TemplateError`] if the template cannot be filled; a test rules that out for the built-in ones.
pub fn compose(
    incident: &Incident,
    recent: &Recent,
    team: &Team,
    template: &Template,
    asked: &MessageEdits,
    now: DateTime<Utc>,
) -> Result<Message, TemplateError> {
    let fields = fields(incident, recent, team, template, asked, now);
    let facts = Facts::of(incident, recent, team, template, &fields, asked.person.as_deref(), now);
    let (mut document, subject) = render(template, &facts, &asked.replaced)?;
    let next = template.update.and_then(|kind| next_update_due(incident, &team.policy, kind, now));
    if let Some(due) = next.filter(|_| asked.names_next_update) {
        document = document.with_last_line(&format!("Next update by {}.", clock_time(due, now)));
    }
    Ok(Message { fields, document, subject })
}

/// Every variable with its value, as a person reads it, for who writes a template.
#[must_use]
pub fn variable_values(
    incident: &Incident,
    recent: &Recent,
    team: &Team,
    template: &Template,
    asked: &MessageEdits,
    now: DateTime<Utc>,
) -> Vec<(&'static str, String)> {
    let fields = fields(incident, recent, team, template, asked, now);
    Facts::of(incident, recent, team, template, &fields, asked.person.as_deref(), now).told()
}
