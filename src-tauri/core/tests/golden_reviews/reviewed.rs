//! The review of a scripted incident, as it is printed in each form.

use sitrep_core::documents::review::{Pictures, ReviewOf, paper};
use sitrep_core::paper::Paper;
use sitrep_core::team::ReviewSections;

use crate::support::{Story, at};

/// A week after it began.
pub fn reviewed(name: &str, story: &Story) -> Paper {
    let (incident, rows, sections) = (story.fold().expect("it is declared"), story.rows(), ReviewSections::default());
    let (author, pictures, practice) = ("@ana", Pictures::Mentioned, name == "practice");
    let of = ReviewOf { incident: &incident, timeline: &rows, sections: &sections, author, pictures, practice };
    paper(&of, at(7 * 24 * 60))
}
