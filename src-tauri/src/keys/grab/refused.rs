//! Why a chord cannot be had.

/// Why a chord was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "the plugin does not tell the two apart"))]
pub enum Refused {
    /// Another program holds it.
    Taken,
    /// No key of this keyboard types it.
    NotOnKeyboard,
}
