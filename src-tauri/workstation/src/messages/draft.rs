//! What a message is composed from: its template, its form, and what was typed for it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sitrep_core::incident::Incident;
use sitrep_core::messages::Replacement;
use sitrep_core::procedure::next_update;
use sitrep_core::vocabulary::{Audience, UpdateField, UpdateFormat};
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// What composing a message needs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ComposeInput {
    /// Which incident.
    pub handle: String,
    /// Which template.
    pub template: String,
    /// In which form.
    pub format: UpdateFormat,
    /// What the person changed; other fields come from the incident.
    pub edits: BTreeMap<UpdateField, String>,
    /// Words that stand in for others, as the guard's fixes put them.
    #[serde(default)]
    pub replaced: Vec<Replacement>,
    /// Whether a last line names the next update, which the template does not.
    #[serde(default)]
    pub names_next_update: bool,
    /// For whom, where the template is written for one person.
    #[serde(default)]
    pub person: Option<String>,
    /// Copy it although something is still to be filled or looked at.
    #[serde(default)]
    pub anyway: bool,
}

/// What was typed for a message and not sent yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
struct MessageDraft {
    edits: BTreeMap<UpdateField, String>,
    replaced: Vec<Replacement>,
    names_next_update: bool,
}

impl Workstation {
    /// What the next message is composed from: its template and the form copied last to its audience unless given. What is half
    /// typed in a window belongs to that window and is not in it.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn compose_input(&self, handle: &str, template: Option<&str>, format: Option<UpdateFormat>) -> Result<ComposeInput, Error> {
        let incident = self.facts_of(handle)?;
        let template = template.map_or_else(|| next_update(&incident).word().to_owned(), str::to_owned);
        let format = match format {
            Some(format) => format,
            None => self.usual_format(&incident, &template)?,
        };
        Ok(ComposeInput { handle: incident.handle.clone(), template, format, ..ComposeInput::default() })
    }

    /// The same with what was typed for it in the window and not sent yet, if anything was.
    pub(crate) fn drafted_input(&self, handle: &str, template: &str) -> Result<Option<ComposeInput>, Error> {
        let Some(MessageDraft { edits, replaced, names_next_update }) = self.message_draft(handle, template)? else { return Ok(None) };
        Ok(Some(ComposeInput { edits, replaced, names_next_update, ..self.compose_input(handle, Some(template), None)? }))
    }

    /// Whether something is half typed for this message in the window.
    ///
    /// # Errors
    /// [`Error::Store`] when the draft cannot be read.
    pub fn has_message_draft(&self, input: &ComposeInput) -> Result<bool, Error> {
        Ok(self.message_draft(&input.handle, &input.template)?.is_some())
    }

    /// Clears what was typed for a message that went out.
    ///
    /// # Errors
    /// [`Error::Store`]; the draft is still there.
    pub fn clear_message_draft(&self, input: &ComposeInput) -> Result<(), Error> {
        self.save_draft(&draft_place(&input.handle, &input.template), "")
    }

    /// A draft that does not read counts as none; it stays where it is.
    fn message_draft(&self, handle: &str, template: &str) -> Result<Option<MessageDraft>, Error> {
        let draft: MessageDraft = serde_json::from_str(&self.load_draft(&draft_place(handle, template))?).unwrap_or_default();
        Ok((draft != MessageDraft::default()).then_some(draft))
    }

    /// The input with fields in the words of a person who names them.
    ///
    /// # Errors
    /// [`Error::UnknownField`] for one that the message does not have.
    pub fn with_fields(&self, mut input: ComposeInput, edits: Vec<(UpdateField, String)>) -> Result<ComposeInput, Error> {
        if edits.is_empty() {
            return Ok(input);
        }
        let fields: Vec<UpdateField> = edits.iter().map(|(field, _)| *field).collect();
        self.check_fields(&input, &fields)?;
        input.edits.extend(edits);
        Ok(input)
    }

    /// What is said of a field that the message lacks would be left out without a word.
    pub(crate) fn check_fields(&self, input: &ComposeInput, fields: &[UpdateField]) -> Result<(), Error> {
        let composed = self.compose_update(input)?;
        let has: Vec<UpdateField> = composed.fields.iter().map(|field| field.field).collect();
        match fields.iter().find(|field| !has.contains(field)) {
            Some(field) => Err(Error::UnknownField { label: composed.label, field: *field, has }),
            None => Ok(()),
        }
    }

    /// The input for one person, or for whoever comes first where none is named.
    ///
    /// # Errors
    /// [`Error::NotForOnePerson`] where the message is not written for one.
    pub fn for_person(&self, input: ComposeInput, person: Option<String>) -> Result<ComposeInput, Error> {
        let template = self.fill_template(&*self.facts_of(&input.handle)?, &input, self.now())?.template;
        if person.is_some() && !template.per_person {
            return Err(Error::NotForOnePerson(template.label));
        }
        Ok(ComposeInput { person, ..input })
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
}

/// Where the window keeps what is typed for a message.
pub(crate) fn draft_place(handle: &str, template: &str) -> String {
    format!("update:{handle}:{template}")
}

/// The setting that keeps the form last used for an audience.
pub(crate) fn format_setting(audience: Audience) -> &'static str {
    match audience {
        Audience::Internal => "format_internal",
        Audience::Customers => "format_customers",
        Audience::Responders => "format_responders",
    }
}
