//! The shapes of a runbook, as they cross to the page.
//!
//! Start with [`Runbook`]. Always true: its blocks stand in the text's order, and each line of the body that is not blank lies in exactly one of them; steps,
//! prerequisites and expectations point at blocks by their place in that list. Not here: how a text becomes one (`markdown`, `reading`).

mod block;
mod command;
mod runbook;
mod step;

pub use block::{Block, BlockKind, Inline, Lines, Marker};
pub use command::{Alternative, Command};
pub use runbook::{FrontMatter, Prerequisite, Runbook};
pub use step::{Asked, AskedBy, Expected, Outcome, OutcomeKind, Risk, Step, StepKind};
