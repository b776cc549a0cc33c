//! `sitrep timebox`.

use clap::Args;
use sitrep_core::procedure::Deadline;
use sitrep_core::text::instant::parse_length;
use sitrep_core::vocabulary::DeadlineKind;
use sitrep_workstation::Error;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Be reminded in a while: sitrep timebox 10m look at the rollback again; --close once it is done
#[derive(Debug, Args)]
pub struct TimeboxArgs {
    /// How long, such as 10m or 1h30m, and what for; with --close, a part of its words
    #[arg(num_args = 0.., value_name = "LENGTH TEXT")]
    words: Vec<String>,
    /// Close the one that runs
    #[arg(long)]
    close: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &TimeboxArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    if args.close {
        let key = running(cli, &handle, &args.words.join(" "))?.key;
        cli.workstation.close_timebox(&handle, &key)?;
    } else {
        let (length, text) = args.words.split_first().ok_or(Error::TimeboxLength)?;
        let length = parse_length(length).ok_or(Error::TimeboxLength)?;
        cli.workstation.set_timebox(&handle, length, &text.join(" "))?;
    }
    cli.answer_with_standing(&handle)
}

/// The one that runs and has these words; the nearest where none are given.
fn running(cli: &CommandLine, handle: &str, words: &str) -> Result<Deadline, Error> {
    let has = |deadline: &Deadline| deadline.subject.as_deref().unwrap_or_default().to_lowercase().contains(&words.to_lowercase());
    let boxes = cli.workstation.deadlines(Some(handle))?.into_iter();
    let mut open = boxes.filter(|deadline| deadline.kind == DeadlineKind::Timebox && deadline.is_open() && has(deadline));
    open.next().ok_or(Error::UnknownDeadline)
}
