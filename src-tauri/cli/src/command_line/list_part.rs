//! Which one of a list.

use clap::Args;

use super::incident::IncidentArg;

/// One of the findings or changes.
#[derive(Debug, Args)]
pub struct PartArgs {
    /// Its number in the list, or a part of its words; the only one unless given
    #[arg(num_args = 0..)]
    part: Vec<String>,
    #[command(flatten)]
    pub incident: IncidentArg,
}

impl PartArgs {
    /// The number, or the part of its words.
    pub fn part(&self) -> String {
        self.part.join(" ")
    }
}

/// The hypothesis or mitigation that moves, and what is seen.
#[derive(Debug, Args)]
pub struct MoveArgs {
    /// Its number in the list, or a part of its words; the only open one unless given
    #[arg(num_args = 0..)]
    part: Vec<String>,
    /// The evidence, or the effect
    #[arg(long, visible_alias = "effect", value_name = "TEXT")]
    pub because: Option<String>,
    #[command(flatten)]
    pub incident: IncidentArg,
}

impl MoveArgs {
    /// The number, or the part of its words.
    pub fn part(&self) -> String {
        self.part.join(" ")
    }
}

/// The one with this number, as lists count them, from 1.
pub fn nth<T>(all: Vec<T>, number: usize) -> Option<T> {
    all.into_iter().nth(number.wrapping_sub(1))
}
