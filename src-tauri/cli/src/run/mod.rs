//! A command in the person's own terminal, with its output, signals, colours and exit code untouched.
//!
//! Start with [`watch`], of which each kind of system has one. Always true: without lines to keep nothing stands between the command
//! and the terminal; with them every byte goes on before it is looked at. Not here: recording it, which is the verb's.

mod ending;
#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;
mod watched;

pub use ending::{Ending, explain};
#[cfg(not(unix))]
pub use other::{end, watch};
#[cfg(unix)]
pub use unix::{end, watch};
pub use watched::Watched;
