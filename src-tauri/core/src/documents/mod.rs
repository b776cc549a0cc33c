//! What is read afterwards: the timeline, the course as a picture, and the review.
//!
//! Start with [`timeline::rows`], from which the review ([`review::paper()`]) is written, too. Always true: a document adds
//! nothing that no event or field says. Not here: what goes out while the incident is going on.

pub mod blameless;
pub mod course;
pub mod review;
pub mod timeline;

mod invitation;
mod issue;
mod principles;

pub use invitation::invitation;
pub use issue::{Tracker, issue};
pub use principles::PRINCIPLES;
pub use timeline::{TimelineKind, TimelineRow};
