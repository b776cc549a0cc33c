//! The clipboard. Its handle is kept: on Linux the text lives only as long as a process hands it out.

use std::sync::Mutex;

use crate::refusal::Refusal;

/// The desktop's clipboard and what Sitrep last put there.
#[derive(Default)]
pub struct Clipboard {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    handle: Option<arboard::Clipboard>,
    last: Option<String>,
}

impl Clipboard {
    /// Puts text on the clipboard.
    pub fn put(&self, text: &str) -> Result<(), Refusal> {
        let mut inner = self.lock();
        let refused = |error: arboard::Error| Refusal::Clipboard(error.to_string());
        // A handle that failed once may belong to a display connection that is gone, so it is not kept.
        let mut handle = match inner.handle.take() {
            Some(handle) => handle,
            None => arboard::Clipboard::new().map_err(refused)?,
        };
        handle.set_text(text).map_err(refused)?;
        inner.handle = Some(handle);
        inner.last = Some(text.to_owned());
        Ok(())
    }

    /// Lets go of the clipboard and returns what would vanish with this process: what Sitrep copied, if that is still
    /// what would be pasted.
    pub fn release(&self) -> Option<String> {
        let mut inner = self.lock();
        let mut handle = inner.handle.take()?;
        let last = inner.last.take()?;
        (handle.get_text().ok()? == last).then_some(last)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(target_os = "linux")]
pub use holder::{hand_over, hold};

/// Elsewhere the system itself keeps what was copied.
#[cfg(not(target_os = "linux"))]
pub fn hand_over(_copied: &str) {}

/// Elsewhere there is nothing to hold.
#[cfg(not(target_os = "linux"))]
pub fn hold() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}

/// On Linux a copied text is gone once its owner exits, unless a clipboard manager runs. So a small process of our own
/// stays to hand it out, until something else is copied.
#[cfg(target_os = "linux")]
mod holder {
    use std::io::{Read, Write};
    use std::process::{Command, ExitCode, Stdio};
    use std::time::{Duration, Instant};

    use arboard::SetExtLinux;

    /// Nobody pastes an update later than this.
    const HELD_FOR: Duration = Duration::from_secs(10 * 60);

    /// Starts the process that keeps `copied` after this one has quit.
    pub fn hand_over(copied: &str) {
        let Ok(program) = std::env::current_exe() else { return };
        let child = Command::new(program).arg("hold-clipboard").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let Ok(mut child) = child else { return };
        let Some(mut input) = child.stdin.take() else { return };
        if let Err(failure) = input.write_all(copied.as_bytes()) {
            eprintln!("sitrep-desktop: what was copied cannot be pasted after quitting: {failure}");
        }
    }

    /// What that process does.
    pub fn hold() -> ExitCode {
        let mut text = String::new();
        let read = std::io::stdin().read_to_string(&mut text);
        let (Ok(_), Ok(mut handle)) = (read, arboard::Clipboard::new()) else { return ExitCode::FAILURE };
        let kept = handle.set().wait_until(Instant::now() + HELD_FOR).text(text);
        if kept.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
