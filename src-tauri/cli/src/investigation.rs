//! `sitrep finding`, `sitrep change`, `sitrep step` and `sitrep check`.

use serde_json::json;
use sitrep_core::vocabulary::StepState;
use sitrep_workstation::investigation_views::{ChangeInput, ChangeView, FindingInput, FindingView, StepView};
use sitrep_workstation::views::IncidentScreen;
use sitrep_workstation::{Error, Workstation};

use crate::args::Which;
use crate::investigation_args::{ChangeVerb, CheckVerb, FindingVerb, Step, StepVerb};
use crate::output::{Refusal, answer};

/// Does what is asked with findings and answers with the list as it is then.
pub fn finding(room: &Workstation, json: bool, act: FindingVerb) -> Result<(), Refusal> {
    let handle = match act {
        FindingVerb::Add { about, text, onset, at, which } => {
            let handle = handle(room, &which)?;
            room.add_finding(&handle, &FindingInput { about, text: text.join(" "), onset, at })?;
            handle
        }
        FindingVerb::List(which) => handle(room, &which)?,
        FindingVerb::Remove(meant) => {
            let handle = handle(room, &meant.which)?;
            room.remove_finding(&handle, room.meant_finding(&handle, &meant.part.join(" "))?.id)?;
            handle
        }
    };
    let all = room.investigation(&handle)?.findings;
    let line = |one: &FindingView| {
        let since = one.onset.as_ref().map(|onset| format!(" (since {onset})")).unwrap_or_default();
        format!("{:<14}  {}{since}", one.label, one.text)
    };
    answer(json, &all, || numbered(all.iter().map(line), "No finding yet. Write one down: sitrep finding add errors WHAT IT SHOWS"))
}

/// Does what is asked with changes and answers with the list as it is then.
pub fn change(room: &Workstation, json: bool, act: ChangeVerb) -> Result<(), Refusal> {
    let handle = match act {
        ChangeVerb::Add { change, summary, at, reference, repository, by, suspect, which } => {
            let handle = handle(room, &which)?;
            let input = ChangeInput { change, summary: summary.join(" "), at, reference, repository, by, suspect };
            room.note_change(&handle, &input)?;
            handle
        }
        ChangeVerb::List(which) => handle(room, &which)?,
        ChangeVerb::Suspect { no, hypothesis, meant } => {
            let handle = handle(room, &meant.which)?;
            let id = room.meant_change(&handle, &meant.part.join(" "))?.id;
            if hypothesis {
                room.blame_change(&handle, id)?
            } else {
                room.suspect_change(&handle, id, !no)?
            }
            handle
        }
    };
    let all = room.investigation(&handle)?.changes;
    let line = |one: &ChangeView| {
        let suspect = if one.suspect { "suspect" } else { "" };
        format!("{:<7}  {}  {}, {} ({} the start)", suspect, one.at, one.label, one.summary, one.before)
    };
    answer(json, &all, || numbered(all.iter().map(line), "No change yet. Note one: sitrep change add deploy WHAT IT IS --at 13:45"))
}

/// Does what is asked with the steps of the investigation and answers with the five as they are then.
pub fn step(room: &Workstation, json: bool, act: StepVerb) -> Result<(), Refusal> {
    let moved = |one: Step, to, reason: Option<&str>| {
        let handle = handle(room, &one.which)?;
        room.move_step(&handle, one.step, to, reason)?;
        Ok::<_, Error>(handle)
    };
    let handle = match act {
        StepVerb::List(which) => handle(room, &which)?,
        StepVerb::Start(step) => moved(step, StepState::InProgress, None)?,
        StepVerb::Done(step) => moved(step, StepState::Done, None)?,
        StepVerb::Skip { reason, step } => moved(step, StepState::Skipped, reason.as_deref())?,
    };
    let all = room.investigation(&handle)?.steps;
    let line = |one: &StepView| {
        let notes: Vec<&str> = [&one.spent, &one.because].into_iter().flatten().map(String::as_str).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
        format!("{:<11}  {}{notes}", one.state_label, one.label)
    };
    answer(json, &all, || numbered(all.iter().map(line), ""))
}

/// Ticks what is asked and answers with the checks of the fix and the checklist as they are then.
pub fn check(room: &Workstation, json: bool, act: CheckVerb) -> Result<(), Refusal> {
    let handle = match act {
        CheckVerb::List(which) => handle(room, &which)?,
        CheckVerb::Fix { check, undo, which } => {
            let handle = handle(room, &which)?;
            room.tick_check(&handle, check, !undo)?;
            handle
        }
        CheckVerb::Line { line, undo, which } => {
            let handle = handle(room, &which)?;
            room.tick_checklist(&handle, line, !undo)?;
            handle
        }
    };
    let IncidentScreen { verification, checklist, next_step, .. } = room.incident_screen(&handle)?;
    let tick = |done: bool| if done { "[x]" } else { "[ ]" };
    let shape = json!({ "verification": verification, "checklist": checklist, "next_step": next_step });
    answer(json, &shape, || {
        let quiet_until = verification.quiet_until.as_ref().map(|until| format!(" ({until})")).unwrap_or_default();
        let checks = verification.checks.iter().map(|one| format!("     {} {}", tick(one.done), one.label));
        let quiet = format!("     {} {}{quiet_until}", tick(verification.quiet_done), verification.quiet_label);
        let lines = checklist.iter().enumerate().map(|(number, item)| {
            let by = if item.by.is_empty() { String::new() } else { format!(" ({})", item.by) };
            format!("{:>4} {} {}{by}", number + 1, tick(item.done), item.label)
        });
        let fix = ["The fix".to_owned()].into_iter().chain(checks).chain([quiet, "Checklist".to_owned()]);
        fix.chain(lines).chain([format!("Next: {}", next_step.text)]).collect::<Vec<_>>().join("\n")
    })
}

fn handle(room: &Workstation, which: &Which) -> Result<String, Error> {
    Ok(room.find_any(which.incident.as_deref())?.summary.handle)
}

fn numbered(lines: impl Iterator<Item = String>, none: &str) -> String {
    let lines: Vec<String> = lines.enumerate().map(|(number, line)| format!("{:>2}  {line}", number + 1)).collect();
    if lines.is_empty() { none.to_owned() } else { lines.join("\n") }
}
