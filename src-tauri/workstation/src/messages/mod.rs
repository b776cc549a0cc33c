//! Updates and other messages: composed from the facts, looked over, copied, and kept as they were sent.
//!
//! Start with `compose`, then `sending`. Always true: a message is on the clipboard before it is recorded as sent, and what the guard
//! finds in it goes out only when a person says so.
//! Not here: how a template is filled and written in a form (`sitrep_core`), and the clipboard itself (the doors).

mod blameless;
mod compose;
mod draft;
mod fill;
mod guard_findings;
mod ledger;
mod mend;
mod redact;
mod review;
mod review_end;
mod sending;
mod templates;

pub use blameless::BlamelessAdvice;
pub use compose::{ComposedField, ComposedUpdate};
pub use draft::ComposeInput;
pub use guard_findings::{FieldWords, FoundView, describe_briefly};
pub use ledger::{LedgerState, UpdateLedgerRow};
pub use redact::RedactionDone;
pub use review::SavedReview;
pub use sending::{CopiedUpdate, ReadyUpdate};
pub use templates::{TemplateChoice, TemplateView};
