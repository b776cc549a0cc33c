//! The tray: the active incidents, what is due, and the acts that cannot wait for a window.
//!
//! Start with `icon`. `summary` says what is live in few words, for the main window's title too. Always true: the app works
//! without a tray, and whatever a line does is in the window as well.

mod clicks;
mod host;
pub mod icon;
mod line;
mod menu;
mod state;
mod summary;

pub use state::{Tray, is_shown};
pub use summary::{SHOWN_AT_MOST, TraySummary};
