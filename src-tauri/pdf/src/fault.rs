//! Why there is no PDF.

use sitrep_core::paper::{PrintNote, PrintRefusal};

/// Why there is no PDF, and what was said of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct Fault {
    /// Why.
    pub reason: PrintRefusal,
    /// The same in words, for who looks into it.
    pub detail: String,
}

impl Fault {
    /// A fault for this reason.
    pub fn new(reason: PrintRefusal, detail: impl ToString) -> Self {
        Self { reason, detail: detail.to_string() }
    }
}

impl From<Fault> for PrintNote {
    fn from(fault: Fault) -> Self {
        Self::Refused { reason: fault.reason, detail: fault.detail }
    }
}
