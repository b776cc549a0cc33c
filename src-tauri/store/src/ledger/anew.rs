//! What is kept of an incident, made anew from its events: after some of them were rewritten, and after others came that are not the newest.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::Transaction;
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::IncidentId;

use super::events;
use super::facts::{self, KeptFacts};
use super::handles;
use super::incidents;
use super::shown_handle::handle_of;
use super::{jumps, lines};
use crate::error::StoreError;

/// Makes jumps, lines, facts and summary anew, and gives the facts. When a person last touched the incident stays as it is.
pub(super) fn keep_anew(transaction: &Transaction<'_>, id: IncidentId) -> Result<Arc<Incident>, StoreError> {
    let number = incidents::number_of(transaction, id)?;
    for placed in events::of_kind(transaction, id, "clock_set")? {
        jumps::keep(transaction, number, placed.device_index, &placed.event)?;
    }
    let all = events::after(transaction, id, 0)?;
    lines::write_anew(transaction, number, &all)?;
    let position = all.iter().map(|placed| placed.position).max().unwrap_or_default();
    let events: Vec<_> = all.into_iter().map(|placed| placed.event).collect();
    let folded = Incident::fold(&events).ok_or(StoreError::UnknownIncident)?;
    follow_declaration(transaction, id, &folded.declared_as)?;
    let incident = Arc::new(folded.shown_as(handle_of(transaction, id)?));
    facts::save(transaction, number, &KeptFacts { incident: Arc::clone(&incident), position })?;
    incidents::save(transaction, number, &incident, None)?;
    Ok(incident)
}

/// Words that were taken out of the declaration stand in the handle no more, either.
fn follow_declaration(transaction: &Transaction<'_>, id: IncidentId, declared_as: &str) -> Result<(), StoreError> {
    if !incidents::declare_as(transaction, id, declared_as)? {
        return Ok(());
    }
    let renamed = handles::with_others(transaction, &BTreeMap::new())?.renamed;
    handles::rename(transaction, &renamed)?;
    renamed.iter().filter(|(other, _)| *other != id).try_for_each(|(other, _)| keep_anew(transaction, *other).map(|_| ()))
}
