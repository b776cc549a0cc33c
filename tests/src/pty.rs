//! A terminal without a window: a program on it, what it prints, and what a person types.

use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use pty_process::blocking::{self, Pty};
use rustix::termios::{LocalModes, tcgetattr};

use crate::wait::{eventually, until};
use crate::{Failure, Outcome};

/// Size of the terminal in rows and columns.
pub const SIZE: (u16, u16) = (24, 80);

/// A program on a terminal of its own. Ends when dropped.
pub struct OnTerminal {
    pty: Arc<Pty>,
    child: Child,
    printed: Arc<Mutex<Vec<u8>>>,
}

/// How a program ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended {
    /// By itself, with this code.
    Code(i32),
    /// By this signal.
    Signal(i32),
}

impl OnTerminal {
    /// Starts it.
    pub fn start(command: Command) -> Outcome<Self> {
        let (pty, pts) = blocking::open()?;
        pty.resize(pty_process::Size::new(SIZE.0, SIZE.1))?;
        let child = blocking::Command::from(command).spawn(pts)?;
        let (pty, printed) = (Arc::new(pty), Arc::new(Mutex::default()));
        let reader = Self::reader(Arc::clone(&pty), Arc::clone(&printed));
        thread::spawn(reader);
        Ok(Self { pty, child, printed })
    }

    fn reader(pty: Arc<Pty>, printed: Arc<Mutex<Vec<u8>>>) -> impl FnOnce() {
        move || {
            let mut buffer = [0; 64 * 1024];
            while let Ok(length @ 1..) = (&*pty).read(&mut buffer) {
                let bytes = buffer.get(..length).unwrap_or_default();
                printed.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
            }
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// All that it printed so far.
    #[must_use]
    pub fn printed(&self) -> String {
        String::from_utf8_lossy(&self.printed.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }

    /// Forgets what it printed so far.
    pub fn forget(&self) {
        self.printed.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Waits until it has printed this.
    #[track_caller]
    pub fn wait_for(&self, text: &str) -> Outcome {
        until(&format!("'{text}' on the terminal"), || {
            let printed = self.printed();
            if printed.contains(text) { Ok(true) } else { Err(Failure::new(format!("there is {printed:?}"))) }
        })
    }

    /// Types.
    pub fn type_text(&self, text: &str) -> Outcome {
        Ok((&*self.pty).write_all(text.as_bytes())?)
    }

    /// Changes the terminal's size.
    pub fn resize(&self, rows: u16, columns: u16) -> Outcome {
        Ok(self.pty.resize(pty_process::Size::new(rows, columns))?)
    }

    /// Whether the terminal takes lines and shows what is typed, as a shell leaves it.
    pub fn is_cooked(&self) -> Outcome<bool> {
        Ok(tcgetattr(self.pty.as_fd())?.local_modes.contains(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG))
    }

    /// Waits until it has ended by itself.
    #[track_caller]
    pub fn ended(&mut self) -> Outcome<Ended> {
        let status = eventually("the program to end", || Ok(self.child.try_wait()?)).map_err(|failure| failure.with(&self.printed()))?;
        Ok(ending(status))
    }
}

/// How a program ended.
#[must_use]
pub fn ending(status: std::process::ExitStatus) -> Ended {
    status.signal().map_or_else(|| Ended::Code(status.code().unwrap_or(-1)), Ended::Signal)
}

impl Drop for OnTerminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
