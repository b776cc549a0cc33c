//! What a review is written from.

use crate::documents::timeline::TimelineRow;
use crate::incident::Incident;
use crate::team::ReviewSections;

/// What a review is written from.
#[derive(Debug, Clone, Copy)]
pub struct ReviewOf<'a> {
    /// The incident.
    pub incident: &'a Incident,
    /// The lines of its timeline.
    pub timeline: &'a [TimelineRow],
    /// The team's own sections.
    pub sections: &'a ReviewSections,
    /// Who writes it, where nobody said otherwise.
    pub author: &'a str,
    /// What becomes of pictures.
    pub pictures: Pictures,
    /// Whether it is of practice, which whoever gets the document cannot see otherwise.
    pub practice: bool,
}

/// What the document does with pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictures {
    /// Says where there are some: it is pasted somewhere else, and they cannot come along.
    Mentioned,
    /// Shows them.
    Shown,
}
