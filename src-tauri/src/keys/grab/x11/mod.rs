//! Keys on X11, by a connection of our own: it sleeps until a key is pressed, knows when that was, and follows the keyboard
//! when another layout is chosen.

mod grabs;
mod held;
mod keyboard;

pub use grabs::{Grabs, hold, is_free, release};
