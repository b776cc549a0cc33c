//! `sitrep backfill`.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::vocabulary::Severity;
use sitrep_foreign::MB;
use sitrep_workstation::acts::{BackfillInput, BackfillPreview, ReadLine};

use crate::command_line::{CommandLine, GlobalArgs, can_be_asked, is_said_yes, read_file};
use crate::output::{Refusal, joined};

/// Bring in a past incident from its written postmortem (Markdown), with all its times; nothing of it is due
#[derive(Debug, Args)]
pub struct BackfillArgs {
    /// The postmortem; '-' reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The zone of its times where they name none: UTC, local, +02:00, Europe/Berlin
    #[arg(long, value_name = "ZONE", default_value = "UTC", allow_hyphen_values = true)]
    zone: String,
    /// How bad it was, where it does not say so
    #[arg(long)]
    severity: Option<Severity>,
    /// Its title, where it does not say so
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The day it began on, where it does not say so
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// Record it without being asked
    #[arg(long)]
    yes: bool,
}

/// More than is attached to an entry is refused by name.
const BYTES_AT_MOST: u64 = 10 * MB;

/// Both in one object; `recorded` is null while nothing is.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    preview: BackfillPreview,
    recorded: Option<IncidentSummary>,
}

pub fn run(cli: &CommandLine, global: GlobalArgs, args: BackfillArgs) -> Result<(), Refusal> {
    let BackfillArgs { file, zone, severity, title, day, yes } = args;
    let text = String::from_utf8_lossy(&read_file(&file, BYTES_AT_MOST)?).into_owned();
    let name = file.file_name().map_or_else(|| "postmortem.md".to_owned(), |name| name.to_string_lossy().into_owned());
    let name = if name == "-" { "postmortem.md".to_owned() } else { name };
    let input = BackfillInput { name, text, zone: Some(zone), severity, title, day };
    let preview = cli.workstation.preview_backfill(&input)?;
    let is_asked = !yes && can_be_asked(global);
    let is_wanted = yes || is_said_yes(global, &page(&preview), "Record it?")?;
    let recorded = if is_wanted { Some(cli.workstation.backfill(&input)?.incident) } else { None };
    let answer = Answer { preview, recorded };
    cli.answer(&answer, || if is_asked { last(&answer) } else { joined([page(&answer.preview), last(&answer)].into_iter()) })
}

fn page(preview: &BackfillPreview) -> String {
    let BackfillPreview { title, severity, times, lines, whys, actions, .. } = preview;
    let head = format!("{severity} {title}\n{times}");
    let holds = format!("{lines} lines of timeline, {whys} whys, {actions} action items; review: {}", preview.parts.join(", "));
    let read = preview.read.iter().filter(|line| line.became.is_some()).map(placed);
    let lost: Vec<String> = preview.read.iter().filter(|line| line.became.is_none()).map(placed).collect();
    let heading = (!lost.is_empty()).then(|| "Not placed; kept in the attached postmortem:".to_owned());
    joined([head, holds].into_iter().chain(preview.assumed.clone()).chain(read).chain(heading).chain(lost))
}

fn placed(ReadLine { line, became, text }: &ReadLine) -> String {
    let became = became.as_ref().map(|became| format!("{became:<22}")).unwrap_or_default();
    format!("{line:>5}  {became}{text}")
}

fn last(answer: &Answer) -> String {
    match &answer.recorded {
        Some(incident) => format!("Recorded as {}; nothing of it is due", incident.handle),
        None => "Nothing is recorded yet. With --yes, it will be.".to_owned(),
    }
}
