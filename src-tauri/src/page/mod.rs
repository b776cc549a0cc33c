//! The windows and their pages: making and showing them, telling them what happened, giving them pictures.
//!
//! Start with `windows`. What a page can hear stands in one table, `event_table.rs`.
//! Not here: what a page may call (`commands`), and whether closing a window ends the app (`app`).

mod create;
pub mod drawn_clocks;
pub mod events;
pub mod focus;
mod labels;
pub mod main_window;
mod newest;
pub mod pictures;
mod placement;
pub mod quick_showing;
pub mod seen;
mod shapes;
pub mod windows;

pub use create::{FirstWindow, create};
pub use drawn_clocks::DrawnClocks;
pub use focus::Permit;
pub use focus::keyboard::{Keyboard, OnKeyboard, QuickKeyboard};
pub use main_window::MainWindow;
pub use newest::Newest;
pub use quick_showing::{QuickFor, QuickOpening, QuickShowing};
pub use seen::{SeenWindows, Sight};
pub use shapes::{Changed, Notice, NoticeKind, OpenRequest};
pub use windows::PendingOpen;
