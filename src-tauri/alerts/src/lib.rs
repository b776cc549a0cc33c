//! Alerts: from the text that monitoring sent and a person pasted, to what alerts it holds.
//!
//! Start with [`read`]; [`gather`] says what a declaration of them would be, [`storm`] whether many of one service came at once,
//! [`parse_link`] reads a `sitrep://declare` link. Always true: what is read is data, so nothing in it is fetched, opened or run; a
//! text is one cleaned and bounded piece, a link is http or https; an onset is what the sender says, never now; what is not certain
//! is left out and said in the notes. Not here: files, a clock, the network, incidents.

mod alert;
mod draft;
mod envelope;
mod error;
mod fields;
mod gather;
mod link;
mod mappings;
mod read;
mod severity;
mod sources;
mod storm;
mod when;
mod words;

pub use alert::{Alert, AlertLink, AlertState, Reading, Source};
pub use error::AlertError;
pub use gather::{Proposal, gather};
pub use link::{LinkFill, parse_link};
pub use mappings::Mappings;
pub use read::{looks_like_alert, read};
pub use sources::DATADOG_PAYLOAD;
pub use storm::{Storm, storm};
