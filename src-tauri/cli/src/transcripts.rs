//! A transcript as dated entries: shown first, recorded with `--yes`.

use std::path::Path;

use serde::Serialize;
use sitrep_workstation::views::{ConfirmedLine, RecordedTranscript, TranscriptPreview, TranscriptRow};
use sitrep_workstation::{Error, Workstation};

use crate::args::Log;
use crate::command_line::read_file;
use crate::output::{Refusal, answer};

/// Both in one object; `recorded` is null while nothing is.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    preview: TranscriptPreview,
    recorded: Option<RecordedTranscript>,
}

/// Shows what a transcript would be recorded as, and records it when that is asked for.
pub fn log(room: &Workstation, json: bool, file: &Path, words: &Log) -> Result<(), Refusal> {
    let text = String::from_utf8_lossy(&read_file(file)?).into_owned();
    // A transcript is often brought in once the incident is over.
    let handle = room.find_any(words.incident.part())?.summary.handle;
    let preview = room.preview_transcript(&handle, &text, &words.zone)?;
    if preview.format.is_none() {
        return Err(Error::NoTimes.into());
    }
    let lines: Vec<ConfirmedLine> = preview.rows.iter().filter(|row| row.ticked).filter_map(confirmed).collect();
    let recorded = if words.yes && !lines.is_empty() { Some(room.record_transcript(&handle, &lines)?) } else { None };
    let told = Told { preview, recorded };
    answer(json, &told, || told_lines(&told))
}

fn confirmed(row: &TranscriptRow) -> Option<ConfirmedLine> {
    Some(ConfirmedLine { at: row.at?, author: row.author.clone(), text: row.text.clone() })
}

fn told_lines(told: &Told) -> String {
    let preview = &told.preview;
    let last = match (&told.recorded, preview.count) {
        (Some(recorded), _) => format!("{}.", recorded.message),
        (None, 0) => "Nothing to record: what has a time is on the timeline already.".to_owned(),
        (None, count) => format!("Nothing is recorded yet. With --yes, {count} of these will be."),
    };
    let summary = [Some(preview.summary.as_str()), preview.masked_line.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    preview.rows.iter().map(row_line).chain([summary, last]).collect::<Vec<_>>().join("\n")
}

/// A star marks what will be recorded.
fn row_line(row: &TranscriptRow) -> String {
    let mark = if row.ticked { '*' } else { ' ' };
    let author = row.author.as_ref().map(|author| format!("{author}: ")).unwrap_or_default();
    let note = row.note.as_ref().map(|note| format!("  ({note})")).unwrap_or_default();
    format!("{mark} {:<9}  {author}{}{note}", row.time, row.text.replace('\n', "\n             "))
}
