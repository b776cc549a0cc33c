//! Events of other laptops, brought together with those that are here.
//!
//! Start with [`unite`]; [`compare`] says what it would do. Always true: the result is that of the set of events, so
//! twice is once and no order of arrival matters; an event is the same to the byte on each laptop, but for words that were taken out on one of them,
//! which stay out; what contradicts what is here is refused whole. Not here: the file that they come in (`bundles`).

mod clocks;
mod compare;
mod incoming;
mod judge;
mod outgoing;
mod stored;
mod texts;
mod unite;
mod words;

pub(crate) use compare::compare;
pub use compare::{NewWords, Union, UnitedIncident};
pub(crate) use incoming::{IncidentPart, Incoming, IncomingText};
pub(crate) use outgoing::{clocks_of, count_events, each_event, pictures_of, text, texts_of};
pub(crate) use unite::{Settles, unite};
pub use unite::{Taken, United};
