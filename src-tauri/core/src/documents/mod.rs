//! What is read afterwards: the timeline, the course as a picture, the review; and what of it is found again.
//!
//! Start with [`timeline::rows`], from which the review ([`review::paper()`]) is written, too. Always true: a document adds
//! nothing that no event or field says. Not here: what goes out while the incident is going on.

pub mod alike;
pub mod blameless;
pub mod course;
pub mod merging;
pub mod review;
pub mod searched;
pub mod timeline;

mod invitation;
mod issue;
mod principles;

pub use alike::{Trait, shared_words, traits};
pub use invitation::invitation;
pub use issue::{Tracker, issue};
pub use principles::PRINCIPLES;
pub use searched::{SearchedLine, ShownHit, amends_searched, searched_line};
pub use timeline::{TimelineKind, TimelineRow};
