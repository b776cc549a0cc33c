//! An event as it is stored, and what of it no Sitrep would have stored.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::{Uuid, Variant};

use super::fault::LineFault;
use super::strange_times::tells_strange_times;
use crate::event::EventBody;
use crate::text::handle::is_handle;
use crate::vocabulary::{AttachedTextId, EventId, IncidentId, PictureId};

/// A body is not longer, in bytes: an act keeps to a megabyte, and a mark is ten times as long as a letter that it stands for.
pub(super) const EVENT_AT_MOST: usize = 12_000_000;
const AUTHOR_AT_MOST: usize = 1_000;
const KIND_AT_MOST: usize = 64;
/// A number that is higher was not counted.
const INDEX_AT_MOST: i64 = 1 << 40;
/// From the year 0 to the year 9999, which every form of a time can write: milliseconds, UTC.
const YEARS: RangeInclusive<i64> = -62_167_219_200_000..=253_402_300_799_999;
/// A clock without a battery begins in 1970, and is set right from there.
const JUMP_AT_MOST: u64 = 100 * 366 * 86_400_000;

/// An event as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventLine {
    /// The incident it belongs to.
    pub incident: IncidentId,
    /// Its id.
    pub id: EventId,
    /// When it happened: milliseconds, UTC.
    pub occurred_at: i64,
    /// When it was recorded, by its device's clock then: milliseconds, UTC.
    pub recorded_at: i64,
    /// Who recorded it.
    pub author: String,
    /// The device it was recorded on.
    pub device: Uuid,
    /// Its number among the events of its device: 1, 2, 3 …
    pub device_index: i64,
    /// The name of its kind.
    pub kind: String,
    /// Of its body's shape.
    pub version: u32,
    /// JSON, as it is stored to the byte.
    pub body: String,
    /// The event that it amends.
    pub amends: Option<EventId>,
}

impl EventLine {
    /// What happened, as far as this Sitrep knows it.
    #[must_use]
    pub fn read_body(&self) -> EventBody {
        EventBody::read(&self.kind, self.version, &self.body)
    }

    /// The handle that it declares an incident under.
    #[must_use]
    pub fn declares(&self) -> Option<String> {
        match (self.kind == "declared").then(|| self.read_body())? {
            EventBody::Declared { handle, .. } => Some(handle),
            _ => None,
        }
    }

    /// The pictures that it names.
    #[must_use]
    pub fn pictures(&self) -> Vec<PictureId> {
        if self.kind == "entry" { self.quoted(|word| PictureId::try_from(word.to_owned()).ok()) } else { Vec::new() }
    }

    /// The attached texts that it names.
    #[must_use]
    pub fn attached_texts(&self) -> Vec<AttachedTextId> {
        let may_name_one = matches!(self.kind.as_str(), "entry" | "runbook_begun");
        let id = |word: &str| Uuid::try_parse(word).ok().filter(|id| id.to_string() == word).map(AttachedTextId);
        if may_name_one { self.quoted(id) } else { Vec::new() }
    }

    fn quoted<T>(&self, name: impl Fn(&str) -> Option<T>) -> Vec<T> {
        self.body.split('"').filter_map(name).collect()
    }

    pub(super) fn check(&self) -> Result<(), LineFault> {
        let ids = [Some(self.id.0), Some(self.incident.0), self.amends.map(|amended| amended.0)];
        match () {
            () if !ids.into_iter().flatten().all(is_ours) => Err(LineFault::Id),
            () if ![self.occurred_at, self.recorded_at].into_iter().all(is_within_years) => Err(LineFault::Time),
            () if !is_a_number(self.device_index) => Err(LineFault::Number),
            () if self.author.is_empty() || self.author.len() > AUTHOR_AT_MOST => Err(LineFault::Author),
            () if self.version == 0 || !is_kind(&self.kind) => Err(LineFault::Kind),
            () if self.body.len() > EVENT_AT_MOST => Err(LineFault::TooLong),
            () => self.check_body(),
        }
    }

    fn check_body(&self) -> Result<(), LineFault> {
        let value: Value = serde_json::from_str(&self.body).map_err(|_| LineFault::Body)?;
        if tells_strange_times(&self.kind, self.version, value) {
            return Err(LineFault::Time);
        }
        match self.kind.as_str() {
            "declared" => self.check_declaration(),
            "clock_set" => self.check_clock(),
            _ => Ok(()),
        }
    }

    fn check_declaration(&self) -> Result<(), LineFault> {
        let handle = self.declares().ok_or(LineFault::Declaration)?;
        if is_handle(&handle) { Ok(()) } else { Err(LineFault::Handle) }
    }

    fn check_clock(&self) -> Result<(), LineFault> {
        match self.read_body() {
            EventBody::ClockSet { millis } if !is_tellable(millis) => Err(LineFault::Clock),
            _ => Ok(()),
        }
    }
}

/// Sitrep gives ids of version 7, whose first part is a time. The last of them leaves room for those that follow.
pub(super) fn is_ours(id: Uuid) -> bool {
    let made_at = i64::try_from(id.as_u128() >> 80).unwrap_or(i64::MAX);
    id.get_version_num() == 7 && id.get_variant() == Variant::RFC4122 && is_within_years(made_at)
}

pub(super) fn is_within_years(millis: i64) -> bool {
    YEARS.contains(&millis)
}

pub(super) fn is_a_number(index: i64) -> bool {
    (1..=INDEX_AT_MOST).contains(&index)
}

/// Whether a clock can have been set by so much.
pub(super) fn is_tellable(jump: i64) -> bool {
    jump.unsigned_abs() <= JUMP_AT_MOST
}

fn is_kind(kind: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !kind.is_empty() && kind.len() <= KIND_AT_MOST && kind.bytes().all(is_letter)
}
