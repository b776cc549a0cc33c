//! `sitrep change`.

use clap::{Args, Subcommand};
use sitrep_core::vocabulary::{ChangeKind, DeployAnswer};
use sitrep_workstation::Error;
use sitrep_workstation::acts::{ChangeInput, DeployAnswerInput};
use sitrep_workstation::screens::{ChangeView, DeployQuestionView};

use crate::command_line::{CommandLine, IncidentArg, PartArgs, Subject, one_of};
use crate::output::{Refusal, joined, numbered};

/// Changes: what was different before it began
#[derive(Debug, Subcommand)]
pub enum ChangeCommand {
    /// Note one: sitrep change add deploy 'v314 of payments-api' --at 13:45 --reference a1b2c3d
    Add(AddArgs),
    /// Answer a question about recent changes: sitrep change answer configuration no
    Answer(AnswerArgs),
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
pub struct AnswerArgs {
    /// The question: deploy, configuration or infrastructure, or one of the team's own
    question: String,
    /// What is known
    #[arg(value_parser = one_of::<DeployAnswer>(DeployAnswer::ALL.map(DeployAnswer::word)))]
    answer: DeployAnswer,
    /// With yes: what was changed, unless it is noted already
    #[arg(num_args = 0..)]
    change: Vec<String>,
    /// When that was made
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
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
    let subject = act(cli, command)?;
    let screen = subject.told(cli.workstation.investigation(&subject.handle))?;
    let none = "No change yet. Note one: sitrep change add deploy WHAT IT IS --at 13:45";
    cli.answer(&screen.changes, || {
        joined([numbered(screen.changes.iter().map(line), none)].into_iter().chain(screen.questions.iter().map(question)))
    })
}

fn act(cli: &CommandLine, command: ChangeCommand) -> Result<Subject, Error> {
    match command {
        ChangeCommand::Add(args) => add(cli, args),
        ChangeCommand::Answer(args) => answer(cli, args),
        ChangeCommand::List(incident) => cli.look_at(&incident),
        ChangeCommand::Suspect(args) => suspect(cli, &args),
    }
}

fn add(cli: &CommandLine, args: AddArgs) -> Result<Subject, Error> {
    let AddArgs { change, summary, at, reference, repository, by, suspect, incident } = args;
    let input = ChangeInput { change, summary: summary.join(" "), at, reference, repository, by, suspect };
    cli.act_on_any(&incident, |handle| cli.workstation.note_change(handle, &input))
}

fn answer(cli: &CommandLine, args: AnswerArgs) -> Result<Subject, Error> {
    let AnswerArgs { question, answer, change, at, incident } = args;
    let input = DeployAnswerInput { id: question, answer, change: Some(change.join(" ")), at };
    cli.act_on_any(&incident, |handle| cli.workstation.answer_deploy_question(handle, &input))
}

fn suspect(cli: &CommandLine, args: &SuspectArgs) -> Result<Subject, Error> {
    cli.act_on_any(&args.change.incident, |handle| {
        let id = cli.workstation.find_change(handle, &args.change.part())?.id;
        if args.hypothesis { cli.workstation.blame_change(handle, id) } else { cli.workstation.suspect_change(handle, id, !args.no) }
    })
}

fn line(one: &ChangeView) -> String {
    let suspect = if one.suspect { "suspect" } else { "" };
    format!("{suspect:<7}  {}  {}, {} ({} the start)", one.at, one.label, one.summary, one.before)
}

fn question(one: &DeployQuestionView) -> String {
    let answer = one.answer_label.clone().unwrap_or_else(|| format!("open: sitrep change answer {} yes, no or unknown", one.id));
    format!("{} {answer}", one.question)
}
