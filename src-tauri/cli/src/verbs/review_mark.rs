//! `sitrep review mark`.

use clap::Args;
use sitrep_core::vocabulary::MomentMarker;

use super::review_shown::answer_with_review;
use crate::command_line::{CommandLine, EntryArg, IncidentArg};
use crate::output::Refusal;

/// Mark a line of the timeline
#[derive(Debug, Args)]
pub struct MarkArgs {
    #[command(flatten)]
    line: EntryArg,
    /// As what: detection, diagnosis, repair or key-moment
    #[arg(long = "as", value_name = "MARKER")]
    marker: Option<MomentMarker>,
    /// The answer to what the marker asks
    #[arg(long, requires = "marker")]
    answer: Option<String>,
    /// It is a key one
    #[arg(long)]
    star: bool,
    /// It does not stand in the review
    #[arg(long)]
    leave_out: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &MarkArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    mark(cli, &handle, args)?;
    answer_with_review(cli, &handle)
}

fn mark(cli: &CommandLine, handle: &str, args: &MarkArgs) -> Result<(), Refusal> {
    let id = args.line.find(cli, handle)?;
    if let Some(marker) = args.marker {
        cli.workstation.mark_line(handle, id, Some(marker), args.answer.as_deref())?;
    }
    if args.star {
        cli.workstation.star_line(handle, id, true)?;
    }
    Ok(cli.workstation.choose_line(handle, id, !args.leave_out)?)
}
