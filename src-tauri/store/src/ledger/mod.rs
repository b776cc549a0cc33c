//! The ledger: what happened, appended and never changed but where a person takes words out for good (`redact`), and what is kept
//! beside it so that nobody reads it all.
//!
//! Start with [`append`]: one immediate transaction loads the facts, lets a rule decide on them, inserts the events and moves
//! on what is kept; events of other laptops come in by [`union`]. Five things are kept, and each can be made anew from the events: the
//! summary of each incident ([`incidents`]), its facts ([`facts`]), what figures need of it ([`figures`]), the lines of its timeline
//! ([`lines`]) and where a clock was set ([`jumps`]). Whoever reads events
//! here gets them as their device's clock tells them now. Not here: what any of it means.

mod anew;
mod append;
mod attached_texts;
mod clock;
mod declaring;
mod events;
mod facts;
mod figures;
mod find;
mod handles;
mod ids;
mod incidents;
mod jumps;
mod lines;
#[cfg(test)]
mod plans;
mod redact;
mod repeated;
mod searched;
mod shown_handle;
mod stored;
mod timeline;
mod union;

pub use append::{Appended, OtherIncidents, Standing};
pub use declaring::Declaring;
pub(crate) use events::read_instant;
pub use events::{Changed, NewEvent};
pub use facts::KeptFacts;
pub use handles::Renamed;
pub use incidents::IncidentRow;
pub(crate) use incidents::Numbered;
pub use redact::{Redacted, Redaction};
pub(crate) use searched::Amended;
pub use stored::StoredEvent;
pub use timeline::{TimelineNews, TimelinePart, Untold};
pub(crate) use union::{
    IncidentPart, Incoming, IncomingText, Settles, clocks_of, compare, count_events, each_event, pictures_of, text, texts_of, unite,
};
pub use union::{NewWords, Taken, Union, United, UnitedIncident};
