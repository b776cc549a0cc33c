//! What the windows are called.

/// The label of the main window.
pub const MAIN: &str = "main";
/// The label of quick entry's window.
pub const QUICK: &str = "quick";
