//! What comes in, an incident at a time.

use std::collections::{BTreeMap, HashMap};

use sitrep_core::bundle::{ClockLine, EventLine};
use sitrep_core::vocabulary::{AttachedTextId, EventId, IncidentId};

use crate::error::StoreError;
use crate::reasons::BundleRefusal;

/// What comes in of one incident.
#[derive(Debug, Default)]
pub(crate) struct IncidentPart {
    /// The jumps of clocks that no event tells.
    pub(crate) clocks: Vec<ClockLine>,
    /// The events, by their ids; at least one.
    pub(crate) events: Vec<EventLine>,
}

/// An attached text that comes in.
#[derive(Debug)]
pub(crate) struct IncomingText {
    pub(crate) id: AttachedTextId,
    pub(crate) incident: IncidentId,
    /// When it was kept: milliseconds, UTC.
    pub(crate) kept_at: i64,
    pub(crate) text: String,
}

/// What comes in, which was read through before: each of its lines is one that Sitrep writes, and they do not contradict each other.
pub(crate) trait Incoming {
    /// The incidents, each once.
    fn each_incident(&self, take: &mut dyn FnMut(IncidentPart) -> Result<(), StoreError>) -> Result<(), StoreError>;
    /// The attached texts, each once.
    fn each_text(&self, take: &mut dyn FnMut(IncomingText) -> Result<(), StoreError>) -> Result<(), StoreError>;
    /// The handles that it declares incidents under.
    fn declared(&self) -> &BTreeMap<IncidentId, String>;
    /// The events that its events amend, and of which incident these are.
    fn amended(&self) -> &HashMap<EventId, IncidentId>;
    /// The events that name its attached texts.
    fn names_of_texts(&self) -> &HashMap<AttachedTextId, EventId>;
    /// Why all of it is refused, said of where it came from.
    fn refused(&self, why: BundleRefusal) -> StoreError;
}
