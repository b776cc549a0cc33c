//! The clipboard from a process that is about to end.
//!
//! On X11 and Wayland a copied text lives only as long as the process that offers it. So a child of this program stays
//! behind with the text until something else is copied.

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Command, ExitCode, Stdio};

use crate::output::Refusal;

const HOLD: &str = "__hold-clipboard";
const READY: &str = "ready";

/// Puts `text` on the clipboard; it is there when this returns.
pub fn copy(text: &str) -> Result<(), Refusal> {
    if cfg!(target_os = "linux") { hand_over(text).map_err(Refusal::Clipboard) } else { offer(text).map_err(Refusal::Clipboard) }
}

fn hand_over(text: &str) -> Result<(), String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let mut child = Command::new(program)
        .arg(HOLD)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    if let Some(mut pipe) = child.stdin.take() {
        pipe.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
    }
    let mut said = String::new();
    if let Some(pipe) = child.stdout.take() {
        BufReader::new(pipe).read_line(&mut said).map_err(|error| error.to_string())?;
    }
    match said.trim() {
        READY => Ok(()),
        "" => Err("there is no clipboard here".to_owned()),
        why => Err(why.to_owned()),
    }
}

/// When this process is the child that holds the clipboard, does that and says so.
pub fn hold_if_asked() -> Option<ExitCode> {
    if env::args_os().nth(1)? != HOLD {
        return None;
    }
    Some(match hold() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // The parent reads this line; if it is gone, nobody is left to tell.
            drop(writeln!(io::stdout(), "{why}"));
            ExitCode::FAILURE
        }
    })
}

/// Offers the text until something else is copied; the parent is told just before the wait begins.
#[cfg(target_os = "linux")]
fn hold() -> Result<(), String> {
    use arboard::SetExtLinux;

    let mut text = String::new();
    io::stdin().read_to_string(&mut text).map_err(|error| error.to_string())?;
    let mut clipboard = arboard::Clipboard::new().map_err(|error| error.to_string())?;
    clipboard.set_text(text.clone()).map_err(|error| error.to_string())?;
    writeln!(io::stdout(), "{READY}").map_err(|error| error.to_string())?;
    clipboard.set().wait().text(text).map_err(|error| error.to_string())
}

#[cfg(not(target_os = "linux"))]
fn hold() -> Result<(), String> {
    Ok(())
}

fn offer(text: &str) -> Result<(), String> {
    let mut clipboard = arboard::Clipboard::new().map_err(|error| error.to_string())?;
    clipboard.set_text(text.to_owned()).map_err(|error| error.to_string())
}
