//! Where something was recorded first that came from another incident.

use serde::{Deserialize, Serialize};

use crate::vocabulary::{EventId, IncidentId};

/// The event of another incident that one repeats, as that was merged into this one, or as this one was split from that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The other incident.
    pub incident: IncidentId,
    /// Its handle, so that it can be told where that incident is not at hand.
    pub handle: String,
    /// The event; of a line about the other incident as a whole, the id of that incident.
    pub event: EventId,
    /// Who recorded it there.
    pub author: String,
}
