//! What is known of the desktop without asking it: how a key is written there, how a person binds one, what the app last found out.
//!
//! Start with [`Chord`]. Not here: the desktop itself; this crate links no toolkit.

mod chord;
mod program;
mod report;
mod session_folder;
mod shortcut_steps;

pub use chord::Chord;
pub use program::{APP, NAME_ON_BUS, foreign_program};
pub use report::DesktopReport;
pub use session_folder::session_folder;
pub use shortcut_steps::ShortcutSteps;
