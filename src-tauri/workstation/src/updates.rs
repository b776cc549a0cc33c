//! Composing, copying and taking back updates and other messages.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::{EventBody, UpdateSent};
use sitrep_core::incident::{Incident, SentUpdate};
use sitrep_core::messages::{self, DifferencePart, Field, GuardFinding, Message, MessageEdits, Template};
use sitrep_core::procedure;
use sitrep_core::text::{clock_time, every};
use sitrep_core::vocabulary::{Audience, EventId, Role, UpdateField, UpdateFormat, UpdateKind};
use sitrep_store::NewEvent;

use crate::error::Error;
use crate::found::{found_views, told};
use crate::respond::role_changed;
use crate::settings::at_name;
use crate::views::{ComposeInput, ComposedField, ComposedUpdate, CopiedUpdate, MessageDraft, TemplateChoice};
use crate::workstation::Workstation;

/// How often words that mend something are themselves looked at and mended.
const FIXES_AT_MOST: usize = 60;

/// A finished message, ready for the clipboard. Nothing is recorded yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyUpdate {
    /// The incident.
    pub handle: String,
    /// What will be recorded as sent: the exact text among it.
    pub message: UpdateSent,
}

impl Workstation {
    /// What the next message is composed from: its template and the form copied last to its audience unless given, and what was
    /// typed for it in the window and not sent yet.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn compose_input(&self, handle: &str, template: Option<&str>, format: Option<UpdateFormat>) -> Result<ComposeInput, Error> {
        let incident = self.facts_of(handle)?;
        let template = template.map_or_else(|| procedure::next_update(&incident).word().to_owned(), str::to_owned);
        let format = match format {
            Some(format) => format,
            None => self.usual_format(&incident, &template)?,
        };
        // A draft that does not read counts as none; it stays where it is.
        let draft: MessageDraft = serde_json::from_str(&self.load_draft(&draft_place(&incident.handle, &template))?).unwrap_or_default();
        let MessageDraft { edits, replaced, names_next_update } = draft;
        let handle = incident.handle.clone();
        Ok(ComposeInput { handle, template, format, edits, replaced, names_next_update, ..ComposeInput::default() })
    }

    /// The form that was used last for the template's audience: in this incident, else in any.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn usual_format_of(&self, handle: &str, template: &str) -> Result<UpdateFormat, Error> {
        self.usual_format(&*self.facts_of(handle)?, template)
    }

    fn usual_format(&self, incident: &Incident, template: &str) -> Result<UpdateFormat, Error> {
        let audience = self.templates()?.get(template, incident).ok_or_else(|| Error::UnknownTemplate(template.to_owned()))?.audience;
        let here = incident.updates.iter().rev().find(|update| update.message.audience() == audience).map(|update| update.message.format);
        if let Some(format) = here {
            return Ok(format);
        }
        let kept = self.lock().store.setting(format_setting(audience))?;
        Ok(kept.and_then(|word| word.parse().ok()).unwrap_or(match audience {
            Audience::Customers => UpdateFormat::StatusPage,
            Audience::Internal | Audience::Responders => UpdateFormat::Slack,
        }))
    }

    /// The message as it stands, with what is missing marked.
    ///
    /// # Errors
    /// Why the incident was not found or the template could not be rendered.
    pub fn compose_update(&self, input: &ComposeInput) -> Result<ComposedUpdate, Error> {
        let now = self.now();
        let incident = self.facts_of(&input.handle)?;
        let Filled { template, message, person } = self.filled(&incident, input, now)?;
        let found = self.found(&incident, &template, &message, now);
        let places: Vec<_> = found.iter().filter_map(|found| found.place(&message)).collect();
        let written = message.document.write(input.format, &places);
        let next_update = template.update.and_then(|kind| procedure::next_update_due(&incident, &self.policy(), kind, now));
        let last = last_like(&incident, &template, person.as_deref());
        Ok(ComposedUpdate {
            kind: template.update,
            format: input.format,
            formatted: input.format.is_formatted(),
            missing: missing(&message.fields),
            found: found_views(found),
            fields: message.fields.into_iter().map(|field| composed_field(field, now)).collect(),
            subject: (input.format == UpdateFormat::Html).then_some(message.subject),
            pieces: written.pieces,
            people: people(&incident, &template, self),
            person,
            next_update: next_update.map(|due| format!("Next update by {}", clock_time(due, now))),
            cadence: template.update.and_then(|kind| self.cadence(&incident, kind)),
            last_sent: last.map(|last| format!("Last sent {}", clock_time(last.at, now))),
            changes: changes(last, message.document.words()),
            label: template.label,
            template: template.name,
        })
    }

    /// The finished message, to be put on the clipboard before it is recorded as sent.
    ///
    /// # Errors
    /// [`Error::MissingFields`] while a field is to be filled, [`Error::Guarded`] while something is to be looked at, and the
    /// person did not say that it goes out like that.
    pub fn ready_update(&self, input: &ComposeInput) -> Result<ReadyUpdate, Error> {
        let incident = self.facts_of(&input.handle)?;
        let now = self.now();
        let Filled { template, message, person } = self.filled(&incident, input, now)?;
        if !input.anyway {
            self.check_ready(&incident, &template, &message, now)?;
        }
        let written = message.document.write(input.format, &[]);
        // What is said of an empty field is said in the text; as a fact it is still unknown.
        let filled = message.fields.into_iter().filter(|field| !field.is_missing());
        let fields: BTreeMap<UpdateField, String> = filled.map(|field| (field.field, field.value)).collect();
        let message = UpdateSent {
            update: template.update,
            format: input.format,
            text: written.text(),
            html: written.html,
            subject: (input.format == UpdateFormat::Html).then_some(message.subject),
            edited: edited(&incident, &template, &fields, &input.edits),
            fields,
            template: Some(template.name),
            label: Some(template.label),
            audience: Some(template.audience),
            person,
            words: message.document.words().to_owned(),
        };
        Ok(ReadyUpdate { handle: incident.handle.clone(), message })
    }

    /// Records a copied message as sent, which restarts the clock of an update. A commander named in it gets the role.
    ///
    /// # Errors
    /// [`Error::Store`]; the clock has not restarted then.
    pub fn record_update(&self, ready: &ReadyUpdate) -> Result<CopiedUpdate, Error> {
        let message = &ready.message;
        let (incident, ids) = self.decide(&ready.handle, |incident, _| {
            let commander = message.fields.get(&UpdateField::IncidentCommander).and_then(|name| at_name(name));
            let role = commander.and_then(|person| role_changed(incident, Role::IncidentCommander, Some(person)));
            Ok(role.into_iter().chain([EventBody::UpdateSent(message.clone())]).map(NewEvent::from).collect())
        })?;
        self.save_draft(&draft_place(&ready.handle, message.template()), "")?;
        self.lock().store.set_settings(&[(format_setting(message.audience()), message.format.word())])?;
        let now = self.now();
        let next = message.update.and_then(|kind| procedure::next_update_due(&incident, &self.policy(), kind, now));
        let next = next.map(|due| format!(" Next update by {}.", clock_time(due, now))).unwrap_or_default();
        let id = ids.last().copied().ok_or(Error::UnknownEvent)?;
        Ok(CopiedUpdate { id, text: message.text.clone(), message: format!("Copied and counted as sent.{next}") })
    }

    /// The templates that an incident can use, the procedure's own first.
    ///
    /// # Errors
    /// Why they could not be read.
    pub(crate) fn template_choices(&self, incident: &Incident) -> Result<Vec<TemplateChoice>, Error> {
        let choice = |template: &Template| TemplateChoice {
            name: template.name.clone(),
            label: template.label.clone(),
            update: template.update,
            per_person: template.per_person,
            own: template.own,
        };
        Ok(self.templates()?.of(incident).into_iter().map(choice).collect())
    }

    fn check_ready(&self, incident: &Incident, template: &Template, message: &Message, now: DateTime<Utc>) -> Result<(), Error> {
        let (label, fields) = (template.label.clone(), missing(&message.fields));
        let found = found_views(self.found(incident, template, message, now));
        match (fields.is_empty(), found.is_empty()) {
            (true, true) => Ok(()),
            (false, true) => Err(Error::MissingFields { label, fields }),
            (_, false) => Err(Error::Guarded { label, fields, found: found.iter().map(told).collect() }),
        }
    }

    fn found(&self, incident: &Incident, template: &Template, message: &Message, now: DateTime<Utc>) -> Vec<GuardFinding> {
        messages::guard_message(&self.guard(), message, incident, &self.own_team(), template, now)
    }

    /// The input with everything mended that one key mends.
    ///
    /// # Errors
    /// Why the incident was not found or the template could not be rendered.
    pub fn mended(&self, mut input: ComposeInput) -> Result<ComposeInput, Error> {
        // What was put in place can itself be worth a look, so it is read again, a bounded number of times.
        for _ in 0..FIXES_AT_MOST {
            let found = self.compose_update(&input)?.found;
            let Some(next) = found.into_iter().find(|found| found.rewrite.is_none() && !found.offer.is_empty()) else { break };
            input.replaced.extend(next.replace);
            input.names_next_update |= next.names_next_update;
        }
        Ok(input)
    }

    /// The message by the team's template, or by the built-in one when the team's cannot be filled.
    fn filled(&self, incident: &Incident, input: &ComposeInput, now: DateTime<Utc>) -> Result<Filled, Error> {
        let set = self.templates()?;
        let template = set.get(&input.template, incident).ok_or_else(|| Error::UnknownTemplate(input.template.clone()))?;
        let person = input.person.clone().or_else(|| people(incident, template, self).into_iter().next());
        let asked = MessageEdits {
            edits: input.edits.clone(),
            replaced: input.replaced.clone(),
            names_next_update: input.names_next_update,
            person: person.clone(),
        };
        let team = self.own_team();
        let fill = |template: &Template| {
            let message = messages::compose(incident, &team, template, &asked, now);
            let message = message.map_err(|error| Error::Template { name: template.name.clone(), error })?;
            Ok(Filled { template: template.clone(), message, person: person.clone() })
        };
        fill(template).or_else(|error| match set.built_in(&input.template).filter(|_| template.own) {
            Some(built_in) => fill(built_in),
            None => Err(error),
        })
    }

    /// 'Not sent': the clock is where it was before the update.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such update.
    pub fn take_back_update(&self, handle: &str, id: EventId) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let update = incident.updates.iter().find(|update| update.id == id).ok_or(Error::UnknownEvent)?;
            if update.taken_back {
                return Ok(vec![]);
            }
            Ok(vec![NewEvent { occurred_at: None, amends: Some(id), body: EventBody::UpdateTakenBack }])
        })
        .map(|_| ())
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

