//! `sitrep finding`.

use clap::{Args, Subcommand};
use sitrep_core::vocabulary::FindingAbout;
use sitrep_workstation::Error;
use sitrep_workstation::acts::FindingInput;
use sitrep_workstation::screens::FindingView;

use crate::command_line::{CommandLine, IncidentArg, PartArgs, Subject, one_of};
use crate::output::{Refusal, bracketed, numbered};

/// Findings: what a dashboard or a log shows
#[derive(Debug, Subcommand)]
pub enum FindingCommand {
    /// Write one down: sitrep finding add errors '502s on card payments' --onset 13:52
    Add(AddArgs),
    /// List them
    List(IncidentArg),
    /// Take one back
    Remove(PartArgs),
}

#[derive(Debug, Args)]
pub struct AddArgs {
    /// What it is about
    #[arg(value_parser = one_of::<FindingAbout>(FindingAbout::ALL.map(FindingAbout::word)))]
    about: FindingAbout,
    /// What it shows
    #[arg(required = true, num_args = 1..)]
    text: Vec<String>,
    /// Since when it shows
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    onset: Option<String>,
    /// When it was found
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, command: FindingCommand) -> Result<(), Refusal> {
    let subject = act(cli, command)?;
    let findings = subject.told(cli.workstation.investigation(&subject.handle))?.findings;
    let none = "No finding yet. Write one down: sitrep finding add errors WHAT IT SHOWS";
    cli.answer(&findings, || numbered(findings.iter().map(line), none))
}

fn act(cli: &CommandLine, command: FindingCommand) -> Result<Subject, Error> {
    match command {
        FindingCommand::Add(args) => add(cli, args),
        FindingCommand::List(incident) => cli.look_at(&incident),
        FindingCommand::Remove(args) => remove(cli, &args),
    }
}

fn add(cli: &CommandLine, args: AddArgs) -> Result<Subject, Error> {
    let AddArgs { about, text, onset, at, incident } = args;
    let input = FindingInput { about, text: text.join(" "), onset, at };
    cli.act_on_any(&incident, |handle| cli.workstation.add_finding(handle, &input))
}

fn remove(cli: &CommandLine, args: &PartArgs) -> Result<Subject, Error> {
    cli.act_on_any(&args.incident, |handle| {
        let id = cli.workstation.find_finding(handle, &args.part())?.id;
        cli.workstation.remove_finding(handle, id)
    })
}

fn line(one: &FindingView) -> String {
    let since = one.onset.as_ref().map(|onset| format!("since {onset}"));
    format!("{:<14}  {}{}", one.label, one.text, bracketed(since))
}
