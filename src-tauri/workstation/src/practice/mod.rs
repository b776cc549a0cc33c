//! A practice incident in a folder of its own, live and with some history.
//!
//! Start with [`seed_practice`]. Always true: real data is never opened for writing, and what Sitrep did not make is never removed (`data::practice_place`).
//! Not here: swapping it in for the windows; the real workstation goes on reminding meanwhile (the app).

mod seed;
mod stepped_clock;
mod story;

pub use seed::seed_practice;

pub(crate) use seed::sample;
