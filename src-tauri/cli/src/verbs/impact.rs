//! `sitrep impact`.

use clap::{Args, Subcommand};
use sitrep_core::vocabulary::{Detection, ImpactQuestion};

use crate::command_line::{CommandLine, IncidentArg, detection};
use crate::output::Refusal;

/// Assess the impact: the four questions of triage, and how it was detected
#[derive(Debug, Subcommand)]
pub enum ImpactCommand {
    /// Who is affected: all users, a subset of users, internal only
    Who(AnswerArgs),
    /// What is broken: a specific feature, the entire service, data integrity
    What(AnswerArgs),
    /// When it started; a time sets the start
    When(AnswerArgs),
    /// Is it getting worse: error rate trending up, stable, recovering
    Worse(AnswerArgs),
    /// How it was detected
    Detected(DetectedArgs),
}

#[derive(Debug, Args)]
pub struct AnswerArgs {
    /// The answer
    #[arg(required = true, num_args = 1.., allow_hyphen_values = true)]
    answer: Vec<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct DetectedArgs {
    /// By what
    #[arg(value_parser = detection())]
    by: Detection,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, command: &ImpactCommand) -> Result<(), Refusal> {
    let (question, args) = match command {
        ImpactCommand::Who(args) => (ImpactQuestion::Who, args),
        ImpactCommand::What(args) => (ImpactQuestion::What, args),
        ImpactCommand::When(args) => (ImpactQuestion::When, args),
        ImpactCommand::Worse(args) => (ImpactQuestion::Worse, args),
        ImpactCommand::Detected(args) => return detected(cli, args),
    };
    let handle = cli.find(&args.incident)?;
    cli.workstation.answer_impact(&handle, question, &args.answer.join(" "))?;
    cli.answer_with_standing(&handle)
}

fn detected(cli: &CommandLine, args: &DetectedArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    cli.workstation.note_detection(&handle, args.by)?;
    cli.answer_with_standing(&handle)
}
