//! `sitrep log`.

use std::path::{Path, PathBuf};

use clap::Args;
use sitrep_core::vocabulary::EntryKind;
use sitrep_foreign::MB;
use sitrep_workstation::NewEntry;
use sitrep_workstation::acts::{ATTACHED_AT_MOST, ENTRY_AT_MOST, LongText};

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
    /// A text that is too long for an entry and is kept whole beside it, up to 2 MB; '-' reads standard input
    #[arg(long, value_name = "FILE", conflicts_with = "transcript")]
    attach: Option<PathBuf>,
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
    let (incident, at) = (args.incident.part(), args.at.as_deref());
    let recorded = match &args.attach {
        Some(file) => {
            let (name, text) = long_text(file)?;
            cli.workstation.log_with_text(incident, &entry, LongText { name: &name, text: &text }, at)?
        }
        None => cli.workstation.log_entry(incident, &entry, at)?,
    };
    cli.answer(&recorded, || recorded.message.clone())
}

/// The name and the words of a file.
fn long_text(file: &Path) -> Result<(String, String), Refusal> {
    let text = String::from_utf8_lossy(&read_file(file, ATTACHED_AT_MOST)?).into_owned();
    let name = file.file_name().filter(|name| *name != "-").map(|name| name.to_string_lossy().into_owned());
    Ok((name.unwrap_or_else(|| "Standard input".to_owned()), text))
}

fn text(words: &[String]) -> Result<String, Refusal> {
    match words {
        [dash] if dash == "-" => read_standard_input(ENTRY_AT_MOST),
        words => Ok(words.join(" ")),
    }
}
