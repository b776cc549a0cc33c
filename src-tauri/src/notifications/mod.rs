//! Desktop notifications, and the reminders that they show. Start with `reminders`.

#[cfg(target_os = "linux")]
mod linux;
pub mod notifier;
#[cfg(not(target_os = "linux"))]
mod other;
pub mod reminders;

pub use notifier::{About, Event, Notification, Notifier, Unavailable};
pub use reminders::Standing;
