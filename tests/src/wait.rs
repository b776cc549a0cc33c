//! Waiting for something to become true, never for a time to pass.

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::{Failure, Outcome};

/// Long enough for a loaded machine; reached only when something is broken.
pub const PATIENCE: Duration = Duration::from_secs(20);

const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Asks until there is an answer. An error counts as 'not yet' and is reported when patience ends.
#[track_caller]
pub fn eventually<T>(what: &str, look: impl FnMut() -> Outcome<Option<T>>) -> Outcome<T> {
    eventually_within(PATIENCE, what, look)
}

/// As [`eventually`], with another patience.
#[track_caller]
pub fn eventually_within<T>(patience: Duration, what: &str, mut look: impl FnMut() -> Outcome<Option<T>>) -> Outcome<T> {
    let caller = std::panic::Location::caller();
    let start = Instant::now();
    loop {
        let last = match look() {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => None,
            Err(failure) => Some(failure),
        };
        if start.elapsed() > patience {
            let because = last.map(|failure| format!("; the last look failed: {failure}")).unwrap_or_default();
            return Err(Failure::new(format!("waited {patience:?} for {what}{because}\n    at {caller}")));
        }
        sleep(BETWEEN_LOOKS);
    }
}

/// Asks until it is so.
#[track_caller]
pub fn until(what: &str, mut is_so: impl FnMut() -> Outcome<bool>) -> Outcome {
    eventually(what, || is_so().map(|so| so.then_some(())))
}

/// Watches that it stays so for a while: how a journey proves that something does not happen.
#[track_caller]
pub fn stays(how_long: Duration, what: &str, mut is_so: impl FnMut() -> Outcome<bool>) -> Outcome {
    let start = Instant::now();
    while start.elapsed() < how_long {
        if !is_so()? {
            return Err(Failure::new(format!("{what} did not stay so for {how_long:?}\n    at {}", std::panic::Location::caller())));
        }
        sleep(BETWEEN_LOOKS);
    }
    Ok(())
}
