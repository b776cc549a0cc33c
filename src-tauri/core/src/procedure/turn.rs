//! Which deadline asks for somebody next: one rule for the window's title, the rail and the tray.

use chrono::{DateTime, Utc};

use super::clock_face::DeadlineClock;
use super::deadline::{Deadline, DeadlineState};

/// When an open deadline's turn is: the smallest asks next.
///
/// One that is snoozed comes after all that are not, however late it is: it is known, and must not hide what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    is_snoozed: bool,
    due_at: DateTime<Utc>,
}

impl From<&Deadline> for Turn {
    fn from(deadline: &Deadline) -> Self {
        Self { is_snoozed: deadline.state == DeadlineState::Snoozed, due_at: deadline.due_at }
    }
}

impl From<&DeadlineClock> for Turn {
    fn from(clock: &DeadlineClock) -> Self {
        Self { is_snoozed: clock.snoozed.is_some(), due_at: clock.due_at }
    }
}
