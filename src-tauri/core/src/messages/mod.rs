//! Messages: from an incident to the text that is pasted into a channel (seed: Communication Templates).
//!
//! Start with [`compose`]: it fills a [`Template`] into a [`Document`] of lines; [`Document::write`] gives it a channel's form.
//! Always true: what a person typed is never read as markup (`document`), and each form escapes it once (`escape`). A field is what
//! a person typed, else what that person wrote in the last update, else the facts; what is still unknown says so in words that
//! are true. Not here: which updates exist (`vocabulary`), what must not leave (`guard`).

mod built_in;
mod commander;
mod compose;
mod difference;
mod document;
mod edits;
mod engine;
mod escape;
mod facts;
mod fields;
mod forms;
mod guard_findings;
mod in_short;
mod limits;
mod markup;
mod one_line;
mod recent;
mod render;
mod replacement;
mod suggestions;
mod template;
mod template_error;
mod template_set;
mod variables;
mod verbatim;

pub use commander::CommanderSaid;
pub use compose::{Message, compose, variable_values};
pub use difference::{DifferenceKind, DifferencePart, difference};
pub use document::Document;
pub use edits::MessageEdits;
pub(crate) use escape::escape_literally;
pub use fields::Field;
pub use forms::{Look, Piece, Written};
pub use guard_findings::{Fix, GuardFinding, guard_message};
pub use limits::{Length, length};
pub use recent::{Act, Recent};
pub use replacement::Replacement;
pub use template::Template;
pub use template_error::TemplateError;
pub use template_set::{TEMPLATE_ENDING, TemplateSet};
pub use variables::VARIABLES;
pub(crate) use verbatim::{Verbatim, VerbatimKind, verbatim_parts};
