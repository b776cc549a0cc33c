//! Running a command as a shell would: signals, job control, and how it ended.
//!
//! Start with [`watch`], which chooses among `plain`, `piped` and `pty`. Always true: the command is waited for by its id alone, and
//! what it leaves running in the background is not waited for.

mod child;
mod outlet;
mod piped;
mod plain;
mod pty;
mod signals;
mod tail;
mod terminal;
mod waiting;
mod watch;

pub use watch::{end, watch};
