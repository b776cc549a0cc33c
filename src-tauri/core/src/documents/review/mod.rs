//! The post-incident review (seed: Post-Incident Review Template).
//!
//! Start with [`paper()`], the document; [`offer`] is what the facts offer for a part of it. Always true: a part says what a person
//! wrote, or what is still to be written, and no offer stands in it unless somebody took it. Not here: what was written and by whom
//! (`incident`), and the forms of a paper.

mod course;
mod hints;
mod of;
mod offers;
mod paper;
mod parts;
mod prose;
mod timeline;
mod whys;

pub use course::{CourseInReview, with_course};
pub use hints::{hint, unwritten_sections};
pub use of::{Pictures, ReviewOf};
pub use offers::offer;
pub use paper::paper;
pub use parts::still_to_write;
