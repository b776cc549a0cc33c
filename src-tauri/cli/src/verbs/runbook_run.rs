//! `sitrep runbook begin`, and what follows it.

use clap::Args;
use sitrep_core::vocabulary::{EventId, RunEnd, RunStepState};
use sitrep_runbooks::{OutcomeKind, StepKind};
use sitrep_workstation::screens::{AskedPlace, RunCommand, RunPart, RunStepView, RunView, ServiceHelp};

use crate::command_line::{CommandLine, IncidentArg, one_of};
use crate::output::{Refusal, joined};

#[derive(Debug, Args)]
pub struct BeginArgs {
    /// Its path, or a part of it or of its title
    runbook: String,
    #[command(flatten)]
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct RunArgs {
    #[command(flatten)]
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct StepArgs {
    /// Its number
    number: u32,
    /// begun, done, failed, skipped or rolled-back
    #[arg(value_parser = one_of::<RunStepState>(RunStepState::ALL.map(RunStepState::word)))]
    to: RunStepState,
    /// What there is to say of it, for the timeline
    #[arg(num_args = 0..)]
    note: Vec<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct SetArgs {
    /// The place, as the runbook writes it: release, NAMESPACE, pod-name
    place: String,
    /// What stands there; leave out to take it back
    #[arg(default_value = "")]
    value: String,
    /// Read from the output of this step
    #[arg(long, value_name = "NUMBER")]
    step: Option<u32>,
    #[command(flatten)]
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct EndArgs {
    /// finished, false-alarm or left
    #[arg(value_parser = one_of::<RunEnd>(RunEnd::ALL.map(RunEnd::word)))]
    how: RunEnd,
    /// What there is to say of it, for the timeline
    #[arg(num_args = 0..)]
    note: Vec<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn begin(cli: &CommandLine, args: &BeginArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    let run = cli.workstation.begin_runbook(&handle, &args.runbook)?;
    told(cli, &handle, run)
}

pub fn show(cli: &CommandLine, args: &RunArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let run = cli.workstation.run_in_front(&handle)?;
    let view = cli.workstation.runbook_run(&handle, run)?;
    cli.answer(&view, || in_lines(&view))
}

pub fn step(cli: &CommandLine, args: &StepArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let run = cli.workstation.run_in_front(&handle)?;
    cli.workstation.move_runbook_step(&handle, run, args.number, args.to, Some(&args.note.join(" ")))?;
    told(cli, &handle, run)
}

pub fn set(cli: &CommandLine, args: &SetArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let run = cli.workstation.run_in_front(&handle)?;
    cli.workstation.fill_runbook_place(&handle, run, &args.place, &args.value, args.step)?;
    told(cli, &handle, run)
}

pub fn end(cli: &CommandLine, args: &EndArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let run = cli.workstation.run_in_front(&handle)?;
    cli.workstation.end_runbook(&handle, run, args.how, Some(&args.note.join(" ")))?;
    told(cli, &handle, run)
}

/// The run after an act; where that cannot be read, the act stands.
fn told(cli: &CommandLine, handle: &str, run: EventId) -> Result<(), Refusal> {
    let view = cli.workstation.runbook_run(handle, run).map_err(Refusal::Untold)?;
    cli.answer(&view, || in_lines(&view))
}

fn in_lines(run: &RunView) -> String {
    let ended = run.ended.as_ref().map(|ended| format!(", {ended}")).unwrap_or_default();
    let head = format!("{} ({}{ended})", run.title, run.about);
    let before = run.prerequisites.iter().filter(|one| !one.done && run.current == Some(1)).map(|one| {
        let words: String = one.words.iter().map(sitrep_runbooks::Inline::text).collect();
        format!("  Before step 1: {words}")
    });
    let steps = run.steps.iter().flat_map(|step| match run.current {
        Some(current) if current == step.number => current_step_lines(step, &run.helpers),
        _ => vec![step_head(step, ' ')],
    });
    joined([head].into_iter().chain(before).chain(steps))
}

fn step_head(step: &RunStepView, mark: char) -> String {
    let stands = step.stands.as_deref().unwrap_or("open");
    let note = step.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    let risky = step.risk.as_ref().map(|risk| format!("  RISKY: {}", risk.why)).unwrap_or_default();
    format!("{mark}{:>3}  {}  [{stands}{note}]{risky}", step.number, step.title)
}

/// The current step says all of it.
fn current_step_lines(step: &RunStepView, helpers: &[ServiceHelp]) -> Vec<String> {
    let back = step.way_back.iter().map(|part| format!("       The way back: {}", part_line(part).trim_start()));
    let parts = step.parts.iter().map(part_line);
    let asked = step
        .asked
        .iter()
        .filter(|place| place.value.is_empty())
        .map(|place| format!("       Fill: sitrep runbook set '{}' VALUE", place.name));
    let expected = step.expected.iter().map(|expected| format!("       Expected: {}", expected.text));
    let closes = step.expected.iter().flat_map(|expected| &expected.outcomes).any(|outcome| outcome.kind == OutcomeKind::Close);
    let false_alarm = closes.then(|| "       If it is none: sitrep runbook end false-alarm".to_owned());
    let asks = step.asks.iter().map(|place| asks_line(place, step.number));
    let helpers = helpers.iter().filter(|_| step.kind == StepKind::Escalation).filter_map(helper_line);
    let lines = [step_head(step, '>')].into_iter().chain(back).chain(parts).chain(asked).chain(expected).chain(false_alarm);
    lines.chain(asks).chain(helpers).collect()
}

fn helper_line(help: &ServiceHelp) -> Option<String> {
    let contacts = help.contacts.iter().map(|one| format!("{} {}", one.who, one.how));
    let who: Vec<String> = help.owners.iter().cloned().chain(contacts).collect();
    (!who.is_empty()).then(|| format!("       {}: {}", help.service, who.join(", ")))
}

fn asks_line(place: &AskedPlace, step: u32) -> String {
    match place.value.as_str() {
        "" => format!("       Out of the output: sitrep runbook set '{}' VALUE --step {step}", place.name),
        value => format!("       {}: {value}", place.name),
    }
}

fn part_line(part: &RunPart) -> String {
    match part {
        RunPart::Words { block } => indented(&block.text(), "       "),
        RunPart::Command { command } => command_lines(command),
    }
}

fn command_lines(command: &RunCommand) -> String {
    let shown = command.ways.iter().filter(|way| command.chosen.as_ref().is_none_or(|chosen| *chosen == way.label));
    let way = |way: &sitrep_workstation::screens::RunWay| {
        let text: String = way.parts.iter().map(|part| part.text.as_str()).collect();
        let label = if way.label.is_empty() { String::new() } else { format!("       {}:\n", way.label) };
        format!("{label}{}", indented(&text, "         "))
    };
    joined(shown.map(way))
}

fn indented(text: &str, by: &str) -> String {
    joined(text.lines().map(|line| format!("{by}{line}")))
}
