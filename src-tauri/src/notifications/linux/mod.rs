//! Notifications over D-Bus on one connection that is kept: some services drop what they show when its sender's
//! connection closes, and an action that is pressed at once is lost unless somebody listens already.

mod kept;
mod serve;
mod service;
mod session;

pub use serve::serve;
