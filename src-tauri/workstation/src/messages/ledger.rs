//! The ledger of messages: what was drafted, sent and taken back, to whom and in which form, each with its exact text.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::event::{EventBody, UpdateSent};
use sitrep_core::incident::Incident;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{EventId, IncidentId};
use ts_rs::TS;

use super::draft::ComposeInput;
use crate::data::Workstation;
use crate::refusals::Error;

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LedgerState {
    /// Something was typed for it, and it is not sent.
    Drafted,
    /// Copied, which counts as sent.
    Sent,
    /// 'Not sent' was said.
    TakenBack,
}

/// A message of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UpdateLedgerRow {
    /// The event that sent it; none for a draft.
    pub id: Option<EventId>,
    /// Its template.
    pub template: String,
    /// `Status update`.
    pub label: String,
    /// To whom: `Stakeholders`, `Customers`, or a person.
    pub to: String,
    /// In which form, as read.
    pub format: String,
    /// `14:18 UTC`, or that it is not sent yet.
    pub sent: String,
    /// The subject, for a mail.
    pub subject: Option<String>,
    /// Exactly what was copied, or would be.
    pub text: String,
    /// What became of it.
    pub state: LedgerState,
}

impl Workstation {
    /// The ledger of an incident, drafts first, then the newest; with `words`, only what holds all of them.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn update_ledger(&self, handle: &str, words: &str) -> Result<Vec<UpdateLedgerRow>, Error> {
        let rows = self.ledger(&*self.facts_of(handle)?, self.now())?;
        let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        Ok(rows.into_iter().filter(|row| has_all_words(row, &wanted)).collect())
    }

    /// Exactly what was copied at an earlier time, in both flavours.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such update.
    pub fn sent_update(&self, handle: &str, id: EventId) -> Result<UpdateSent, Error> {
        let incident = self.find(Some(handle))?.id;
        self.copied_text(incident, id)?.ok_or(Error::UnknownEvent)
    }

    pub(crate) fn ledger(&self, incident: &Incident, now: DateTime<Utc>) -> Result<Vec<UpdateLedgerRow>, Error> {
        let mut rows = self.draft_rows(incident)?;
        for sent in self.lock().store.events_of_kind(incident.id, "update_sent")? {
            if let EventBody::UpdateSent(message) = &sent.body {
                rows.push(sent_row(incident, sent.id, sent.occurred_at, message, now));
            }
        }
        Ok(rows)
    }

    /// The message that an event sent, with its text.
    pub(crate) fn copied_text(&self, incident: IncidentId, id: EventId) -> Result<Option<UpdateSent>, Error> {
        let sent = self.lock().store.event(incident, id)?;
        Ok(sent.and_then(|sent| if let EventBody::UpdateSent(message) = sent.body { Some(message) } else { None }))
    }

    /// What was typed and not sent, as it would read at this moment.
    fn draft_rows(&self, incident: &Incident) -> Result<Vec<UpdateLedgerRow>, Error> {
        let mut rows = Vec::new();
        for choice in self.template_choices(incident)? {
            // Most templates have no draft, and this is asked with every change on the screen.
            let Some(input) = self.drafted_input(&incident.handle, &choice.name)? else { continue };
            // One whose template cannot be used now is not lost: it is still in the draft.
            if let Ok(ready) = self.ready_update(&ComposeInput { anyway: true, ..input }) {
                rows.push(ledger_row(&ready.message, None, LedgerState::Drafted, "not sent yet".to_owned()));
            }
        }
        Ok(rows)
    }
}

fn sent_row(incident: &Incident, id: EventId, at: DateTime<Utc>, message: &UpdateSent, now: DateTime<Utc>) -> UpdateLedgerRow {
    let taken_back = incident.updates.iter().any(|update| update.id == id && update.taken_back);
    ledger_row(message, Some(id), if taken_back { LedgerState::TakenBack } else { LedgerState::Sent }, clock_time(at, now))
}

fn ledger_row(message: &UpdateSent, id: Option<EventId>, state: LedgerState, sent: String) -> UpdateLedgerRow {
    UpdateLedgerRow {
        id,
        template: message.head.template().to_owned(),
        label: message.head.label().to_owned(),
        to: message.head.person.clone().unwrap_or_else(|| message.head.audience().label().to_owned()),
        format: message.head.format.label().to_owned(),
        sent,
        subject: message.head.subject.clone(),
        text: message.text.clone(),
        state,
    }
}

fn has_all_words(row: &UpdateLedgerRow, wanted: &[String]) -> bool {
    let subject = row.subject.as_deref().unwrap_or_default();
    let said = [row.label.as_str(), &row.to, &row.format, &row.sent, &row.text, subject].join("\n").to_lowercase();
    wanted.iter().all(|word| said.contains(word.as_str()))
}
