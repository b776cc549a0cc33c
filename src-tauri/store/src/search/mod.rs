//! What was written, found by its words; and incidents that are alike. In a file of its own beside the database, which is made from the ledger.
//!
//! Start with [`SearchIndex`]. Always true: nothing is kept here alone, so that a damaged, old or missing index is made anew, and what the ledger says is never doubted
//! by it ([`Failure`] tells the two apart); an entry waits for nothing here, as the index follows the ledger by positions (`catching_up`), and gives the same
//! answers whatever the steps were in which it did. Not here: how words are compared and what of an event is searched (core), and how a hit is worded.

mod alike;
mod best;
mod catching_up;
mod expression;
mod failure;
mod filter;
mod found;
mod hits;
mod incidents;
mod index;
mod lines;
mod probe;
mod request;
mod rowid;
mod state;

pub use alike::Alike;
pub use found::{FoundIncident, SearchAnswer};
pub use index::SearchIndex;
pub use request::{IncidentState, Known, SearchFilter, SearchRequest};
pub use state::Coverage;
