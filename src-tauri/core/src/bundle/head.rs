//! The beginning of a bundle.

use serde::{Deserialize, Serialize};

/// What the first line begins with; a space and the version follow.
pub const MAGIC: &str = "sitrep-bundle";
/// The version of the format that this Sitrep writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// So much of anything is more than any team has; beyond it nothing is counted or kept in memory.
const EVENTS_AT_MOST: u64 = 3_000_000;
const OTHERS_AT_MOST: u64 = 100_000;

/// How much a bundle holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleCounts {
    /// How many incidents.
    pub incidents: u64,
    /// How many jumps of a clock that no event tells.
    pub clocks: u64,
    /// How many events.
    pub events: u64,
    /// How many attached texts.
    pub texts: u64,
    /// How many pictures.
    pub pictures: u64,
}

impl BundleCounts {
    /// Whether a bundle may hold so much.
    #[must_use]
    pub fn are_bounded(&self) -> bool {
        let Self { incidents, clocks, events, texts, pictures } = *self;
        events <= EVENTS_AT_MOST && [incidents, clocks, texts, pictures].iter().all(|count| *count <= OTHERS_AT_MOST)
    }
}

/// What the second line says of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleHead {
    /// Whether its incidents are practice.
    pub practice: bool,
    /// How much it holds.
    pub holds: BundleCounts,
}
