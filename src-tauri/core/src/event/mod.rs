//! Events: everything that happens to an incident, appended and never changed.
//!
//! Start with [`Event`] and the kinds in [`EventBody`]. Always true: a change carries old and new, an edit is an event that amends
//! another, and both stay. Ids are given in the order of recording, whatever a clock says, and `order` follows them, so a clock that
//! is set back makes nothing older than what it follows. Not here: what events add up to (`incident`).

mod action_change;
mod alert;
mod body;
mod by_whom;
mod clock_reading;
mod command_run;
mod deed;
mod envelope;
mod order;
mod origin;
mod policy_change;
mod review;
mod runbook;
mod stored;
mod told;
mod update_sent;

pub use action_change::ActionChange;
pub use alert::AlertTaken;
pub use body::EventBody;
pub use clock_reading::ClockReading;
pub use command_run::CommandRun;
pub use deed::is_deed;
pub use envelope::Event;
pub(crate) use order::{OrderEnd, Place, as_recorded, in_order};
pub use origin::Origin;
pub use policy_change::PolicyChange;
pub use review::{ReviewEdit, WhyPlace, WhyWords};
pub use runbook::{RunMove, RunbookBegun};
pub use stored::Stored;
pub use told::shifts;
pub use update_sent::{UpdateHead, UpdateSent};
