//! What windows and keys go through.

use std::env;

/// The display server, as the environment names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DisplayServer {
    None,
    X11(String),
    Wayland(String),
    /// Not Linux: there is always one, and programs can take keys.
    Own,
}

impl DisplayServer {
    /// The one that this process would draw on.
    pub fn here() -> Self {
        if !cfg!(target_os = "linux") {
            return Self::Own;
        }
        let named = |variable| env::var_os(variable).filter(|name| !name.is_empty()).map(|name| name.to_string_lossy().into_owned());
        match (named("WAYLAND_DISPLAY"), named("DISPLAY")) {
            (Some(name), _) => Self::Wayland(name),
            (None, Some(name)) => Self::X11(name),
            (None, None) => Self::None,
        }
    }
}
