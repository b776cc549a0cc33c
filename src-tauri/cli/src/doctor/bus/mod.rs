//! What answers on the message buses of a Linux desktop.
//!
//! Start with [`ask_buses`], which also sends the test notification. Always true: every wait has an end. Not here: what the app does
//! with those services.

mod answers;
#[cfg(target_os = "linux")]
mod bounded;
mod checks;
#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
mod notifications;

pub use answers::{AppOnBus, Bus};
#[cfg(not(target_os = "linux"))]
pub use elsewhere::ask_buses;
#[cfg(target_os = "linux")]
pub use linux::ask_buses;
