//! What a block of code says as a command: prompts, alternatives, where one command ends, places, risks.
//!
//! Start with [`read_code`]. Always true: a text is looked at and never run, each function takes one pass, and what is cut from a text is cut between letters.
//! Not here: where a command stands in a runbook.

mod alternatives;
mod code;
mod console;
mod fill;
mod language;
mod looks;
mod places;
mod quoting;
mod risk;
mod scan;
mod split;

pub use code::read_code;
pub use fill::{FilledPart, fill};
pub use looks::looks_like_a_command;
pub use places::{Place, PlaceStyle, assigned_names, place_key, places};
pub use risk::{Risks, Risky};
pub use split::{Piece, commands_in, only_prepares};
