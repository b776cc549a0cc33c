//! What is longer than the screen is read in the person's pager.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};

use serde::Serialize;
use sitrep_core::text::as_printed;

use super::paint;
use super::print::answer;
use super::refusal::Refusal;

/// Prints `value` as JSON, or the lines `text` gives; on a terminal, a screenful at a time.
pub fn answer_long<T: Serialize>(json: bool, value: &T, text: impl FnOnce() -> String) -> Result<(), Refusal> {
    if json || !io::stdout().is_terminal() {
        return answer(json, value, text);
    }
    let text = text();
    let cleaned = as_printed(&text);
    let page = if paint::is_wanted() { paint::painted(&cleaned) } else { cleaned };
    if page.lines().count() < screen_lines() || !is_paged(&page) { answer(json, value, || text) } else { Ok(()) }
}

/// Whether a pager took it. What it did with it is its own affair: a person who leaves it early has read enough.
fn is_paged(page: &str) -> bool {
    let named = env::var("PAGER").unwrap_or_default();
    let words = shlex::split(&named).filter(|words| !words.is_empty()).unwrap_or_else(|| vec!["less".to_owned()]);
    let Some((program, arguments)) = words.split_first() else { return false };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    let Ok(mut pager) = command.spawn() else { return false };
    if let Some(mut input) = pager.stdin.take() {
        drop(input.write_all(page.as_bytes()).and_then(|()| input.write_all(b"\n")));
    }
    pager.wait().is_ok()
}

/// How many lines the terminal shows; many where it does not say.
fn screen_lines() -> usize {
    #[cfg(unix)]
    let rows = rustix::termios::tcgetwinsize(io::stdout()).map_or(0, |size| usize::from(size.ws_row));
    #[cfg(not(unix))]
    let rows = 0;
    if rows == 0 { usize::MAX } else { rows }
}
