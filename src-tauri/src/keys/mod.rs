//! The two keys that work from anywhere: one opens quick entry, one declares.
//!
//! Start with `hotkey`, which takes them itself (`own_keys`) or has the desktop give them (`portal_keys`).
//! Always true: a chord that cannot be had is said in the window, and in the report for `sitrep doctor`.
//! Not here: what a key does. That is whoever's was given as [`OnPress`] at the start.

mod chord;
mod grab;
pub mod hotkey;
mod own_keys;
mod portal;
mod portal_keys;
mod press;
mod report;
mod shapes;

pub use own_keys::{Hotkeys, grabs};
pub use portal_keys::DesktopKeys;
pub use press::{KeyAct, OnPress, Press};
pub use shapes::HotkeyState;
