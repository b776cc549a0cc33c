//! `sitrep snooze`.

use chrono::{DateTime, Utc};
use clap::Args;
use serde_json::json;
use sitrep_core::procedure::Deadline;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::DeadlineKind;
use sitrep_workstation::Error;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Silence the reminders of the deadline that is nearest, or of one kind; its due time stays, and nothing is held up
#[derive(Debug, Args)]
pub struct SnoozeArgs {
    /// How long, in minutes; 0 turns the reminders on again
    #[arg(default_value_t = 5)]
    minutes: u32,
    /// No more reminders of this one
    #[arg(long, conflicts_with = "minutes")]
    for_good: bool,
    /// Why; an escalation is silenced for good only with a reason
    #[arg(long)]
    reason: Option<String>,
    /// Which deadline: update, escalation, review and so on, as `sitrep deadlines --json` names them
    #[arg(long, value_name = "KIND", value_parser = deadline_kind)]
    deadline: Option<DeadlineKind>,
    #[command(flatten)]
    incident: IncidentArg,
}

fn deadline_kind(text: &str) -> Result<DeadlineKind, String> {
    let found = DeadlineKind::ALL.into_iter().find(|kind| kind.word() == text);
    found.ok_or_else(|| format!("no such deadline; there are {}", DeadlineKind::ALL.map(DeadlineKind::word).join(", ")))
}

pub fn run(cli: &CommandLine, args: &SnoozeArgs) -> Result<(), Refusal> {
    let minutes = (!args.for_good).then_some(args.minutes);
    let handle = cli.find_any(&args.incident)?;
    let deadlines = cli.workstation.deadlines(Some(&handle))?;
    let deadline = choose(&deadlines, args.deadline).ok_or(Error::UnknownDeadline)?;
    cli.workstation.snooze(&handle, &deadline.key, minutes, args.reason.as_deref())?;
    cli.answer(&json!({ "key": deadline.key, "minutes": minutes }), || {
        let confirmed = confirmation(minutes, deadline.kind.label(), &clock_time(deadline.due_at, cli.now()));
        confirmed + &by_itself(deadline, cli.now())
    })
}

/// The open one of this kind; without a kind the one that presses, else the next update, else the nearest.
fn choose(deadlines: &[Deadline], kind: Option<DeadlineKind>) -> Option<&Deadline> {
    let open = || deadlines.iter().filter(|deadline| deadline.is_open());
    let of = |kind| open().find(|deadline| deadline.kind == kind);
    match kind {
        Some(kind) => of(kind),
        None => open().find(|deadline| deadline.is_pressing()).or_else(|| of(DeadlineKind::Update)).or_else(|| open().next()),
    }
}

/// Silence holds nothing up.
fn by_itself(deadline: &Deadline, now: DateTime<Utc>) -> String {
    deadline.by_itself_at.map_or_else(String::new, |at| {
        let at = clock_time(at, now);
        format!(" The policy still raises the severity by itself at {at}; to stop that: sitrep escalate --stop-automatic --reason WHY")
    })
}

fn confirmation(minutes: Option<u32>, deadline: &str, due: &str) -> String {
    match minutes {
        None => format!("{deadline}: no more reminders of this one. It is still due at {due}."),
        Some(0) => format!("{deadline}: reminders are on again. Due at {due}."),
        Some(minutes) => format!("{deadline}: silent for {minutes} min. It is still due at {due}."),
    }
}
