//! A whole incident as one value of JSON: for scripts, and to be taken in again.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::line::ClockLine;
use crate::vocabulary::{AttachedTextId, EventId, IncidentId, PictureId};

/// What `sitrep` says in such a file.
pub const INCIDENT_FILE: &str = "incident";
/// The version that this Sitrep writes, and the newest that it reads.
pub const INCIDENT_FILE_VERSION: u32 = 1;

/// The file; `S` is what it says of the incident for those who only want to know how it stands.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncidentFile<'a, S> {
    /// [`INCIDENT_FILE`].
    pub sitrep: Cow<'a, str>,
    /// [`INCIDENT_FILE_VERSION`].
    pub version: u32,
    /// Whether words in it are others than were recorded.
    pub redacted: bool,
    /// Whether it is of practice; a file that says nothing of it is not.
    #[serde(default)]
    pub practice: bool,
    /// How the incident stands. All of that follows from its events, and is not read.
    pub incident: S,
    /// Jumps of clocks that no event tells.
    #[serde(default)]
    pub clocks: Vec<ClockLine>,
    /// Its events.
    pub events: Vec<EventInFile<'a>>,
    /// The texts that its events name.
    pub texts: Vec<TextInFile<'a>>,
    /// The pictures that its events name, as far as they are there.
    pub pictures: Vec<PictureInFile<'a>>,
    /// The SHA-256 of [`IncidentFile::sealed`]; a file without one is whole only as far as it reads.
    #[serde(default)]
    pub sha256: Option<String>,
}

/// An event as it is stored. The body stays the same to the byte.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventInFile<'a> {
    /// Its id.
    pub id: EventId,
    /// The incident it belongs to.
    pub incident: IncidentId,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// When it was recorded, by its device's clock then.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it.
    pub author: Cow<'a, str>,
    /// The device it was recorded on.
    pub device: Cow<'a, str>,
    /// Its number among the events of its device.
    pub device_index: i64,
    /// The name of its kind.
    pub kind: Cow<'a, str>,
    /// Of its body's shape.
    pub version: u32,
    /// The body.
    pub body: Cow<'a, RawValue>,
    /// The event that it amends.
    pub amends: Option<EventId>,
}

/// An attached text. When it was kept is told by its id.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextInFile<'a> {
    /// Its id.
    pub id: AttachedTextId,
    /// What it is called.
    pub name: Cow<'a, str>,
    /// What it says.
    pub text: Cow<'a, str>,
}

/// A picture.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureInFile<'a> {
    /// The SHA-256 of its bytes.
    pub id: Cow<'a, PictureId>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The bytes, in base64.
    pub png: Cow<'a, str>,
}

impl<S> IncidentFile<'_, S> {
    /// All of it that is taken in, as one value that is the same however the file was laid out.
    #[must_use]
    pub fn sealed(&self) -> impl Serialize + '_ {
        (self.redacted, self.practice, &self.clocks, &self.events, &self.texts, &self.pictures)
    }
}
