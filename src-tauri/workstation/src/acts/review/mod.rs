//! Writing the review: its parts, the marks on its timeline, its whys and ideas, and when it is.
//!
//! Start with [`parts`]. Always true: what somebody wrote is replaced only by who saw it; whoever did not is told, and both texts stay.
//! Not here: the document (`messages`), and marking the review complete (`messages`).

mod ideas;
mod lines;
mod parts;
mod time;
mod whys;

pub use parts::PartInput;
pub use whys::{WhyInput, WhyStep};

use sitrep_core::event::{EventBody, ReviewEdit};
use sitrep_core::vocabulary::EventId;
use sitrep_store::NewEvent;

/// An edit of something that is there.
fn edit_of(id: EventId, edit: ReviewEdit) -> NewEvent {
    NewEvent { occurred_at: None, amends: Some(id), body: EventBody::ReviewEdited(edit) }
}
