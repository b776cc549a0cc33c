//! `sitrep log --transcript`: a transcript as dated entries, shown first, recorded with `--yes`.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use sitrep_foreign::MB;
use sitrep_workstation::Error;
use sitrep_workstation::acts::{ConfirmedLine, RecordedTranscript, TranscriptPreview, TranscriptRow};

use crate::command_line::{CommandLine, IncidentArg, read_file};
use crate::output::{Refusal, joined};

/// What `log` takes in place of an entry.
#[derive(Debug, Args)]
pub struct TranscriptArgs {
    /// Show a transcript (Slack, Teams, IRC, a log, a shell's history) as dated entries; '-' reads standard input
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-", conflicts_with_all = ENTRY)]
    pub transcript: Option<PathBuf>,
    /// Record the transcript's entries; those on the timeline already are left out
    #[arg(long, requires = "transcript", conflicts_with_all = ENTRY)]
    yes: bool,
    /// The zone of the transcript's times where they name none: UTC, local, +02:00, Europe/Berlin
    #[arg(long, value_name = "ZONE", default_value = "UTC", requires = "transcript", conflicts_with_all = ENTRY)]
    #[arg(allow_hyphen_values = true)]
    zone: String,
}

/// The arguments of an entry.
const ENTRY: [&str; 4] = ["text", "at", "decision", "pictures"];

/// Days of a busy channel.
const BYTES_AT_MOST: u64 = 10 * MB;

/// Both in one object; `recorded` is null while nothing is.
#[derive(Serialize)]
struct Transcript {
    #[serde(flatten)]
    preview: TranscriptPreview,
    recorded: Option<RecordedTranscript>,
}

pub fn run(cli: &CommandLine, file: &Path, args: &TranscriptArgs, incident: &IncidentArg) -> Result<(), Refusal> {
    let text = String::from_utf8_lossy(&read_file(file, BYTES_AT_MOST)?).into_owned();
    // A transcript is often brought in once the incident is over.
    let handle = cli.find_any(incident)?;
    let preview = cli.workstation.preview_transcript(&handle, &text, &args.zone)?;
    if preview.format.is_none() {
        return Err(Error::NoTimes.into());
    }
    let lines: Vec<ConfirmedLine> = preview.rows.iter().filter(|row| row.ticked).filter_map(confirmed).collect();
    let recorded = if args.yes && !lines.is_empty() { Some(cli.workstation.record_transcript(&handle, &lines)?) } else { None };
    let transcript = Transcript { preview, recorded };
    cli.answer(&transcript, || page(&transcript))
}

fn confirmed(row: &TranscriptRow) -> Option<ConfirmedLine> {
    Some(ConfirmedLine { at: row.at?, author: row.author.clone(), text: row.text.clone() })
}

fn page(Transcript { preview, recorded }: &Transcript) -> String {
    let last = match (recorded, preview.count) {
        (Some(recorded), _) => format!("{}.", recorded.message),
        (None, 0) => "Nothing to record: what has a time is on the timeline already.".to_owned(),
        (None, count) => format!("Nothing is recorded yet. With --yes, {count} of these will be."),
    };
    let masked = preview.masked_line.as_ref().map(|line| format!(" {line}")).unwrap_or_default();
    let summary = format!("{}{masked}", preview.summary);
    joined(preview.rows.iter().map(line).chain([summary, last]))
}

/// A star marks what will be recorded.
fn line(row: &TranscriptRow) -> String {
    let mark = if row.ticked { '*' } else { ' ' };
    let author = row.author.as_ref().map(|author| format!("{author}: ")).unwrap_or_default();
    let note = row.note.as_ref().map(|note| format!("  ({note})")).unwrap_or_default();
    format!("{mark} {:<9}  {author}{}{note}", row.time, row.text.replace('\n', "\n             "))
}
