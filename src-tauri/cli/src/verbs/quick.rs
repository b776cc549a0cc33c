//! `sitrep quick`.

use clap::Args;

use crate::command_line::open_app;
use crate::output::Refusal;

/// Open quick entry, as the global hotkey does
#[derive(Debug, Args)]
pub struct QuickArgs {}

pub fn run() -> Result<(), Refusal> {
    open_app(&["quick"])
}
