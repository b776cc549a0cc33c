//! The ticket of an incident and who is assigned to it (seed: a P3 is for the assigned engineer, via ticket).

use serde::{Deserialize, Serialize};

/// What was noted of the ticket.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ticket {
    /// Its number or link.
    pub number: Option<String>,
    /// Who works on it, as `@name`.
    pub assignee: Option<String>,
}
