//! The person's terminal: its size, its modes, and that it gets them back.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd};

use pty_process::blocking::{Pts, Pty};
use rustix::process::getpgrp;
use rustix::stdio;
use rustix::termios::{OptionalActions, Termios, isatty, tcgetattr, tcgetpgrp, tcgetwinsize, tcsetattr};

/// The terminal that the output goes to.
pub struct Terminal {
    /// The keyboard, also where standard input is something else.
    tty: File,
    before: Termios,
}

impl Terminal {
    /// None where the output is no terminal, or this process is in the background and must leave it alone.
    pub fn of_output() -> Option<Self> {
        if !isatty(stdio::stdout()) {
            return None;
        }
        let tty = File::options().read(true).write(true).open("/dev/tty").ok()?;
        let before = tcgetattr(&tty).ok()?;
        (tcgetpgrp(&tty).ok()? == getpgrp()).then_some(Self { tty, before })
    }

    /// Gives the command's terminal the modes of this one.
    pub fn lend(&self, pts: &Pts) -> io::Result<()> {
        Ok(tcsetattr(pts, OptionalActions::Now, &self.before)?)
    }

    /// Gives the command's terminal the size of this one.
    pub fn fit(&self, pty: &Pty) {
        if let Ok(size) = tcgetwinsize(&self.tty) {
            let size = pty_process::Size::new_with_pixel(size.ws_row, size.ws_col, size.ws_xpixel, size.ws_ypixel);
            // The old size is better than none.
            drop(pty.resize(size));
        }
    }

    /// Hands every key and every byte on as it is, until the guard is dropped, also by a panic.
    pub fn raw(&self) -> io::Result<Raw<'_>> {
        let raw = Raw(self);
        raw.again()?;
        Ok(raw)
    }

    fn set(&self, modes: &Termios) -> io::Result<()> {
        Ok(tcsetattr(&self.tty, OptionalActions::Now, modes)?)
    }
}

impl AsFd for Terminal {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.tty.as_fd()
    }
}

/// The terminal is raw while this is there.
pub struct Raw<'a>(&'a Terminal);

impl Raw<'_> {
    /// Raw again, after others had the terminal.
    pub fn again(&self) -> io::Result<()> {
        let mut modes = self.0.before.clone();
        modes.make_raw();
        self.0.set(&modes)
    }

    /// As it was, for others to have.
    pub fn pause(&self) {
        // A terminal that is gone needs nothing back.
        drop(self.0.set(&self.0.before));
    }
}

impl Drop for Raw<'_> {
    fn drop(&mut self) {
        self.pause();
    }
}
