//! `sitrep deadlines`.

use chrono::{DateTime, TimeDelta, Utc};
use clap::Args;
use sitrep_core::procedure::{Deadline, DeadlineState};
use sitrep_core::text::{clock_time, countdown, rough};

use crate::command_line::{CommandLine, NamedIncident};
use crate::output::{Refusal, bracketed, joined};

/// Show its deadlines
#[derive(Debug, Args)]
pub struct DeadlinesArgs {
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &DeadlinesArgs) -> Result<(), Refusal> {
    let now = cli.now();
    let handle = cli.find_any(&args.incident)?;
    let deadlines = cli.workstation.deadlines(Some(&handle))?;
    cli.answer(&deadlines, || match deadlines.as_slice() {
        [] => "Nothing is due.".to_owned(),
        some => joined(some.iter().map(|deadline| line(deadline, now))),
    })
}

fn line(deadline: &Deadline, now: DateTime<Utc>) -> String {
    let audience = deadline.audience.map(|audience| format!(", {}", audience.label().to_lowercase())).unwrap_or_default();
    let name = format!("{}{audience}{}", deadline.kind.word().replace('_', " "), bracketed(deadline.subject.as_deref()));
    let due = clock_time(deadline.due_at, now);
    format!("{name:<20}  {:<12}  {due}{}{}", time_left(deadline, now), by_itself(deadline, now), silence(deadline, now))
}

/// `in 06:12`, `2 d late` or `met`.
fn time_left(deadline: &Deadline, now: DateTime<Utc>) -> String {
    let left = deadline.due_at - now;
    let size = if left.abs() < TimeDelta::days(1) { countdown(left) } else { rough(left.abs()) };
    match (deadline.is_open(), deadline.is_late(now)) {
        (false, _) => "met".to_owned(),
        (true, true) => format!("{size} late"),
        (true, false) => format!("in {size}"),
    }
}

fn by_itself(deadline: &Deadline, now: DateTime<Utc>) -> String {
    deadline.by_itself_at.map_or_else(String::new, |at| format!(", by itself at {}", clock_time(at, now)))
}

fn silence(deadline: &Deadline, now: DateTime<Utc>) -> String {
    match (deadline.state, deadline.snoozed_until) {
        (DeadlineState::Snoozed, Some(until)) => format!(", silent until {}", clock_time(until, now)),
        (DeadlineState::Snoozed, None) => ", silent for good".to_owned(),
        _ => String::new(),
    }
}
