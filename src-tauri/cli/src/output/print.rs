//! Printing, and the exit code that goes with it.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;
use serde_json::json;
use sitrep_core::text::{as_printed, words_as_seen};

use super::paint;
use super::refusal::Refusal;

/// Prints `value` as JSON, or the lines `text` gives.
pub fn answer<T: Serialize>(json: bool, value: &T, text: impl FnOnce() -> String) -> Result<(), Refusal> {
    let text = if json { serde_json::to_string(value).map(cleaned).map_err(io::Error::from) } else { Ok(for_people(&text())) };
    text.and_then(|text| line(&text)).map_err(Refusal::Unprinted)
}

fn for_people(text: &str) -> String {
    let text = as_printed(text);
    if paint::is_wanted() { paint::painted(&text) } else { text }
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

/// Hands out a file as it is, to whatever reads it.
pub fn hand_out(file: &[u8]) -> Result<(), Refusal> {
    let mut out = io::stdout().lock();
    out.write_all(file).and_then(|()| out.flush()).map_err(Refusal::Unprinted)
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

/// Says what is wrong with a call: on standard error for people, on standard output as JSON for scripts.
pub fn refuse_usage(told: &str, json: bool) {
    if !json {
        return note(told.trim_end());
    }
    // The first line says what is wrong, the others what would be right.
    let (message, hint) = told.split_once('\n').unwrap_or((told, ""));
    let message = message.strip_prefix("error: ").unwrap_or(message);
    let error = json!({ "error": { "code": "usage", "message": message, "hint": hint.trim() } });
    drop(line(&cleaned(error.to_string())));
}

/// `sitrep timeline | head` ends quietly.
fn broken_pipe(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Unprinted(error) if error.kind() == io::ErrorKind::BrokenPipe)
}
