//! Elsewhere programs take keys themselves, and nobody is asked.

use std::future::Future;

use super::request::{Event, Given, Trouble, Wanted};

/// Never made.
pub struct Bound {
    /// As first assigned.
    pub given: Vec<Given>,
}

impl Bound {
    /// Ends at once.
    pub async fn serve<Said: Future>(self, _ready: impl FnOnce() -> Said, _on_event: impl Fn(Event)) -> Trouble {
        Trouble::Absent
    }
}

/// Never.
pub async fn is_there() -> Result<(), Trouble> {
    Err(Trouble::Absent)
}

/// Never gives any.
pub async fn bind(_wanted: &[Wanted]) -> Result<Bound, Trouble> {
    Err(Trouble::Absent)
}

/// None comes.
pub async fn wait_until_there(_another: bool) -> Result<(), Trouble> {
    Err(Trouble::Absent)
}
