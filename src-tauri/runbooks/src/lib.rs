//! Runbooks: what a team wrote down for the hour in which something is broken.
//!
//! Start with [`Runbook`]. Always true: no text makes it fail or loses a line, and nothing in a text is fetched, opened or run. Not here: incidents, clocks,
//! and how a run of a runbook is recorded.

mod check;
mod finding;
mod folder;
mod markdown;
mod model;
mod pattern;
mod reading;
mod shell;
mod writing;

pub use check::{
    Around, Edit, Exception, Finding, KnownAlert, Mark, Mend, PRACTICES, Practice, Rule, Rules, RulesError, apply, as_text, check,
    findings, patch, sarif, unified,
};
pub use finding::{Context, Hit, Index, Reason, Suggestion, is_alert_name, same_words, url_leads_to};
pub use folder::{
    Decoded, FolderReading, Problem, Read, Stamp, Target, decode, is_beside, is_there, led_to, read_file, read_folder, read_folder_again,
    target,
};
pub use model::{
    Alternative, Asked, AskedBy, Block, BlockKind, Command, Expected, FrontMatter, Inline, Lines, Marker, Outcome, OutcomeKind,
    Prerequisite, Risk, Runbook, Step, StepKind,
};
pub use reading::{parse, parse_with};
pub use shell::{FilledPart, Place, PlaceStyle, Risks, Risky, assigned_names, commands_in, fill, looks_like_a_command, place_key, places};
pub use writing::{Draft, DraftMitigation, Stamped, new_runbook, verified_stamp};
