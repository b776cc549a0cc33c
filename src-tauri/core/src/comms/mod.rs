//! Updates written from the incident (seed: Communication Templates).

mod escape;
mod fields;
mod render;

pub use fields::{Field, fields};
pub use render::{RenderError, next_update_due, render};
