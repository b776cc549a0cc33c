//! The same with what becomes of its words and pictures.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sitrep_core::documents::timeline::{self, TimelineRow};
use sitrep_core::event::{Event, EventBody, Stored};
use sitrep_core::redaction::{Redaction, RedactionChoices, RedactionSource};
use sitrep_core::vocabulary::Picture;
use sitrep_store::StoredEvent;
use ts_rs::TS;

use super::material::{KeptText, Material};
use super::pictures::{GivenPicture, PictureChoice};
use crate::data::Workstation;
use crate::refusals::Error;

/// What a person chose for a redacted copy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RedactedInput {
    /// What is left, and what becomes another word.
    #[serde(flatten)]
    pub words: RedactionChoices,
    /// The pictures that are given; without them none.
    #[serde(default)]
    pub pictures: Vec<PictureChoice>,
}

impl Workstation {
    /// What becomes what of an incident.
    pub(super) fn redaction(&self, material: &Material, choices: &RedactionChoices) -> Result<Redaction, Error> {
        let texts: Vec<String> = material.texts.iter().flat_map(|kept| [kept.attached.name.clone(), kept.text.clone()]).collect();
        let texts = [texts, vec![material.author.clone()]].concat();
        let source = RedactionSource { incident: &material.incident, events: &material.events, texts: &texts };
        Ok(Redaction::of(&source, &self.guard(), choices)?)
    }
}

impl Material {
    /// What is handed on instead. All that is written from it is written from other words.
    pub(super) fn redacted(self, redaction: &Redaction, pictures: Vec<GivenPicture>) -> Self {
        let incident = redaction.all_of(&self.incident).unwrap_or(self.incident);
        let events: Vec<Event> = self.events.into_iter().map(|event| redacted_event(event, redaction, &pictures)).collect();
        let rows = timeline::rows(&events, &incident).into_iter().map(|row| redacted_row(row, redaction)).collect();
        Self {
            summary: redaction.all_of(&self.summary).unwrap_or(self.summary),
            stored: self.stored.into_iter().map(|event| redacted_stored(event, redaction, &pictures)).collect(),
            texts: self.texts.into_iter().map(|kept| redacted_text(kept, redaction)).collect(),
            clocks: self.clocks,
            author: redaction.text(&self.author),
            now: self.now,
            incident,
            events,
            rows,
            pictures,
        }
    }
}

fn redacted_event(event: Event, redaction: &Redaction, given: &[GivenPicture]) -> Event {
    let mut event = redaction.all_of(&event).unwrap_or(event);
    if let EventBody::Entry { pictures, .. } = &mut event.body {
        *pictures = pictures.iter().filter_map(|picture| as_given(picture, given)).collect();
    }
    event
}

fn as_given(picture: &Picture, given: &[GivenPicture]) -> Option<Picture> {
    given.iter().find(|given| given.of == picture.id).map(|given| given.picture.clone())
}

fn redacted_row(row: TimelineRow, redaction: &Redaction) -> TimelineRow {
    let pictures = row.pictures.clone();
    let told = |text: &str| redaction.text(text);
    let all = |texts: Vec<String>| texts.iter().map(|text| told(text)).collect();
    TimelineRow { author: told(&row.author), text: told(&row.text), kept: all(row.kept), earlier: all(row.earlier), pictures, ..row }
}

fn redacted_text(kept: KeptText, redaction: &Redaction) -> KeptText {
    let mut attached = kept.attached;
    attached.name = redaction.file_name(&attached.name);
    KeptText { attached, text: redaction.text(&kept.text) }
}

/// A body is read as what it is, so that what a newer Sitrep recorded is redacted, too. What is no JSON says nothing any more.
fn redacted_stored(event: StoredEvent, redaction: &Redaction, given: &[GivenPicture]) -> StoredEvent {
    let body = serde_json::from_str::<Value>(&event.stored.body).unwrap_or(Value::Null);
    let body = with_given(redaction.json(body), given).to_string();
    StoredEvent { author: redaction.text(&event.author), stored: Stored { body, ..event.stored }, ..event }
}

/// The pictures that an entry names: those that are given, as they are.
fn with_given(mut body: Value, given: &[GivenPicture]) -> Value {
    if let Some(named) = body.get_mut("pictures") {
        let pictures: Vec<Picture> = serde_json::from_value(named.clone()).unwrap_or_default();
        let pictures: Vec<Picture> = pictures.iter().filter_map(|picture| as_given(picture, given)).collect();
        *named = serde_json::to_value(pictures).unwrap_or_default();
    }
    body
}
