//! What can be wrong with a message that is about to leave.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to do about a hit, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HitGroup {
    /// It opens a door: a key, a password, a session.
    Secret,
    /// It shows customers how the team's systems are built or tracked.
    Internal,
    /// It names a person to customers.
    Person,
    /// It blames.
    Blame,
    /// It claims what nobody has verified.
    Claim,
    /// Customers do not know the word.
    Jargon,
    /// It does not say when the next update comes.
    NextUpdate,
}
