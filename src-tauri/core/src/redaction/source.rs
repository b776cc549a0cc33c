//! What a redaction is gathered from.

use crate::event::Event;
use crate::incident::Incident;

/// What a redaction is gathered from.
#[derive(Debug, Clone, Copy)]
pub struct RedactionSource<'a> {
    /// The facts.
    pub incident: &'a Incident,
    /// All of its events.
    pub events: &'a [Event],
    /// What is kept beside them: attached texts, the names of files.
    pub texts: &'a [String],
}
