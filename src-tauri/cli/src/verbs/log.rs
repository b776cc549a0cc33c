//! `sitrep log`.

use std::path::PathBuf;

use clap::Args;
use sitrep_core::vocabulary::EntryKind;
use sitrep_foreign::MB;
use sitrep_workstation::NewEntry;
use sitrep_workstation::acts::ENTRY_AT_MOST;

use super::transcript::{self, TranscriptArgs};
use crate::command_line::{CommandLine, IncidentArg, read_file, read_standard_input};
use crate::output::Refusal;

/// Log an entry on the timeline
#[derive(Debug, Args)]
pub struct LogArgs {
    /// The entry; '-' reads it from standard input
    #[arg(num_args = 0..)]
    text: Vec<String>,
    /// When it happened
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
    /// It is a decision
    #[arg(long)]
    decision: bool,
    /// A screenshot or another picture that goes with it; may be given several times; '-' reads standard input
    #[arg(long = "picture", value_name = "FILE")]
    pictures: Vec<PathBuf>,
    #[command(flatten)]
    transcript: TranscriptArgs,
    #[command(flatten)]
    incident: IncidentArg,
}

/// A screenshot of several screens is far smaller; in bytes.
const PICTURE_AT_MOST: u64 = 32 * MB;

pub fn run(cli: &CommandLine, args: &LogArgs) -> Result<(), Refusal> {
    match &args.transcript.transcript {
        Some(file) => transcript::run(cli, file, &args.transcript, &args.incident),
        None => entry(cli, args),
    }
}

fn entry(cli: &CommandLine, args: &LogArgs) -> Result<(), Refusal> {
    let text = text(&args.text)?;
    let kind = if args.decision { EntryKind::Decision } else { EntryKind::Note };
    let mut pictures = Vec::new();
    for file in &args.pictures {
        pictures.push(cli.workstation.keep_picture_file(&read_file(file, PICTURE_AT_MOST)?)?.id);
    }
    let entry = NewEntry { kind, text: &text, pictures: &pictures };
    let recorded = cli.workstation.log_entry(args.incident.part(), &entry, args.at.as_deref())?;
    cli.answer(&recorded, || recorded.message.clone())
}

fn text(words: &[String]) -> Result<String, Refusal> {
    match words {
        [dash] if dash == "-" => read_standard_input(ENTRY_AT_MOST),
        words => Ok(words.join(" ")),
    }
}
