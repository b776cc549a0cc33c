//! From a block of code to a command, if it is one.

use crate::model::{BlockKind, Command};

use super::alternatives::alternatives;
use super::console::session;
use super::language::{Tongue, tongue};
use super::looks::block_looks_like_a_command;

/// What a block of code is. `line` is that of its first letter.
#[must_use]
pub fn read_code(language: String, text: String, line: u32) -> BlockKind {
    let tongue = tongue(&language);
    let shown = if tongue == Tongue::File { None } else { session(&text, &language) };
    let is_command = match tongue {
        Tongue::File => false,
        Tongue::Unsaid => shown.is_some() || block_looks_like_a_command(&text),
        _ => !text.trim().is_empty(),
    };
    if !is_command {
        return BlockKind::Code { language, text };
    }
    let console = shown.is_some();
    let first = line.saturating_add(shown.as_ref().map_or(0, |shown| u32::try_from(shown.first).unwrap_or(u32::MAX)));
    let (typed, printed) = shown.map_or_else(|| (text.clone(), String::new()), |shown| (shown.typed, shown.printed));
    let output = Some(printed.trim_end().to_owned()).filter(|printed| !printed.trim().is_empty());
    BlockKind::Command(Command { alternatives: alternatives(&typed, first), language, line: first, text, console, output })
}
