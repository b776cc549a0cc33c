//! What has become of a file that is no database any more.

use super::obstacle::Obstacle;

/// What has become of a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// No bytes at all.
    #[error("is empty (0 bytes)")]
    Empty,
    /// Only bytes that are zero.
    #[error("holds nothing but zeros ({0} bytes)")]
    Zeros(u64),
    /// The end is missing.
    #[error("is cut short: {found} of its {whole} bytes are there")]
    CutShort {
        /// How many bytes there are.
        found: u64,
        /// How many there were.
        whole: u64,
    },
    /// Something else stands where it begins.
    #[error("has lost its beginning: it does not read as a database, though Sitrep's tables are in it")]
    Beginning,
    /// Some of its pages do not read.
    #[error("is damaged")]
    Pages,
    /// The database went without its log.
    #[error("is gone, and only its log is left")]
    LogAlone,
}

/// Why a damaged file stays where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LeftThere {
    /// Whoever has it open would go on writing into it.
    #[error("another program has it open")]
    OpenElsewhere,
    /// The folder does not let go of it.
    #[error("{0}")]
    Immovable(Obstacle),
}
