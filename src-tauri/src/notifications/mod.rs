//! Desktop notifications, and the reminders that they show.
//!
//! Start with `reminders` for what is shown, with `notifier` for how. Always true: what the desktop does not show is shown in
//! the window, and every wait for the desktop has an end.
//! Not here: which reminders are due (the workstation), and what a button does (`acts`).

#[cfg(target_os = "linux")]
mod linux;
mod notification;
mod notifier;
#[cfg(not(target_os = "linux"))]
mod other;
pub mod reminders;
#[cfg(test)]
mod samples;
mod shown;
mod wording;

pub use notification::{About, Event, Notification, Unavailable};
pub use notifier::Notifier;
pub use shown::ShownReminders;
pub use wording::marked;
