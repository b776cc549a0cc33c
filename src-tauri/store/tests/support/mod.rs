#![allow(dead_code, reason = "each test file uses its own part")]
//! A data folder with an incident in it.

use std::error::Error;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::Severity;
use sitrep_store::{Store, StoreError};

pub mod bundle;
pub mod child;
pub mod story;

pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_795_442_400_123).unwrap_or_default()
}

pub fn declare(store: &mut Store, handle: &str) -> std::result::Result<Arc<Incident>, StoreError> {
    let declared = store.declare("@ana", now(), |_| {
        let declared = EventBody::Declared {
            handle: handle.into(),
            title: "Payments failing".into(),
            severity: Severity::P1,
            assessed: None,
            started_at: now(),
            security: None,
            services: vec![],
        };
        Ok::<_, StoreError>(vec![declared.into()])
    })?;
    Ok(declared.facts.incident)
}

pub fn mode(path: &Path) -> Result<u32> {
    Ok(fs::metadata(path)?.permissions().mode() & 0o777)
}
