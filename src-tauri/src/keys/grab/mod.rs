//! Taking a chord from all other programs, by the system's own means.

#[cfg(not(target_os = "linux"))]
mod plugin;
mod refused;
#[cfg(target_os = "linux")]
mod x11;

#[cfg(not(target_os = "linux"))]
pub use plugin::{Grabs, hold, is_free, release};
pub use refused::Refused;
#[cfg(target_os = "linux")]
pub use x11::{Grabs, hold, is_free, release};
