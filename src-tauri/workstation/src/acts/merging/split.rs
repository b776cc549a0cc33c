//! Splitting off what belongs to an incident of its own.

use chrono::SecondsFormat;
use serde::Serialize;
use sitrep_core::documents::TimelineRow;
use sitrep_core::documents::merging::{Recording, split_off, split_told, taken_off};
use sitrep_core::documents::timeline;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::vocabulary::EventId;
use ts_rs::TS;

use super::record::{KeptTexts, Read, attached, new_event};
use crate::acts::declare::DeclareInput;
use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, MergeRefusal};

/// An incident that was split off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Split {
    /// The new one.
    #[serde(flatten)]
    pub declared: IncidentSummary,
    /// The one that its entries are from.
    pub from: String,
    /// How many entries went along.
    pub entries: u32,
}

impl Workstation {
    /// Splits entries off: an incident is declared that began with the first of them unless something else is said, they are recorded there,
    /// and leave the timeline where they were. Merging it back undoes that.
    ///
    /// # Errors
    /// [`MergeRefusal::NothingChosen`], [`MergeRefusal::NoEntry`], and those of [`Workstation::declare`].
    pub fn split(&self, handle: &str, entries: &[EventId], input: &DeclareInput) -> Result<Split, Error> {
        let from = self.read_whole(handle)?;
        let first = first_of(&from, entries)?;
        let me = self.lock().author()?;
        let going = split_off(from.side(), entries, &me);
        // A text is kept for an incident that is there.
        let (with_text, at_once): (Vec<Recording>, Vec<Recording>) = going.into_iter().partition(|one| attached(one).is_some());
        let none = KeptTexts::new();
        let input = &DeclareInput { started: Some(start_of(input, &first)), ..input.clone() };
        let declared = self.declare_with(input, at_once.into_iter().map(|one| new_event(one, &none)).collect())?;
        let to = self.facts_of(&declared.handle)?;
        let texts = self.keep_texts(&from.incident, &to, &with_text)?;
        self.decide_on_whole(&declared.handle, &texts, |_| with_text)?;
        self.decide_on_whole(&from.incident.handle, &none, |from| {
            taken_off(from, entries).into_iter().chain([split_told(&to, entries.len())]).collect()
        })?;
        let entries = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        Ok(Split { declared, from: from.incident.handle.clone(), entries })
    }
}

/// The first of the chosen entries by time, all of which are there.
fn first_of(from: &Read, chosen: &[EventId]) -> Result<TimelineRow, Error> {
    let rows = timeline::rows(&from.events, &from.incident);
    let is_entry = |id: &EventId| rows.iter().any(|row| row.id == *id && row.editable);
    if let Some(other) = chosen.iter().find(|id| !is_entry(id)) {
        return Err(MergeRefusal::NoEntry(other.0.to_string()).into());
    }
    rows.into_iter().find(|row| chosen.contains(&row.id)).ok_or_else(|| MergeRefusal::NothingChosen.into())
}

fn start_of(input: &DeclareInput, first: &TimelineRow) -> String {
    let at_first = || first.occurred_at.to_rfc3339_opts(SecondsFormat::Millis, true);
    non_blank(input.started.as_deref()).unwrap_or_else(at_first)
}
