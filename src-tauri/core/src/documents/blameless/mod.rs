//! What a review keeps to (seed: Blameless Culture Principles): what of it names, blames or judges by hindsight, what to ask instead, and
//! whom to thank.
//!
//! Start with [`Reader`], which knows an incident's people; [`marks`] reads what its facts say of cause and end. Always true: it advises,
//! and changes no word by itself. Not here: the rules, which are data (`team`), and their search (`guard`).

mod passages;
mod reader;
mod roles;
mod sections;
mod thanks;

pub use passages::marks;
pub use reader::{BlamelessMark, Reader, marks_in};
pub use sections::marks_in_review;
pub use thanks::{Thanks, thanks};
