//! A whole incident as one value of JSON, from which it can be taken in again.

use std::borrow::Cow;

use chrono::DateTime;
use serde_json::value::RawValue;
use sitrep_core::bundle::{EventInFile, INCIDENT_FILE, INCIDENT_FILE_VERSION, IncidentFile, PictureInFile, TextInFile};
use sitrep_core::incident::IncidentSummary;
use sitrep_store::{StoreError, StoredEvent, seal};

use super::material::{KeptText, Material};
use super::pictures::GivenPicture;

impl Material {
    /// The file's text.
    pub(super) fn json(&self, practice: bool, redacted: bool) -> Result<String, StoreError> {
        let file = self.file(practice, redacted).map_err(StoreError::Body)?;
        let file = IncidentFile { sha256: Some(seal(&file)?), ..file };
        Ok(format!("{}\n", serde_json::to_string(&file).map_err(StoreError::Body)?))
    }

    fn file(&self, practice: bool, redacted: bool) -> serde_json::Result<IncidentFile<'_, &IncidentSummary>> {
        Ok(IncidentFile {
            sitrep: INCIDENT_FILE.into(),
            version: INCIDENT_FILE_VERSION,
            redacted,
            practice,
            incident: &self.summary,
            clocks: self.clocks.clone(),
            events: self.stored.iter().map(event_in_file).collect::<Result<_, _>>()?,
            texts: self.texts.iter().map(text_in_file).collect(),
            pictures: self.pictures.iter().map(picture_in_file).collect(),
            sha256: None,
        })
    }
}

fn event_in_file(event: &StoredEvent) -> serde_json::Result<EventInFile<'_>> {
    let at = |millis| DateTime::from_timestamp_millis(millis).unwrap_or_default();
    Ok(EventInFile {
        id: event.id,
        incident: event.incident,
        occurred_at: at(event.occurred_at),
        recorded_at: at(event.recorded_at),
        author: Cow::from(&event.author),
        device: Cow::from(&event.device),
        device_index: event.device_index,
        kind: Cow::from(&event.stored.kind),
        version: event.stored.version,
        body: Cow::Borrowed(serde_json::from_str::<&RawValue>(&event.stored.body)?),
        amends: event.amends,
    })
}

fn text_in_file(kept: &KeptText) -> TextInFile<'_> {
    TextInFile { id: kept.attached.id, name: Cow::from(&kept.attached.name), text: Cow::from(&kept.text) }
}

fn picture_in_file(given: &GivenPicture) -> PictureInFile<'_> {
    let picture = &given.picture;
    PictureInFile { id: Cow::Borrowed(&picture.id), width: picture.width, height: picture.height, png: given.png.in_base64().into() }
}
