//! The app as a whole: putting its parts together, what its keys do, closing a window, a second start, the end.
//!
//! Start with `start`. Nothing below knows this folder; what is told from below comes by callbacks that are given here.

mod close;
#[cfg(target_os = "linux")]
mod name_on_bus;
mod press;
mod quit;
mod request;
mod second_start;
mod start;

pub use start::run;
