//! The desktop's portal for keys: where no program may take keys itself, as on Wayland, the desktop gives them when asked.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod other;
mod request;

#[cfg(target_os = "linux")]
pub use linux::{bind, is_there, wait_until_there};
#[cfg(not(target_os = "linux"))]
pub use other::{bind, is_there, wait_until_there};
pub use request::{Event, Given, Trouble, Wanted};
