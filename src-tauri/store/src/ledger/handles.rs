//! Under which handles incidents are shown once others came.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction, params};
use sitrep_core::text::handle::shown_handles;
use sitrep_core::vocabulary::IncidentId;

use super::ids::read_uuid;
use super::incidents;
use crate::error::StoreError;

/// An incident that is shown under another handle, because another was declared under the one it had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// Before.
    pub from: String,
    /// Since.
    pub to: String,
}

/// What the incidents are called once others came.
#[derive(Debug, Default)]
pub(super) struct Handles {
    /// All of them.
    pub(super) shown: BTreeMap<IncidentId, String>,
    /// Those that are here and are called otherwise then.
    pub(super) renamed: Vec<(IncidentId, Renamed)>,
}

/// What the incidents are called once those came that were declared under these handles.
pub(super) fn with_others(connection: &Connection, others: &BTreeMap<IncidentId, String>) -> Result<Handles, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, declared_as, handle FROM incidents")?;
    let mut rows = statement.query([])?;
    let (mut declared, mut before) = (others.clone(), BTreeMap::new());
    while let Some(row) = rows.next()? {
        let id = IncidentId(read_uuid(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?));
        declared.insert(id, row.get(1)?);
        before.insert(id, row.get::<_, String>(2)?);
    }
    let shown = shown_handles(&declared);
    let renamed = before.into_iter().filter_map(|(id, from)| {
        let to = shown.get(&id).filter(|to| **to != from)?.clone();
        Some((id, Renamed { from, to }))
    });
    Ok(Handles { renamed: renamed.collect(), shown })
}

/// Shows incidents that are here under other handles, with what is kept by them.
pub(super) fn rename(transaction: &Transaction<'_>, renamed: &[(IncidentId, Renamed)]) -> Result<(), StoreError> {
    // One may take a handle that another has until then.
    for (id, _) in renamed {
        let number = incidents::number_of(transaction, *id)?;
        transaction.execute("UPDATE incidents SET handle = ?2 WHERE number = ?1", params![number, id.0.to_string()])?;
    }
    for (id, Renamed { from, to }) in renamed {
        incidents::rename(transaction, incidents::number_of(transaction, *id)?, to)?;
        rename_reminders(transaction, from, to)?;
        rename_drafts(transaction, from, to)?;
    }
    Ok(())
}

/// What was shown of a deadline was shown of it under any handle.
fn rename_reminders(transaction: &Transaction<'_>, from: &str, to: &str) -> Result<(), StoreError> {
    transaction.execute(
        "UPDATE OR IGNORE reminders SET deadline = ?2 || substr(deadline, length(?1) + 1) WHERE deadline >= ?1 || '/' AND deadline < ?1 || '0'",
        [from, to],
    )?;
    Ok(())
}

/// What is typed stays with its incident.
fn rename_drafts(transaction: &Transaction<'_>, from: &str, to: &str) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached("SELECT place FROM drafts WHERE instr(place, ?1)")?;
    let places: Vec<String> = statement.query_map([from], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for place in places {
        let named: Vec<&str> = place.split(':').map(|part| if part == from { to } else { part }).collect();
        transaction.execute("UPDATE OR IGNORE drafts SET place = ?2 WHERE place = ?1", [place.as_str(), &named.join(":")])?;
    }
    Ok(())
}
