//! What this device and person set.

use rusqlite::{Connection, OptionalExtension, Transaction};
use uuid::Uuid;

use crate::error::StoreError;
use crate::open::Store;

const DEVICE: &str = "device";
/// The setting that names the last time this database was replaced; it is another after each.
pub const RESTORED: &str = "restored";

impl Store {
    /// A setting, if it was ever set.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| get(connection, name))
    }

    /// Sets several settings at once.
    ///
    /// # Errors
    /// [`StoreError`]; none is changed then.
    pub fn set_settings(&mut self, settings: &[(&str, &str)]) -> Result<(), StoreError> {
        self.write(|transaction| settings.iter().try_for_each(|(name, value)| set(transaction, name, value)))
    }
    /// Sets a setting if it is still `before`, and says whether: of several processes one is the first.
    ///
    /// # Errors
    /// [`StoreError`]; it is not changed then.
    pub fn replace_setting(&mut self, name: &str, before: Option<&str>, value: &str) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let unchanged = get(transaction, name)?.as_deref() == before;
            if unchanged {
                set(transaction, name, value)?;
            }
            Ok(unchanged)
        })
    }
}

/// This device's id, made at its first event.
pub(crate) fn device(transaction: &Transaction<'_>) -> Result<String, StoreError> {
    if let Some(device) = get(transaction, DEVICE)? {
        return Ok(device);
    }
    let device = Uuid::new_v4().to_string();
    set(transaction, DEVICE, &device)?;
    Ok(device)
}

/// The next event is the first of another device.
pub(crate) fn forget_device(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("DELETE FROM settings WHERE name = ?1", [DEVICE])?;
    Ok(())
}

pub(crate) fn get(connection: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?)
}

pub(crate) fn set(connection: &Connection, name: &str, value: &str) -> Result<(), StoreError> {
    connection.execute("INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2", [name, value])?;
    Ok(())
}
