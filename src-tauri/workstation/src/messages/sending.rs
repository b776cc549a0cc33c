//! From a finished message to one that counts as sent, and back.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::event::{EventBody, UpdateHead, UpdateSent};
use sitrep_core::incident::Incident;
use sitrep_core::messages::{CommanderSaid, Message, Template};
use sitrep_core::procedure::next_update_due;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{EventId, Role, UpdateField, UpdateFormat};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::compose::missing_fields;
use super::draft::{ComposeInput, format_setting};
use super::fill::Filled;
use super::guard_findings::{describe_briefly, found_views};
use crate::acts::role_change;
use crate::data::{Decided, Workstation};
use crate::refusals::Error;

/// A finished message, ready for the clipboard. Nothing is recorded yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyUpdate {
    /// The incident.
    pub handle: String,
    /// What will be recorded as sent: the exact text among it.
    pub message: UpdateSent,
}

/// An update that was copied and counts as sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopiedUpdate {
    /// The event, for 'Not sent'.
    pub id: EventId,
    /// What is on the clipboard.
    pub text: String,
    /// `Copied and counted as sent. Next update by 15:12 UTC.`
    pub message: String,
}

impl Workstation {
    /// The finished message, to be put on the clipboard before it is recorded as sent.
    ///
    /// # Errors
    /// [`Error::MissingFields`] while a field is to be filled, [`Error::Guarded`] while something is to be looked at, and the
    /// person did not say that it goes out like that.
    pub fn ready_update(&self, input: &ComposeInput) -> Result<ReadyUpdate, Error> {
        let incident = self.facts_of(&input.handle)?;
        let now = self.now();
        let Filled { template, message, person } = self.fill_template(&incident, input, now)?;
        if !input.anyway {
            self.check_ready(&incident, &template, &message, now)?;
        }
        let written = message.document.write(input.format, &[]);
        // What is said of an empty field is said in the text; as a fact it is still unknown.
        let filled = message.fields.into_iter().filter(|field| !field.is_missing());
        let fields: BTreeMap<UpdateField, String> = filled.map(|field| (field.field, field.value)).collect();
        let head = UpdateHead {
            update: template.update,
            format: input.format,
            subject: (input.format == UpdateFormat::Html).then_some(message.subject),
            edited: edited_fields(&incident, &template, &fields, &input.edits),
            fields,
            template: Some(template.name),
            label: Some(template.label),
            audience: Some(template.audience),
            person,
        };
        let message = UpdateSent { head, text: written.text(), html: written.html, words: message.document.words().to_owned() };
        Ok(ReadyUpdate { handle: incident.handle.clone(), message })
    }

    fn check_ready(&self, incident: &Incident, template: &Template, message: &Message, now: DateTime<Utc>) -> Result<(), Error> {
        let (label, fields) = (template.label.clone(), missing_fields(&message.fields));
        let found = found_views(self.run_guard(incident, template, message, now), &message.fields, now);
        match (fields.is_empty(), found.is_empty()) {
            (true, true) => Ok(()),
            (false, true) => Err(Error::MissingFields { label, fields }),
            (_, false) => Err(Error::Guarded {
                label,
                fields,
                found: found.iter().map(describe_briefly).collect(),
                outdated: found.iter().filter_map(|found| Some(found.holds.as_ref()?.field)).collect(),
            }),
        }
    }

    /// Records a copied message as sent, which restarts the clock of an update. A commander named in it gets the role.
    ///
    /// # Errors
    /// [`Error::Store`]; the clock has not restarted then.
    pub fn record_update(&self, ready: &ReadyUpdate) -> Result<CopiedUpdate, Error> {
        let message = &ready.message;
        let mut commander = None;
        let Decided { incident, ids, .. } = self.decide(&ready.handle, |incident, _| {
            commander = newly_named_commander(incident, message);
            let role = commander.clone().and_then(|person| role_change(incident, Role::IncidentCommander, Some(person)));
            Ok(role.into_iter().chain([EventBody::UpdateSent(message.clone())]).map(NewEvent::from).collect())
        })?;
        self.keep_form(ready);
        let now = self.now();
        let next = message.head.update.and_then(|kind| next_update_due(&incident, &self.policy(), kind, now));
        let next = next.map(|due| format!(" Next update by {}.", clock_time(due, now))).unwrap_or_default();
        let given = commander.map(|person| format!(" {person} is {} now.", Role::IncidentCommander.label())).unwrap_or_default();
        let id = ids.last().copied().ok_or(Error::UnknownEvent)?;
        Ok(CopiedUpdate { id, text: message.text.clone(), message: format!("Copied and counted as sent.{given}{next}") })
    }

    /// Keeps the form for next time. The update counts as sent, whatever becomes of this.
    fn keep_form(&self, ready: &ReadyUpdate) {
        let head = &ready.message.head;
        let _ = self.lock().store.set_settings(&[(format_setting(head.audience()), head.format.word())]);
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
}

/// The commander to whom a message gives the role.
fn newly_named_commander(incident: &Incident, message: &UpdateSent) -> Option<String> {
    let words = message.head.fields.get(&UpdateField::IncidentCommander)?;
    if let CommanderSaid::Given(person) = CommanderSaid::read(incident, words) { Some(person) } else { None }
}

/// The fields in a person's own words: written this time, or the last time and not changed since.
fn edited_fields(
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
