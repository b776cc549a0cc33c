//! `sitrep redact`.

use clap::Args;

use crate::command_line::{CommandLine, EntryArg, IncidentArg};
use crate::output::Refusal;

/// Take an entry, or words of it, out of the data for good
///
/// They also go from the saved reviews, from the redacted copies that were kept, and from the incidents that share lines with this one since a
/// merge or a split. What you saved elsewhere, copied or sent before still holds them.
#[derive(Debug, Args)]
pub struct RedactArgs {
    #[command(flatten)]
    entry: EntryArg,
    /// Only these words, wherever they stand in these incidents and in drafts; otherwise all of the entry with its pictures
    #[arg(long = "match", value_name = "TEXT", allow_hyphen_values = true)]
    words: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &RedactArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let id = args.entry.find(cli, &handle)?;
    let done = cli.workstation.redact_entry(&handle, id, args.words.as_deref())?;
    cli.answer(&done, || format!("{}\n{}", done.message, done.left))
}
