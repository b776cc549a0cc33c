//! Why something was not done: what was not done, that nothing was lost, what would work.
//!
//! Start with [`Error`]; its words are beside its kinds. Each kind has one stable code ([`Error::code`]), for scripts and pages.
//! Not here: what was refused to the desktop (clipboard, keys, browser); that is the app's.

mod codes;
mod declared_already;
mod error;
mod help;
mod merge_refusal;
mod postmortem_refusal;
mod problem;
mod reason_needed;
mod review_refusal;
mod team_file_refusal;
mod work_kind;

pub use declared_already::DeclaredAlready;
pub use error::Error;
pub use help::Help;
pub use merge_refusal::MergeRefusal;
pub use postmortem_refusal::PostmortemRefusal;
pub use problem::{Problem, ProblemField};
pub use reason_needed::ReasonNeeded;
pub use review_refusal::ReviewRefusal;
pub use team_file_refusal::TeamFileRefusal;
pub use work_kind::WorkKind;
