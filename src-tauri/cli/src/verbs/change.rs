//! `sitrep change`.

use clap::{Args, Subcommand};
use sitrep_core::vocabulary::ChangeKind;
use sitrep_workstation::Error;
use sitrep_workstation::acts::ChangeInput;
use sitrep_workstation::screens::ChangeView;

use crate::command_line::{CommandLine, IncidentArg, PartArgs, one_of};
use crate::output::{Refusal, numbered};

/// Changes: what was different before it began
#[derive(Debug, Subcommand)]
pub enum ChangeCommand {
    /// Note one: sitrep change add deploy 'v314 of payments-api' --at 13:45 --reference a1b2c3d
    Add(AddArgs),
    /// List them, by when they were made
    List(IncidentArg),
    /// Make one a suspect
    Suspect(SuspectArgs),
}

#[derive(Debug, Args)]
pub struct AddArgs {
    /// What was changed
    #[arg(value_parser = one_of::<ChangeKind>(ChangeKind::ALL.map(ChangeKind::word)))]
    change: ChangeKind,
    /// What it is, in a line
    #[arg(required = true, num_args = 1..)]
    summary: Vec<String>,
    /// When it was made
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: String,
    /// The hash of its commit, or whatever names it elsewhere
    #[arg(long)]
    reference: Option<String>,
    /// The repository it was found in
    #[arg(long)]
    repository: Option<String>,
    /// Who made it
    #[arg(long, value_name = "PERSON")]
    by: Option<String>,
    /// It is a suspect
    #[arg(long)]
    suspect: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct SuspectArgs {
    /// It is none any more
    #[arg(long)]
    no: bool,
    /// Write down the hypothesis that it is the cause, too
    #[arg(long, conflicts_with = "no")]
    hypothesis: bool,
    #[command(flatten)]
    change: PartArgs,
}

pub fn run(cli: &CommandLine, command: ChangeCommand) -> Result<(), Refusal> {
    let handle = act(cli, command)?;
    let changes = cli.workstation.investigation(&handle)?.changes;
    let none = "No change yet. Note one: sitrep change add deploy WHAT IT IS --at 13:45";
    cli.answer(&changes, || numbered(changes.iter().map(line), none))
}

fn act(cli: &CommandLine, command: ChangeCommand) -> Result<String, Error> {
    match command {
        ChangeCommand::Add(args) => add(cli, args),
        ChangeCommand::List(incident) => cli.find_any(&incident),
        ChangeCommand::Suspect(args) => suspect(cli, &args),
    }
}

fn add(cli: &CommandLine, args: AddArgs) -> Result<String, Error> {
    let AddArgs { change, summary, at, reference, repository, by, suspect, incident } = args;
    let input = ChangeInput { change, summary: summary.join(" "), at, reference, repository, by, suspect };
    cli.act_on_any(&incident, |handle| cli.workstation.note_change(handle, &input))
}

fn suspect(cli: &CommandLine, args: &SuspectArgs) -> Result<String, Error> {
    cli.act_on_any(&args.change.incident, |handle| {
        let id = cli.workstation.find_change(handle, &args.change.part())?.id;
        if args.hypothesis { cli.workstation.blame_change(handle, id) } else { cli.workstation.suspect_change(handle, id, !args.no) }
    })
}

fn line(one: &ChangeView) -> String {
    let suspect = if one.suspect { "suspect" } else { "" };
    format!("{suspect:<7}  {}  {}, {} ({} the start)", one.at, one.label, one.summary, one.before)
}
