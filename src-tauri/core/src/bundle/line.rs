//! The lines of a bundle behind its head.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::event_line::{EVENT_AT_MOST, EventLine, is_a_number, is_ours, is_tellable, is_within_years};
use super::fault::LineFault;
use crate::vocabulary::{AttachedTextId, IncidentId, PictureId};

/// A line is not longer, in bytes: a body is written as a text within it, in which a sign may take two.
pub const LINE_AT_MOST: u64 = 2 * EVENT_AT_MOST as u64 + 16_384;
/// An attached text is not longer, in bytes: it is taken in up to 2 MiB, and a mark is ten times as long as a letter that it stands for.
pub const TEXT_AT_MOST: u64 = 24 << 20;
/// A picture is not longer, in bytes: 25 million pixels of which none could be packed.
pub const PICTURE_AT_MOST: u64 = 128 << 20;

/// A line of a bundle. They come in the order of these kinds, each kind in an order of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BundleLine {
    /// A jump of a clock.
    Clock(ClockLine),
    /// An event.
    Event(Box<EventLine>),
    /// An attached text, whose bytes follow.
    Text(TextLine),
    /// A picture, whose bytes follow.
    Picture(PictureLine),
}

/// A jump of a device's clock that no event tells: it was found in the times of what an early Sitrep recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockLine {
    /// In the course of which incident.
    pub incident: IncidentId,
    /// Which device.
    pub device: Uuid,
    /// The number of the first event that the device recorded after it.
    pub device_index: i64,
    /// Forward, or back where negative.
    pub millis: i64,
}

/// An attached text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextLine {
    /// Its name.
    pub id: AttachedTextId,
    /// The incident that it belongs to.
    pub incident: IncidentId,
    /// When it was kept: milliseconds, UTC.
    pub kept_at: i64,
    /// How many bytes follow, and after them an end of line.
    pub bytes: u64,
}

/// A picture as PNG, named by the SHA-256 of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureLine {
    /// Its name.
    pub id: PictureId,
    /// How many bytes follow, and after them an end of line.
    pub bytes: u64,
}

impl BundleLine {
    /// Reads a line, without its end.
    ///
    /// # Errors
    /// [`LineFault`] for one that no Sitrep writes.
    pub fn read(line: &[u8]) -> Result<Self, LineFault> {
        let read: Self = serde_json::from_slice(line).map_err(|error| LineFault::Unread(error.to_string()))?;
        read.check()?;
        Ok(read)
    }

    /// Whether Sitrep writes such a line.
    ///
    /// # Errors
    /// [`LineFault`] for one that it does not.
    pub fn check(&self) -> Result<(), LineFault> {
        match self {
            Self::Clock(clock) => clock.check(),
            Self::Event(event) => event.check(),
            Self::Text(text) => text.check(),
            Self::Picture(picture) => check_size(picture.bytes, PICTURE_AT_MOST),
        }
    }
}

impl ClockLine {
    fn check(&self) -> Result<(), LineFault> {
        match () {
            () if !is_ours(self.incident.0) => Err(LineFault::Id),
            () if !is_a_number(self.device_index) => Err(LineFault::Number),
            () if !is_tellable(self.millis) => Err(LineFault::Clock),
            () => Ok(()),
        }
    }
}

impl TextLine {
    fn check(&self) -> Result<(), LineFault> {
        match () {
            () if !is_ours(self.id.0) || !is_ours(self.incident.0) => Err(LineFault::Id),
            () if !is_within_years(self.kept_at) => Err(LineFault::Time),
            () => check_size(self.bytes, TEXT_AT_MOST),
        }
    }
}

fn check_size(bytes: u64, at_most: u64) -> Result<(), LineFault> {
    if bytes > at_most { Err(LineFault::Size) } else { Ok(()) }
}
