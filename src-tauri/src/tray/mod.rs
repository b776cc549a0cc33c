//! The tray's icon and menu.

mod host;
pub mod icon;
mod summary;

pub use icon::Tray;
pub use summary::{Board, SHOWN_AT_MOST};
