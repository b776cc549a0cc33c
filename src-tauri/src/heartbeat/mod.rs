//! What happens each second, clocks, reminders and the tray; and at once when data changed.
//!
//! Start with `heart`. Always true: it runs on a thread of its own and waits for the disk alone, never for a window.
//! Not here: which reminders are due (the workstation), and how they are shown (`notifications`).

mod heart;
mod live;
mod seconds;
mod start;
mod troubles;
mod wire;

pub use live::{Live, look_first};
pub use start::start;
pub use wire::Wire;
