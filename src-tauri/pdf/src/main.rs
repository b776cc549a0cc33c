//! `sitrep-pdf`: reads an order on standard input, writes the PDF to standard output, and says on standard error how far it is.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use sitrep_core::paper::{PrintNote, PrintOrder, PrintRefusal};
use sitrep_pdf::{Fault, print};

/// A review with some hundred pictures of the size that Sitrep keeps.
const ORDER_AT_MOST: u64 = 512 * 1024 * 1024;

fn main() -> ExitCode {
    match printed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            tell(&fault.into());
            ExitCode::FAILURE
        }
    }
}

/// What is printed goes out whole or not at all, and the last note after it.
fn printed() -> Result<(), Fault> {
    let (pdf, note) = print(&order()?, |note| tell(&note))?;
    let mut out = io::stdout().lock();
    out.write_all(&pdf).and_then(|()| out.flush()).map_err(|error| Fault::new(PrintRefusal::NotWritten, error))?;
    tell(&note);
    Ok(())
}

fn order() -> Result<PrintOrder, Fault> {
    let mut json = Vec::new();
    io::stdin().lock().take(ORDER_AT_MOST + 1).read_to_end(&mut json).map_err(|error| Fault::new(PrintRefusal::Unreadable, error))?;
    if json.len() as u64 > ORDER_AT_MOST {
        return Err(Fault::new(PrintRefusal::TooLarge, format!("more than {ORDER_AT_MOST} bytes")));
    }
    serde_json::from_slice(&json).map_err(|error| Fault::new(PrintRefusal::Unreadable, error))
}

/// Whoever started it may be gone, and then nobody asks.
fn tell(note: &PrintNote) {
    if let Ok(line) = serde_json::to_string(note) {
        writeln!(io::stderr().lock(), "{line}").unwrap_or_default();
    }
}
