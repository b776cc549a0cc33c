//! Whether words tell of a security matter (seed: Escalation Rules).
//!
//! Start with [`read`]. Always true: what is denied, practised or a name is none, and what is only feared asks a person. Not here: the
//! words, which are data (`team`), and what is done about it (`incident`, the use cases).

mod lookout;
mod matching;
mod standing;
mod tokens;

pub use lookout::{SecurityWords, all, read};
