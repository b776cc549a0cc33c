//! `sitrep log`.

use std::path::{Path, PathBuf};

use clap::Args;
use sitrep_core::text::Intent;
use sitrep_core::vocabulary::{EntryKind, PictureId};
use sitrep_foreign::MB;
use sitrep_workstation::NewEntry;
use sitrep_workstation::acts::{ATTACHED_AT_MOST, ENTRY_AT_MOST, LongText, QuickAim};

use super::transcript::{self, TranscriptArgs};
use crate::command_line::{CommandLine, IncidentArg, read_file, read_standard_input};
use crate::output::{Refusal, note};

/// Log an entry on the timeline
#[derive(Debug, Args)]
pub struct LogArgs {
    /// The entry, as in quick entry: a time (-5m, @14:05) and a target (#payments) at either end, a verb (/status mitigating); '-' reads it from standard input
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
        None if is_a_line(args) => line(cli, args),
        None => entry(cli, args),
    }
}

/// What is typed is read as in quick entry; what a program sends, or is said by flags, is taken as it is.
fn is_a_line(args: &LogArgs) -> bool {
    let is_piped = matches!(args.text.as_slice(), [dash] if dash == "-");
    !is_piped && !args.text.is_empty() && args.at.is_none() && args.attach.is_none() && !args.decision
}

fn line(cli: &CommandLine, args: &LogArgs) -> Result<(), Refusal> {
    let typed = args.text.join(" ");
    let read = cli.workstation.read_quick_entry(&typed)?;
    if let Some(verb) = &read.unknown_verb {
        note(&format!("There is no /{verb}, so this is recorded as words."));
    }
    let pictures = kept_pictures(cli, args)?;
    let incident = read.target.as_deref().or_else(|| args.incident.part());
    if let Intent::Log { kind, text } = &read.intent {
        let (entry, at) = (NewEntry { kind: *kind, text, pictures: &pictures }, read.at.map(|at| at.to_rfc3339()));
        let recorded = cli.workstation.log_entry(incident, &entry, at.as_deref())?;
        return cli.answer(&recorded, || recorded.message.clone());
    }
    let aim = match (&read.intent, incident) {
        (Intent::Declare { .. }, _) => QuickAim::Declaring,
        (_, incident) => QuickAim::Open { handle: cli.workstation.find(incident)?.summary.handle },
    };
    let done = cli.workstation.submit_quick_entry(&typed, &aim, &pictures)?;
    cli.answer(&done, || format!("{} to {} {}", done.message, done.severity, done.title))
}

fn kept_pictures(cli: &CommandLine, args: &LogArgs) -> Result<Vec<PictureId>, Refusal> {
    let kept = |file: &PathBuf| Ok(cli.workstation.keep_picture_file(&read_file(file, PICTURE_AT_MOST)?)?.id);
    args.pictures.iter().map(kept).collect()
}

fn entry(cli: &CommandLine, args: &LogArgs) -> Result<(), Refusal> {
    let text = text(&args.text)?;
    let kind = if args.decision { EntryKind::Decision } else { EntryKind::Note };
    let pictures = kept_pictures(cli, args)?;
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
