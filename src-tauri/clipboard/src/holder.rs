//! The process that keeps a copied text after its owner has ended.

use std::env;
use std::process::ExitCode;

use crate::{ClipboardError, Copied};

/// The word by which this program is started to hold the clipboard.
const HOLD: &str = "__hold-clipboard";
const READY: &str = "ready";

/// When this process is the one that holds the clipboard, does that, and says how it ended.
#[must_use]
pub fn hold_if_asked() -> Option<ExitCode> {
    if env::args_os().nth(1)? != HOLD {
        return None;
    }
    Some(match hold() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&why.to_string());
            ExitCode::FAILURE
        }
    })
}

/// Starts the process that keeps it; it is on the clipboard when this returns.
///
/// # Errors
/// [`ClipboardError`]; nothing was copied then.
#[cfg(target_os = "linux")]
pub fn hand_over(copied: &Copied) -> Result<(), ClipboardError> {
    use std::io::{BufRead, BufReader};
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};

    // In the root folder, so that it keeps no disk from being unmounted; in a group of its own, so that a script's Ctrl+C
    // does not end it.
    let mut child = Command::new(env::current_exe()?)
        .arg(HOLD)
        .current_dir("/")
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(pipe) = child.stdin.take() {
        serde_json::to_writer(pipe, copied).map_err(std::io::Error::from)?;
    }
    let mut said = String::new();
    if let Some(pipe) = child.stdout.take() {
        BufReader::new(pipe).read_line(&mut said)?;
    }
    match said.trim() {
        READY => Ok(()),
        "" => Err(ClipboardError::Holder("there is no clipboard here".to_owned())),
        why => Err(ClipboardError::Holder(why.to_owned())),
    }
}

/// Elsewhere the system itself keeps what was copied.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub fn hand_over(_copied: &Copied) -> Result<(), ClipboardError> {
    Ok(())
}

/// Offers it until something else is copied or the display goes away. Its starter is told when it can be pasted.
#[cfg(target_os = "linux")]
fn hold() -> Result<(), ClipboardError> {
    use arboard::SetExtLinux;

    let copied: Copied = serde_json::from_reader(std::io::stdin().lock()).map_err(std::io::Error::from)?;
    let mut clipboard = arboard::Clipboard::new()?;
    copied.put_on(&mut clipboard)?;
    say(READY);
    let wait = clipboard.set().wait();
    Ok(match copied.html {
        Some(html) => wait.html(html, Some(copied.text)),
        None => wait.text(copied.text),
    }?)
}

#[cfg(not(target_os = "linux"))]
fn hold() -> Result<(), ClipboardError> {
    Ok(())
}

/// Says a line to the starter; if that is gone, nobody is left to tell.
fn say(line: &str) {
    use std::io::Write;

    let mut out = std::io::stdout();
    drop(writeln!(out, "{line}").and_then(|()| out.flush()));
}
