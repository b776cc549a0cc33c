//! The keys that work from anywhere. Start with `hotkey`.

pub mod hotkey;
mod portal;
pub mod portal_keys;

pub use hotkey::Hotkeys;
pub use portal::Trouble;
pub use portal_keys::DesktopKeys;