/// A template and what came of it.
struct Filled {
    template: Template,
    message: Message,
    person: Option<String>,
}

/// Where the window keeps what is typed for a message.
pub(crate) fn draft_place(handle: &str, template: &str) -> String {
    format!("update:{handle}:{template}")
}

/// The setting that keeps the form last used for an audience.
fn format_setting(audience: Audience) -> &'static str {
    match audience {
        Audience::Internal => "format_internal",
        Audience::Customers => "format_customers",
        Audience::Responders => "format_responders",
    }
}

/// Whom a template that is written for one person can be written for: those not notified yet first.
fn people(incident: &Incident, template: &Template, room: &Workstation) -> Vec<String> {
    if !template.per_person {
        return Vec::new();
    }
    let policy = room.policy();
    let (told, untold): (Vec<String>, Vec<String>) =
        policy.of(incident.severity).notify.iter().cloned().partition(|who| incident.notified.contains(who));
    untold.into_iter().chain(told).collect()
}

/// The fields in a person's own words: written this time, or the last time and not changed since.
fn edited(
    incident: &Incident,
    template: &Template,
    fields: &BTreeMap<UpdateField, String>,
    edits: &BTreeMap<UpdateField, String>,
) -> BTreeSet<UpdateField> {
    let last = template.update.and_then(|_| incident.last_update_to(template.audience));
    let carried = |field: UpdateField, value: &String| {
        last.is_some_and(|last| last.message.edited.contains(&field) && last.message.fields.get(&field) == Some(value))
    };
    fields.iter().filter(|(field, value)| edits.contains_key(field) || carried(**field, value)).map(|(field, _)| *field).collect()
}

fn missing(fields: &[Field]) -> Vec<UpdateField> {
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
    }
}

/// The last message that a reader would compare this one with.
fn last_like<'a>(incident: &'a Incident, template: &Template, person: Option<&str>) -> Option<&'a SentUpdate> {
    if template.update.is_some() {
        return incident.last_update_to(template.audience);
    }
    incident.sent_updates().find(|sent| sent.message.template() == template.name && sent.message.person.as_deref() == person)
}

fn changes(last: Option<&SentUpdate>, words: &str) -> Vec<DifferencePart> {
    last.map(|last| messages::difference(last.message.words(), words)).unwrap_or_default()
}
