//! What of an incident is searched, and how a hit is shown.
//!
//! Start with [`searched_line`]. Always true: what is searched is a line of the timeline, as it reads after what amends it, and all that people wrote behind it;
//! each kind of event says in `texts` what that is. Not here: how words are compared (`text::search`), and the index, which the store keeps.

mod line;
mod review;
mod shown;
mod texts;

pub use line::{SearchedLine, amends_searched, searched_line};
pub use shown::ShownHit;
