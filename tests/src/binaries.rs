//! Where the built programs are.

use std::path::PathBuf;

use crate::{Failure, Outcome};

/// The app.
pub fn desktop_app() -> Outcome<PathBuf> {
    built("sitrep-desktop")
}

/// The command line.
pub fn command_line() -> Outcome<PathBuf> {
    built("sitrep")
}

/// A window of the same toolkit with nothing in it: the floor of the bench.
pub fn bare_window() -> Outcome<PathBuf> {
    built("examples/bare_window")
}

/// The root of the checkout.
#[must_use]
pub fn checkout() -> PathBuf {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    tests.parent().map(PathBuf::from).unwrap_or(tests)
}

/// The programs lie beside the running one, or a folder above it when that is a test.
fn built(name: &str) -> Outcome<PathBuf> {
    let running = std::env::current_exe()?;
    let found = running.ancestors().skip(1).take(2).map(|folder| folder.join(name)).find(|path| path.is_file());
    found.ok_or_else(|| {
        Failure::new(format!("{name} is not built: run `cargo build --workspace --all-targets`, or `make test`, which does"))
    })
}
