//! The guard reads an update before it is copied and finds what should not leave: secrets, internals, names, blame, jargon,
//! and claims that nobody has verified.
//!
//! Start with [`Guard::scan`], and for a review with [`Guard::scan_for_review`]. Always true: a search takes time in proportion to the text, whatever the pattern, and nothing
//! leaves the machine. Not here: the rules, which are data (`team`), and what is done about a hit (`messages`).

mod compile;
mod condition;
mod copies;
mod deeds;
mod fold;
mod hit;
mod letter;
mod line_breaks;
mod masking;
mod named_secrets;
mod offers;
mod overlap;
mod people;
mod quoted;
mod reading;
mod review;
mod rule;
mod scan;
mod scope;
mod terms;
mod time_named;
mod wording;

pub use hit::Hit;
pub use masking::{Masked, removed_line};
pub use named_secrets::REMOVED;
pub(crate) use reading::Reading;
pub use review::ReviewHit;
pub use scan::Guard;
pub use scope::Scope;
pub(crate) use wording::shape as fit_sentence;
