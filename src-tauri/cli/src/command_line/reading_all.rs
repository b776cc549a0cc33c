//! What is searched, read before a search: a command line has nothing that does it in the background.

use std::time::{Duration, Instant};

use super::context::CommandLine;
use crate::output::note;

/// It is read in pieces of this many events, until nothing is left.
const AT_ONCE: u32 = 10_000;
/// Who waits longer than this is told what for.
const SOON: Duration = Duration::from_secs(1);

/// Waits until everything that was written can be found. Where that cannot be had, the search itself says so.
pub fn read_all_to_search(cli: &CommandLine) {
    let (begun, mut told) = (Instant::now(), false);
    while let Ok(coverage) = cli.workstation.catch_up_search(AT_ONCE)
        && !coverage.is_done
    {
        if begun.elapsed() > SOON && !std::mem::replace(&mut told, true) {
            note("Everything that was written is read once, so that it can be found. This takes a moment.");
        }
    }
}
