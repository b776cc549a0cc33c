//! `sitrep impact`.

use clap::{Args, Subcommand};
use sitrep_core::vocabulary::{Detection, ImpactQuestion};
use sitrep_workstation::screens::ImpactQuestionView;

use crate::command_line::{CommandLine, IncidentArg, detection, standing};
use crate::output::{Refusal, in_doubt, joined};

/// Assess the impact: the four questions of triage, and how it was detected; alone, list them with what was answered
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct ImpactArgs {
    #[command(subcommand)]
    command: Option<ImpactCommand>,
    #[command(flatten)]
    incident: IncidentArg,
}

#[derive(Debug, Subcommand)]
pub enum ImpactCommand {
    /// Who is affected: all users, a subset of users, internal only
    Who(AnswerArgs),
    /// What is broken: a specific feature, the entire service, data integrity
    What(AnswerArgs),
    /// When it started; a time sets the start
    When(WhenArgs),
    /// Is it getting worse: error rate trending up, stable, recovering
    Worse(AnswerArgs),
    /// How it was detected
    Detected(DetectedArgs),
}

#[derive(Debug, Args)]
pub struct AnswerArgs {
    /// The answer
    #[arg(required = true, num_args = 1..)]
    answer: Vec<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct WhenArgs {
    /// The answer, or a time such as 14:05, -20m or 'yesterday 23:50'
    #[arg(allow_hyphen_values = true)]
    answer: String,
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

pub fn run(cli: &CommandLine, args: &ImpactArgs) -> Result<(), Refusal> {
    let Some(command) = &args.command else { return list(cli, &args.incident) };
    match command {
        ImpactCommand::Who(args) => answer(cli, ImpactQuestion::Who, &args.answer.join(" "), &args.incident),
        ImpactCommand::What(args) => answer(cli, ImpactQuestion::What, &args.answer.join(" "), &args.incident),
        ImpactCommand::When(args) => answer(cli, ImpactQuestion::When, &args.answer, &args.incident),
        ImpactCommand::Worse(args) => answer(cli, ImpactQuestion::Worse, &args.answer.join(" "), &args.incident),
        ImpactCommand::Detected(args) => detected(cli, args),
    }
}

fn answer(cli: &CommandLine, question: ImpactQuestion, words: &str, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find(incident)?;
    cli.workstation.answer_impact(&handle, question, words)?;
    cli.answer_about(&handle, |incident| {
        // It is answered, whether or not its doubt can be read.
        let doubt = cli.workstation.severity_doubt(&handle).ok().flatten().map(|doubt| in_doubt(&doubt, &handle));
        joined([standing(incident)].into_iter().chain(doubt))
    })
}

fn list(cli: &CommandLine, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_any(incident)?;
    let triage = cli.workstation.triage(&handle)?;
    cli.answer(&triage, || {
        let detected = triage.detected.map_or("(not answered: alert, user, monitoring, other)", Detection::label);
        let reasoning = triage.reasoning.as_ref().map(|reason| format!("Why this severity: {reason}"));
        let doubt = triage.doubt.as_ref().map(|doubt| in_doubt(doubt, &handle));
        let asked = triage.questions.iter().map(answered).chain([format!("How was it detected? {detected}")]);
        joined(asked.chain(reasoning).chain(doubt))
    })
}

fn answered(question: &ImpactQuestionView) -> String {
    let ImpactQuestionView { prompt, hint, answer, .. } = question;
    answer.as_ref().map_or_else(|| format!("{prompt} (not answered: {hint})"), |answer| format!("{prompt} {answer}"))
}

fn detected(cli: &CommandLine, args: &DetectedArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    cli.workstation.note_detection(&handle, args.by)?;
    cli.answer_with_standing(&handle)
}
