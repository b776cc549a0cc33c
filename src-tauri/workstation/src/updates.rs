//! Composing, copying and taking back updates.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::comms::{self, Field};
use sitrep_core::duration_text::{clock_time, every};
use sitrep_core::event::{EventBody, EventId};
use sitrep_core::incident::Incident;
use sitrep_core::next_step;
use sitrep_core::role::Role;
use sitrep_core::update::{Audience, UpdateField, UpdateFormat, UpdateKind};
use sitrep_store::NewEvent;

use crate::error::Error;
use crate::respond::role_changed;
use crate::settings::at_name;
use crate::views::{ComposeInput, ComposedField, ComposedUpdate, CopiedUpdate};
use crate::workstation::Workstation;

/// A finished update, ready for the clipboard. Nothing is recorded yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyUpdate {
    /// The incident.
    pub handle: String,
    /// Which template.
    pub kind: UpdateKind,
    /// In which form.
    pub format: UpdateFormat,
    /// Exactly what will paste.
    pub text: String,
    fields: BTreeMap<UpdateField, String>,
}

impl Workstation {
    /// What the next update is composed from: its kind and the form copied last unless given, and what was typed for it in the
    /// window and not sent yet.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn compose_input(&self, handle: &str, kind: Option<UpdateKind>, format: Option<UpdateFormat>) -> Result<ComposeInput, Error> {
        let incident = self.facts_of(handle)?;
        let kind = kind.unwrap_or_else(|| next_step::next_update(&incident));
        let format = format.or_else(|| incident.updates.last().map(|update| update.format)).unwrap_or(UpdateFormat::Slack);
        // A draft that does not read counts as none; it stays where it is.
        let edits = serde_json::from_str(&self.load_draft(&draft_place(&incident.handle, kind))?).unwrap_or_default();
        Ok(ComposeInput { handle: incident.handle.clone(), kind, format, edits })
    }

    /// The update as it stands, with what is missing marked.
    ///
    /// # Errors
    /// Why the incident was not found or the template could not be rendered.
    pub fn compose_update(&self, input: &ComposeInput) -> Result<ComposedUpdate, Error> {
        let now = self.now();
        let incident = self.facts_of(&input.handle)?;
        let fields = comms::fields(&incident, input.kind, &input.edits);
        let text = comms::render(&incident, &self.policy(), input.kind, input.format, &fields, now)?;
        let next_update = comms::next_update_due(&incident, &self.policy(), input.kind, now);
        Ok(ComposedUpdate {
            kind: input.kind,
            format: input.format,
            missing: missing(&fields),
            fields: fields.into_iter().map(composed_field).collect(),
            text,
            next_update: next_update.map(|due| format!("Next update by {}", clock_time(due, now))),
            cadence: self.cadence(&incident, input.kind),
            last_sent: last_sent(&incident, input.kind.audience(), now),
        })
    }

    /// The finished update, to be put on the clipboard before it is recorded as sent.
    ///
    /// # Errors
    /// [`Error::MissingFields`] while a field is to be filled.
    pub fn ready_update(&self, input: &ComposeInput) -> Result<ReadyUpdate, Error> {
        let incident = self.facts_of(&input.handle)?;
        let fields = comms::fields(&incident, input.kind, &input.edits);
        let missing = missing(&fields);
        if !missing.is_empty() {
            return Err(Error::MissingFields { kind: input.kind, fields: missing });
        }
        let text = comms::render(&incident, &self.policy(), input.kind, input.format, &fields, self.now())?;
        let fields = fields.into_iter().map(|field| (field.field, field.value)).collect();
        Ok(ReadyUpdate { handle: incident.handle.clone(), kind: input.kind, format: input.format, text, fields })
    }

    /// Records a copied update as sent, which restarts the clock. A commander named in it gets the role.
    ///
    /// # Errors
    /// [`Error::Store`]; the clock has not restarted then.
    pub fn record_update(&self, ready: &ReadyUpdate) -> Result<CopiedUpdate, Error> {
        let (incident, ids) = self.decide(&ready.handle, |incident, _| {
            let commander = ready.fields.get(&UpdateField::IncidentCommander).and_then(|name| at_name(name));
            let role = commander.and_then(|person| role_changed(incident, Role::IncidentCommander, Some(person)));
            let sent =
                EventBody::UpdateSent { update: ready.kind, format: ready.format, text: ready.text.clone(), fields: ready.fields.clone() };
            Ok(role.into_iter().chain([sent]).map(NewEvent::from).collect())
        })?;
        self.save_draft(&draft_place(&ready.handle, ready.kind), "")?;
        let now = self.now();
        let next = comms::next_update_due(&incident, &self.policy(), ready.kind, now);
        let next = next.map(|due| format!(" Next update by {}.", clock_time(due, now))).unwrap_or_default();
        let id = ids.last().copied().ok_or(Error::UnknownEvent)?;
        Ok(CopiedUpdate { id, text: ready.text.clone(), message: format!("Copied and counted as sent.{next}") })
    }

    /// Exactly what was copied at an earlier time.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such update.
    pub fn sent_update_text(&self, handle: &str, id: EventId) -> Result<String, Error> {
        let incident = self.facts_of(handle)?;
        incident.updates.iter().find(|update| update.id == id).map(|update| update.text.clone()).ok_or(Error::UnknownEvent)
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

/// Where the window keeps what is typed for an update.
fn draft_place(handle: &str, kind: UpdateKind) -> String {
    format!("update:{handle}:{}", kind.word())
}

fn missing(fields: &[Field]) -> Vec<UpdateField> {
    fields.iter().filter(|field| field.is_missing()).map(|field| field.field).collect()
}

fn composed_field(field: Field) -> ComposedField {
    ComposedField {
        label: field.field.label().to_owned(),
        hint: field.field.hint().to_owned(),
        multiline: field.is_multiline(),
        missing: field.is_missing(),
        field: field.field,
        value: field.value,
        source: field.source,
    }
}

fn last_sent(incident: &Incident, audience: Audience, now: DateTime<Utc>) -> Option<String> {
    incident.last_update_to(audience).map(|update| format!("Last sent {}", clock_time(update.at, now)))
}
