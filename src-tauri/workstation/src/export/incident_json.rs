//! A whole incident as one value of JSON, from which it can be taken in again.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::value::RawValue;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::vocabulary::{AttachedTextId, EventId, IncidentId, PictureId};
use sitrep_store::StoredEvent;

use super::material::Material;

const VERSION: u32 = 1;

/// The file.
#[derive(Serialize)]
struct IncidentFile<'a> {
    sitrep: &'static str,
    version: u32,
    /// Whether words in it are others than were recorded.
    redacted: bool,
    incident: &'a IncidentSummary,
    events: Vec<EventLine<'a>>,
    texts: Vec<TextLine<'a>>,
    pictures: Vec<PictureLine<'a>>,
}

/// An event as it is stored. The body stays the same to the byte.
#[derive(Serialize)]
struct EventLine<'a> {
    id: EventId,
    incident: IncidentId,
    occurred_at: DateTime<Utc>,
    recorded_at: DateTime<Utc>,
    author: &'a str,
    device: &'a str,
    device_index: i64,
    kind: &'a str,
    version: u32,
    body: Option<&'a RawValue>,
    amends: Option<EventId>,
}

#[derive(Serialize)]
struct TextLine<'a> {
    id: AttachedTextId,
    name: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct PictureLine<'a> {
    id: &'a PictureId,
    width: u32,
    height: u32,
    png: String,
}

impl Material {
    /// The file's text.
    pub(super) fn json(&self, redacted: bool) -> serde_json::Result<String> {
        let file = IncidentFile {
            sitrep: "incident",
            version: VERSION,
            redacted,
            incident: &self.summary,
            events: self.stored.iter().map(event_line).collect::<Result<_, _>>()?,
            texts: self.texts.iter().map(|kept| TextLine { id: kept.attached.id, name: &kept.attached.name, text: &kept.text }).collect(),
            pictures: self
                .pictures
                .iter()
                .map(|given| PictureLine {
                    id: &given.picture.id,
                    width: given.picture.width,
                    height: given.picture.height,
                    png: given.png.in_base64(),
                })
                .collect(),
        };
        Ok(format!("{}\n", serde_json::to_string(&file)?))
    }
}

fn event_line(event: &StoredEvent) -> serde_json::Result<EventLine<'_>> {
    let at = |millis| DateTime::from_timestamp_millis(millis).unwrap_or_default();
    Ok(EventLine {
        id: event.id,
        incident: event.incident,
        occurred_at: at(event.occurred_at),
        recorded_at: at(event.recorded_at),
        author: &event.author,
        device: &event.device,
        device_index: event.device_index,
        kind: &event.stored.kind,
        version: event.stored.version,
        body: serde_json::from_str(&event.stored.body)?,
        amends: event.amends,
    })
}
