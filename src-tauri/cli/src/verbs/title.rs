//! `sitrep title`.

use clap::Args;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Change its title; its handle stays: sitrep title Card payments fail in the EU
#[derive(Debug, Args)]
pub struct TitleArgs {
    /// What is wrong
    #[arg(required = true, num_args = 1.., value_name = "TEXT")]
    title: Vec<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &TitleArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    cli.workstation.set_title(&handle, &args.title.join(" "))?;
    cli.answer_about(&handle, |incident| format!("{handle} is called {} now", incident.title))
}
