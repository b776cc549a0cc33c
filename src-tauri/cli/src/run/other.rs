//! Where there are neither signals nor pseudo-terminals.

use std::ffi::OsString;
use std::io;
use std::process::{Command, ExitCode};

use super::ending::Ending;
use super::watched::Watched;

/// Runs the command with the terminal's own input and output.
pub fn watch(command: &[OsString], environment: &[(&'static str, String)], keep: bool) -> Watched {
    let ending = if keep {
        Ending::NotStarted(io::Error::new(io::ErrorKind::Unsupported, "not run, because --keep is not there on this system"))
    } else {
        status(command, environment).unwrap_or_else(Ending::NotStarted)
    };
    Watched { ending, kept: Vec::new() }
}

fn status(command: &[OsString], environment: &[(&'static str, String)]) -> io::Result<Ending> {
    let [program, arguments @ ..] = command else { return Err(io::ErrorKind::NotFound.into()) };
    let status = Command::new(program).args(arguments).envs(environment.iter().cloned()).status()?;
    Ok(Ending::Exit(status.code().unwrap_or(1)))
}

/// Ends with the command's exit code.
pub fn end(ending: &Ending) -> ExitCode {
    if let Ending::Exit(code) = ending {
        std::process::exit(*code);
    }
    ExitCode::from(ending.code())
}
