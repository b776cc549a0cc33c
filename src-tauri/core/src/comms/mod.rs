//! Updates and other messages, written from the incident (seed: Communication Templates).

mod compose;
mod difference;
mod document;
mod escape;
mod facts;
mod fields;
mod forms;
mod guarded;
mod render;
mod replacement;
mod template;

pub use compose::{Asked, Message, compose, variables};
pub use difference::{Change, Changed, difference};
pub use document::Document;
pub(crate) use escape::escaped;
pub use facts::VARIABLES;
pub use fields::Field;
pub use forms::{Look, Piece, Written};
pub use guarded::{Fix, Found, guarded};
pub use replacement::Replacement;
pub use template::{TEMPLATE_ENDING, Template, TemplateError, TemplateSet};
