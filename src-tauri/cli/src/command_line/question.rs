//! A question at a terminal.

use std::io::{self, BufRead, IsTerminal, Write};

use sitrep_core::text::as_printed;

use super::global::GlobalArgs;
use crate::output::Refusal;

/// Whether somebody sits at a terminal who could answer.
pub fn can_be_asked(global: GlobalArgs) -> bool {
    !global.json && io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Whether somebody says yes at a terminal, once they have seen what it is about; elsewhere nobody could answer.
pub fn is_said_yes(global: GlobalArgs, about: &str, question: &str) -> Result<bool, Refusal> {
    if !can_be_asked(global) {
        return Ok(false);
    }
    write!(io::stderr(), "{}\n{question} [y/N] ", as_printed(about)).map_err(Refusal::Unasked)?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(Refusal::Input)?;
    Ok(matches!(line.trim().to_lowercase().as_str(), "y" | "yes"))
}
