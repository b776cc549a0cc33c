//! Runbooks: what a team wrote down for the hour in which something is broken.
//!
//! Start with [`Runbook`]. Always true: no text makes it fail or loses a line, and nothing in a text is fetched, opened or run. Not here: incidents, clocks,
//! and how a run of a runbook is recorded.

mod markdown;
mod model;
mod pattern;
mod reading;
mod shell;

pub use model::{
    Alternative, Asked, AskedBy, Block, BlockKind, Command, Expected, FrontMatter, Inline, Lines, Marker, Outcome, OutcomeKind,
    Prerequisite, Risk, Runbook, Step, StepKind,
};
pub use reading::{parse, parse_with};
pub use shell::{FilledPart, Place, PlaceStyle, Risks, Risky, assigned_names, commands_in, fill, looks_like_a_command, place_key, places};
