//! The command with the terminal to itself: nothing stands in between.

use std::io;
use std::process::Command;

use signal_hook::consts::{SIGHUP, SIGTERM};

use super::child::{Child, News, stop_here};
use super::signals::Signals;
use super::waiting::wait;
use crate::run::ending::Ending;

/// Runs it to its end.
pub fn run_plain(mut command: Command) -> io::Result<Ending> {
    let mut signals = Signals::catch()?;
    let child = Child::adopt(&command.spawn()?)?;
    loop {
        wait(&mut [signals.as_poll()], None)?;
        signals.pending().for_each(|signal| pass_on(signal, child));
        if let Some(ending) = ended(child)? {
            return Ok(ending);
        }
    }
}

/// Signals that were sent to this process alone are meant for the command. Those typed at the terminal reach both of themselves.
pub(super) fn pass_on(signal: i32, child: Child) {
    if matches!(signal, SIGTERM | SIGHUP) {
        child.pass_on(signal);
    }
}

/// Its end, if it has come. When it was stopped this process stops, too, and both go on together.
pub(super) fn ended(child: Child) -> io::Result<Option<Ending>> {
    match child.news()? {
        News::Runs => Ok(None),
        News::Ended(ending) => Ok(Some(ending)),
        News::Stopped => {
            stop_here();
            child.wake();
            Ok(None)
        }
    }
}
