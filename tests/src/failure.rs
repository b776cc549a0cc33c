//! Why a journey stopped, with the line it stopped at.

use std::fmt;
use std::panic::Location;

/// What every step of a journey returns.
pub type Outcome<T = ()> = Result<T, Failure>;

/// A step that did not work.
pub struct Failure(String);

impl Failure {
    /// A failure in words.
    #[must_use]
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }

    /// The same failure with what else was to be seen.
    #[must_use]
    pub fn with(self, more: &str) -> Self {
        Self(format!("{}\n    {more}", self.0))
    }
}

/// Any error turns into a failure where `?` meets it, and keeps that place.
impl<E: std::error::Error> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        // Some errors keep their point to themselves unless asked for everything.
        Self(format!("{error} ({error:?})\n    at {}", Location::caller()))
    }
}

/// A test prints its error with `Debug`; the words alone read best.
impl fmt::Debug for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
