//! What this computer and its desktop are like and can do: a display, start at login, a sound, the end of sleep, and the
//! report of all that for `sitrep doctor`. Knows no window, key or notification.

pub mod display;
pub mod login;
pub mod report;
pub mod sound;
pub mod wake;
