//! Printing, and the exit code that goes with it.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;
use serde_json::json;
use sitrep_core::text::{as_printed, words_as_seen};

use super::refusal::Refusal;

/// Prints `value` as JSON, or the lines `text` gives.
pub fn answer<T: Serialize>(json: bool, value: &T, text: impl FnOnce() -> String) -> Result<(), Refusal> {
    let text = if json { serde_json::to_string(value).map(cleaned).map_err(io::Error::from) } else { Ok(as_printed(&text())) };
    text.and_then(|text| line(&text)).map_err(Refusal::Unprinted)
}

/// JSON whose words are as a person sees them: a script may print them on a terminal.
fn cleaned(json: String) -> String {
    words_as_seen(&json).into_owned()
}

/// Prints one line and sees it out before it returns.
fn line(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}

/// Says something beside the answer, on standard error. Nothing waits for it: what is to be done is done without it, too.
pub fn note(text: &str) {
    drop(writeln!(io::stderr(), "{}", as_printed(text)));
}

/// Prints a refusal: on standard error for people, on standard output as JSON for scripts.
pub fn refuse(refusal: &Refusal, json: bool) -> ExitCode {
    if broken_pipe(refusal) {
        return ExitCode::SUCCESS;
    }
    // When even the refusal cannot be printed, the exit code still tells.
    if json {
        let error = json!({ "error": { "code": refusal.code(), "message": refusal.to_string(), "hint": refusal.hint() } });
        drop(line(&cleaned(error.to_string())));
    } else {
        note(&format!("{refusal}\n{}", refusal.hint()));
    }
    ExitCode::from(refusal.exit_code())
}

/// `sitrep timeline | head` ends quietly.
fn broken_pipe(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Unprinted(error) if error.kind() == io::ErrorKind::BrokenPipe)
}
