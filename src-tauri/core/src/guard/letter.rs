//! A letter as it reads, and where it stands in the text itself.

use std::ops::Range;

/// A letter as it reads, and where it stands in the text itself.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    pub(super) reads: char,
    pub(super) place: Range<usize>,
}
