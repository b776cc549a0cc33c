//! The app as a whole: start and end.

pub mod quit;
pub mod request;
mod start;

pub use request::{BACKGROUND, Request};
pub use start::run;
