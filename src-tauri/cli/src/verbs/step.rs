//! `sitrep step`.

use clap::{Args, Subcommand};
use sitrep_core::vocabulary::{InvestigationStep, StepState};
use sitrep_workstation::Error;
use sitrep_workstation::screens::StepView;

use super::step_guidance::guidance;
use crate::command_line::{CommandLine, IncidentArg, Subject, one_of};
use crate::output::{Refusal, joined, numbered, stated};

/// The five steps of the investigation, with the time spent on each
#[derive(Debug, Subcommand)]
pub enum StepCommand {
    /// List them, with the time spent on each
    List(IncidentArg),
    /// Start one: dashboards, changes, logs, hypotheses, verification
    Start(StepArgs),
    /// It is done
    Done(StepArgs),
    /// Leave one out, for a reason
    Skip {
        /// Why
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        step: StepArgs,
    },
}

#[derive(Debug, Args)]
pub struct StepArgs {
    /// Which
    #[arg(value_parser = one_of::<InvestigationStep>(InvestigationStep::ALL.map(InvestigationStep::word)))]
    step: InvestigationStep,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, command: StepCommand) -> Result<(), Refusal> {
    let begun = if let StepCommand::Start(args) = &command { Some(args.step) } else { None };
    let subject = act(cli, command)?;
    let steps = subject.told(cli.workstation.investigation(&subject.handle))?.steps;
    let guidance = subject.told(begun.map(|step| guidance(cli, &subject.handle, step)).transpose())?.unwrap_or_default();
    cli.answer(&steps, || {
        let guided = guidance.iter().map(|line| format!("  {line}"));
        joined(std::iter::once(numbered(steps.iter().map(line), "")).chain(guided))
    })
}

fn act(cli: &CommandLine, command: StepCommand) -> Result<Subject, Error> {
    match command {
        StepCommand::List(incident) => cli.look_at(&incident),
        StepCommand::Start(args) => move_to(cli, StepState::InProgress, &args, None),
        StepCommand::Done(args) => move_to(cli, StepState::Done, &args, None),
        StepCommand::Skip { reason, step } => move_to(cli, StepState::Skipped, &step, reason.as_deref()),
    }
}

fn move_to(cli: &CommandLine, state: StepState, args: &StepArgs, reason: Option<&str>) -> Result<Subject, Error> {
    cli.act_on_any(&args.incident, |handle| cli.workstation.move_step(handle, args.step, state, reason))
}

fn line(one: &StepView) -> String {
    let notes: Vec<&str> = [&one.spent, &one.because].into_iter().flatten().map(String::as_str).collect();
    stated(&one.state_label, &one.label, (!notes.is_empty()).then(|| notes.join(", ")))
}
