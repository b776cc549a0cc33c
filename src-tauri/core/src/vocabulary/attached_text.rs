//! Texts that are too long for an entry. They are kept beside it; the entry names one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Names an attached text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct AttachedTextId(pub Uuid);

/// A text that goes with an entry, as it was when it was attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachedText {
    /// Its name in the data.
    pub id: AttachedTextId,
    /// What it is called: `dump.txt`.
    pub name: String,
    /// How many lines it has.
    pub lines: u32,
}
