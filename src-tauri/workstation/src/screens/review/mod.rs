//! The review while it is written: where it stands, its parts with what is offered and marked, its timeline, whys and ideas.
//!
//! Start with [`screen`](ReviewScreen). Always true: each part comes with the version that was read, which whoever writes it gives
//! back. Not here: the document (`messages`), and writing (`acts`).

mod course;
mod lines;
mod parts;
mod screen;
mod state;
mod versions;
mod whys;

pub use course::CourseView;
pub use lines::ReviewLine;
pub use parts::{BesideView, ReviewPart};
pub use screen::{ReviewIdea, ReviewPrinciple, ReviewScreen, ReviewStatus};
pub use state::ReviewView;
pub(crate) use state::{due_line, review_view};
pub use versions::ReviewVersion;
pub use whys::{ReviewWhy, WhyLink};
