//! The incident that is there already, which a refused declaration offers.

use serde::Serialize;
use sitrep_core::vocabulary::{Severity, Status};
use ts_rs::TS;

/// An incident that was declared before under the same title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeclaredAlready {
    /// Its handle.
    pub handle: String,
    /// How bad.
    pub severity: Severity,
    /// What is wrong, as it stands there.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// When it was declared: `14:00 UTC`.
    pub declared: String,
    /// To what it could be raised, where the second was declared as worse.
    pub raise_to: Option<Severity>,
}

impl std::fmt::Display for DeclaredAlready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { handle, severity, title, status, declared, raise_to: _ } = self;
        write!(f, "{severity} {title} is there already, {status}, declared at {declared} ({handle})")
    }
}
