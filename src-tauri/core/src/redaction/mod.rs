//! A redacted copy: what becomes what in words that are handed on, and whether any of it still stands there.
//!
//! Start with [`Redaction::of`], which gathers from an incident what may have to go, and [`Redaction::still_in`], which reads a finished copy
//! byte by byte. Always true: a person is the same words everywhere, a secret is never left, and words are found however they are
//! written, as the guard reads them. Not here: which documents there are, the files of pictures, and taking words out of what is
//! kept (`text::Redactor`, the store).

mod check;
mod choices;
mod customers;
mod finder;
mod found;
mod gather;
mod item;
mod json;
mod kind;
mod names;
mod paper;
mod pdf_words;
mod people;
mod readings;
mod redact;
mod roles;
mod source;
mod unpack;

pub use check::{CopyForm, StillThere};
pub use choices::{ChoiceRefusal, OtherWord, RedactionChoices};
pub use item::RedactionItem;
pub use kind::RedactionKind;
pub use redact::Redaction;
pub use source::RedactionSource;
