//! What the words of a text tell: a security matter (seed: Escalation Rules), or how bad it is (seed: Severity Levels, Examples).
//!
//! Start with [`security::read`]. Always true: what is denied, practised or a name tells nothing, and what is only feared is for a
//! person to say. Not here: the words, which are data (`team`), and what is done about it (`incident`, the use cases).

pub mod security;
pub mod severity;

mod matching;
mod standing;
mod tokens;

pub use security::SecurityWords;
pub use severity::SeverityWords;
