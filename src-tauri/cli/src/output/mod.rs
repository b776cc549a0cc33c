//! What is printed: answers and refusals, for people and, with `--json`, for scripts.
//!
//! Start with [`answer`]. Always true: a script finds one JSON object or array on standard output, whatever became of its call,
//! and the exit code says the same as the words. Not here: what an answer says; that stands with its verb.

mod doubt;
mod help;
mod lines;
mod pager;
mod paint;
mod print;
mod refusal;
mod table;

pub use doubt::in_doubt;
pub use help::help_in_words;
pub use lines::{bracketed, counted, joined, numbered, stated};
pub use pager::answer_long;
pub use print::{answer, hand_out, note, refuse, refuse_usage};
pub use refusal::Refusal;
pub use table::{shortened, table};
