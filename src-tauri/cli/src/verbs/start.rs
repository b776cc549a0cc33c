//! `sitrep start`.

use clap::Args;
use sitrep_core::text::date_and_time;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Set when it began: sitrep start -20m
#[derive(Debug, Args)]
pub struct StartArgs {
    /// A time, such as 14:05, -20m or 'yesterday 23:50'
    #[arg(value_name = "TIME", allow_hyphen_values = true)]
    at: String,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &StartArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    cli.workstation.set_start(&handle, &args.at)?;
    cli.answer_about(&handle, |incident| format!("{handle} began at {}", date_and_time(incident.started_at)))
}
