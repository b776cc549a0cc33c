//! What works here, in plain words: one check after another, each with what to do where it is bad.
//!
//! Start with [`Report`]. Always true: nothing is changed but an empty draft and a test notification, and nobody is waited for longer
//! than a few seconds. Not here: mending any of it.

mod bus;
mod check;
mod display;
mod folders;
mod login;
mod report;

pub use report::Report;
