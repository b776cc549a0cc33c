//! `sitrep check`.

use std::iter::once;

use clap::Subcommand;
use serde_json::json;
use sitrep_core::procedure::ChecklistItem;
use sitrep_core::vocabulary::{ChecklistLine, VerificationCheck};
use sitrep_workstation::Error;
use sitrep_workstation::acts::CheckEvidenceInput;
use sitrep_workstation::screens::{CheckEvidenceView, IncidentScreen, Verification};

use crate::command_line::{CommandLine, IncidentArg, Subject, one_of};
use crate::output::{Refusal, bracketed, joined};

/// The checks of the fix and the checklist
#[derive(Debug, Subcommand)]
pub enum CheckCommand {
    /// List the five checks of the fix and the twelve lines of the checklist
    List(IncidentArg),
    /// Tick a check of the fix: sitrep check fix error-rate --evidence '0.2 %, baseline 0.3 %'
    Fix {
        /// Which
        #[arg(value_parser = one_of::<VerificationCheck>(VerificationCheck::ALL.map(VerificationCheck::word)))]
        check: VerificationCheck,
        /// Take the tick back
        #[arg(long, conflicts_with_all = ["evidence", "entry"])]
        undo: bool,
        /// What the monitoring shows: a value
        #[arg(long, value_name = "TEXT")]
        evidence: Option<String>,
        /// The entry of the timeline that shows it, by a part of its words; these count where no others are given
        #[arg(long, value_name = "WORDS")]
        entry: Option<String>,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Tick a line of the checklist that no fact ticks
    Line {
        /// Its number, 1 to 12
        #[arg(value_parser = checklist_line)]
        line: ChecklistLine,
        /// Take the tick back
        #[arg(long)]
        undo: bool,
        #[command(flatten)]
        incident: IncidentArg,
    },
}

fn checklist_line(text: &str) -> Result<ChecklistLine, String> {
    let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    number.and_then(|index| ChecklistLine::ALL.get(index)).copied().ok_or_else(|| "the lines are numbered 1 to 12".to_owned())
}

pub fn run(cli: &CommandLine, command: CheckCommand) -> Result<(), Refusal> {
    let subject = act(cli, command)?;
    let screen = subject.told(cli.workstation.incident_screen(&subject.handle))?;
    let IncidentScreen { verification, checklist, next_step, .. } = &screen;
    let shape = json!({ "verification": verification, "checklist": checklist, "next_step": next_step });
    cli.answer(&shape, || page(&screen))
}

fn act(cli: &CommandLine, command: CheckCommand) -> Result<Subject, Error> {
    match command {
        CheckCommand::List(incident) => cli.look_at(&incident),
        CheckCommand::Fix { check, undo, evidence: None, entry: None, incident } => {
            cli.act_on_any(&incident, |handle| cli.workstation.tick_check(handle, check, !undo))
        }
        CheckCommand::Fix { check, evidence, entry, incident, .. } => cli.act_on_any(&incident, |handle| {
            let source = entry.map(|words| cli.workstation.find_entry(handle, &words)).transpose()?;
            let input = CheckEvidenceInput { text: evidence.unwrap_or_default(), source };
            cli.workstation.add_check_evidence(handle, check, &input)
        }),
        CheckCommand::Line { line, undo, incident } => {
            cli.act_on_any(&incident, |handle| cli.workstation.tick_checklist(handle, line, !undo))
        }
    }
}

fn page(screen: &IncidentScreen) -> String {
    let fix = once("The fix".to_owned()).chain(fix_lines(&screen.verification));
    let checklist = once("Checklist".to_owned()).chain(screen.checklist.iter().enumerate().map(checklist_item));
    joined(fix.chain(checklist).chain([format!("Next: {}", screen.next_step.text)]))
}

fn fix_lines(fix: &Verification) -> impl Iterator<Item = String> {
    let checks = fix.checks.iter().map(|one| format!("     {} {}{}", tick(one.done), one.label, seen(one.evidence.as_ref())));
    let until = bracketed(fix.quiet_until.as_deref());
    let quiet = format!("     {} {}{until}{}", tick(fix.quiet_done), fix.quiet_label, seen(fix.quiet_evidence.as_ref()));
    checks.chain([quiet])
}

fn seen(evidence: Option<&CheckEvidenceView>) -> String {
    evidence.map(|seen| format!(": {} ({}, {})", seen.text, seen.at, seen.by)).unwrap_or_default()
}

fn checklist_item((at, item): (usize, &ChecklistItem)) -> String {
    let by = (!item.by.is_empty()).then_some(&item.by);
    format!("{:>4} {} {}{}", at + 1, tick(item.done), item.label, bracketed(by))
}

fn tick(done: bool) -> &'static str {
    if done { "[x]" } else { "[ ]" }
}
