//! What is said to the program and heard from it, each beside the others, so that no pipe fills while another is waited for.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::Child;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use sitrep_core::paper::{PrintNote, PrintOrder};

/// A line that the program says, and all lines together, are never longer.
const SAID_AT_MOST: u64 = 64 << 10;

/// What comes from the program.
pub enum Heard {
    /// It says how far it is.
    Note(PrintNote),
    /// It says something else: of a crash, its reason.
    Words(String),
    /// All that it printed, or one byte more than anybody takes.
    Printed(io::Result<Vec<u8>>),
}

/// Hands the order over and listens. The channel ends once the program has nothing more to say.
pub fn talk(child: &mut Child, order: &PrintOrder, at_most: u64) -> io::Result<Receiver<Heard>> {
    let order = serde_json::to_vec(order)?;
    let (tell, heard) = mpsc::channel();
    if let Some(mut input) = child.stdin.take() {
        // It may refuse before it has read all, and says so itself.
        thread::Builder::new().spawn(move || input.write_all(&order).unwrap_or_default())?;
    }
    if let Some(out) = child.stdout.take() {
        let tell = tell.clone();
        thread::Builder::new().spawn(move || drop(tell.send(Heard::Printed(up_to(out, at_most)))))?;
    }
    if let Some(said) = child.stderr.take() {
        thread::Builder::new().spawn(move || listen(said, &tell))?;
    }
    Ok(heard)
}

fn up_to(out: impl Read, at_most: u64) -> io::Result<Vec<u8>> {
    let mut printed = Vec::new();
    out.take(at_most + 1).read_to_end(&mut printed).map(|_| printed)
}

fn listen(said: impl Read, tell: &Sender<Heard>) {
    for line in BufReader::new(said.take(SAID_AT_MOST)).split(b'\n').map_while(Result::ok) {
        let words = || Heard::Words(String::from_utf8_lossy(&line).trim().to_owned());
        let heard = serde_json::from_slice(&line).map_or_else(|_| words(), Heard::Note);
        if tell.send(heard).is_err() {
            return;
        }
    }
}
