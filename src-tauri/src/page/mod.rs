//! The app's side of the pages. Start with `windows`.

pub mod pictures;
pub mod shapes;
pub mod windows;

pub use shapes::{AssignedKey, DesktopKeysView, HotkeyState, IpcError, Notice, NoticeKind, OpenRequest};
pub use windows::Asked;
