//! A bundle that was read through.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::path::{Path, PathBuf};

use sitrep_core::bundle::{BundleCounts, BundleLine, PictureLine, TextLine};
use sitrep_core::vocabulary::{AttachedTextId, EventId, IncidentId, PictureId};

use super::check::Checked;
use super::lines::{Lines, Place};
use crate::error::StoreError;
use crate::ledger::{IncidentPart, Incoming, IncomingText};
use crate::reasons::BundleRefusal;

/// What becomes of a picture and its bytes.
type TakesPicture<'a> = dyn FnMut(&PictureId, &[u8]) -> Result<(), StoreError> + 'a;

/// A bundle that was read through: what it holds can be taken in, if it does not contradict what is here.
#[derive(Debug)]
pub struct Bundle {
    pub(super) file: File,
    pub(super) name: PathBuf,
    pub(super) data: PathBuf,
    /// Where its lines end.
    pub(super) end: u64,
    pub(super) holds: BundleCounts,
    pub(super) checked: Checked,
}

impl Bundle {
    /// How much it holds.
    #[must_use]
    pub fn holds(&self) -> BundleCounts {
        self.holds
    }

    /// The data folder that it was copied into.
    pub(super) fn data(&self) -> &Path {
        &self.data
    }

    /// Its pictures with their bytes, one at a time.
    pub(super) fn each_picture(&self, take: &mut TakesPicture<'_>) -> Result<(), StoreError> {
        let mut lines = self.lines(self.checked.pictures)?;
        for _ in 0..self.holds.pictures {
            let BundleLine::Picture(PictureLine { id, bytes }) = self.next(&mut lines)? else { continue };
            take(&id, &lines.bytes(bytes).map_err(|why| self.refused(why))?)?;
        }
        Ok(())
    }

    fn lines(&self, from: Place) -> Result<Lines<'_>, StoreError> {
        Lines::from(&self.file, from, self.end).map_err(|why| self.refused(why))
    }

    fn next(&self, lines: &mut Lines<'_>) -> Result<BundleLine, StoreError> {
        lines.next_line().map_err(|why| self.refused(why))
    }
}

impl Incoming for Bundle {
    fn each_incident(&self, take: &mut dyn FnMut(IncidentPart) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let mut lines = self.lines(self.checked.events)?;
        let mut part = IncidentPart::default();
        for _ in 0..self.holds.events {
            let BundleLine::Event(event) = self.next(&mut lines)? else { continue };
            if part.events.first().is_some_and(|first| first.incident != event.incident) {
                take(self.with_clocks(std::mem::take(&mut part)))?;
            }
            part.events.push(*event);
        }
        if part.events.is_empty() { Ok(()) } else { take(self.with_clocks(part)) }
    }

    fn each_text(&self, take: &mut dyn FnMut(IncomingText) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let mut lines = self.lines(self.checked.texts)?;
        for _ in 0..self.holds.texts {
            let BundleLine::Text(TextLine { id, incident, kept_at, bytes }) = self.next(&mut lines)? else { continue };
            let text = String::from_utf8_lossy(&lines.bytes(bytes).map_err(|why| self.refused(why))?).into_owned();
            take(IncomingText { id, incident, kept_at, text })?;
        }
        Ok(())
    }

    fn declared(&self) -> &BTreeMap<IncidentId, String> {
        &self.checked.declared
    }

    fn amended(&self) -> &HashMap<EventId, IncidentId> {
        &self.checked.amended
    }

    fn names_of_texts(&self) -> &HashMap<AttachedTextId, EventId> {
        &self.checked.names_of_texts
    }

    fn refused(&self, why: BundleRefusal) -> StoreError {
        StoreError::Bundle { file: self.name.clone(), why }
    }
}

impl Bundle {
    fn with_clocks(&self, part: IncidentPart) -> IncidentPart {
        let clocks = part.events.first().and_then(|event| self.checked.clocks.get(&event.incident)).cloned().unwrap_or_default();
        IncidentPart { clocks, ..part }
    }
}
