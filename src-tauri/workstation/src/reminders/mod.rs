//! Reminders: which are due now, and what they say.
//!
//! Start with `claims`. Always true: a reminder is claimed in the database, shown, then marked; two processes never both show one, and
//! after a crash in between it comes once more, never a third time.
//! Not here: when a deadline speaks (`sitrep_core`), and showing it (the app).

mod claims;
mod look;
mod reminder;
mod standing;
mod wording;

pub(crate) use claims::due_reminders;
pub use reminder::{Reminder, ReminderAction};
pub use standing::StandingReminders;
