//! `sitrep restore`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use clap::Args;
use serde_json::json;
use sitrep_core::text::{clock_time, one_line};
use sitrep_workstation::{BackupContents, Clock, PendingRestore, RestoreDifference, RestoreDone, RestorePreview, SystemClock};

use crate::command_line::{GlobalArgs, is_said_yes};
use crate::output::{Refusal, answer, counted, joined, note};

const NOT_CONFIRMED: &str = "Nothing was restored: it was not confirmed.";
const SAY_YES: &str = "Look at what it lacks, then say --yes.";
const REFUSED: u8 = 1;
/// So many incidents tell enough.
const SHOWN: usize = 20;

/// Restore a backup; what it lacks is shown first, and what stands there is kept
///
/// The app may go on meanwhile: it shows what was restored. What stood there is set aside as a backup of its own.
#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// The backup
    file: PathBuf,
    /// Restore it without a question
    #[arg(long)]
    yes: bool,
}

pub fn run(global: GlobalArgs, args: &RestoreArgs) -> Result<ExitCode, Refusal> {
    let pending = PendingRestore::prepare(&global.folders()?, Arc::new(SystemClock), &args.file)?;
    let preview = pending.preview()?;
    if !args.yes && !is_said_yes(global, &lines(&preview, SystemClock.now()), "Restore it?")? {
        return not_confirmed(global, &preview);
    }
    let done = pending.carry_out()?;
    answer(global.json, &json!({ "preview": preview, "restored": done.restored, "set_aside": done.set_aside }), || {
        joined([what_was_done(&done)].into_iter().chain(kept(&done)))
    })?;
    Ok(ExitCode::SUCCESS)
}

fn not_confirmed(global: GlobalArgs, preview: &RestorePreview) -> Result<ExitCode, Refusal> {
    let error = json!({ "code": "not_confirmed", "message": NOT_CONFIRMED, "hint": SAY_YES });
    answer(global.json, &json!({ "error": error, "preview": preview }), || lines(preview, SystemClock.now()))?;
    if !global.json {
        note(&format!("{NOT_CONFIRMED}\n{SAY_YES}"));
    }
    Ok(ExitCode::from(REFUSED))
}

fn lines(preview: &RestorePreview, now: DateTime<Utc>) -> String {
    let newest = preview.backup.newest_at.map(|at| format!(", the last recorded at {}", clock_time(at, now))).unwrap_or_default();
    let first = format!("The backup holds {}{newest}.", held(&preview.backup));
    let lost = list("It lacks, of what stands here:", &preview.lost).chain(drafts(preview.lost_drafts));
    let brought = list("It brings back:", &preview.brought);
    joined([first].into_iter().chain(comparison(preview)).chain(lost).chain(brought))
}

fn held(contents: &BackupContents) -> String {
    format!("{} with {}", counted(contents.incidents, "incident"), counted(contents.events, "event"))
}

/// Where there is nothing to list.
fn comparison(preview: &RestorePreview) -> Option<String> {
    match (preview.compared, preview.lost.is_empty() && preview.lost_drafts == 0) {
        (false, _) => Some("What stands here is damaged, so that nobody can say what it has and the backup lacks. It is kept.".to_owned()),
        (true, true) => Some("It lacks nothing of what stands here.".to_owned()),
        (true, false) => None,
    }
}

fn list<'a>(title: &'a str, incidents: &'a [RestoreDifference]) -> impl Iterator<Item = String> {
    let title = (!incidents.is_empty()).then(|| title.to_owned());
    let more = incidents.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| format!("  and {more} more"));
    title.into_iter().chain(incidents.iter().take(SHOWN).map(line)).chain(more)
}

fn line(incident: &RestoreDifference) -> String {
    let whole = if incident.whole { "all of it, " } else { "" };
    let entries = (incident.entries > 0).then(|| format!(", {} among them", counted(incident.entries, "entry")));
    let last = incident.last_entry.as_deref().map(|text| format!(", the last: {}", one_line(text)));
    let events = counted(incident.events, "event");
    format!("  {}  {whole}{events}{}{}", incident.handle, entries.unwrap_or_default(), last.unwrap_or_default())
}

fn drafts(count: u32) -> Option<String> {
    (count > 0).then(|| format!("  {}", counted(count, "draft")))
}

fn what_was_done(done: &RestoreDone) -> String {
    format!("Restored {}.", held(&done.restored))
}

fn kept(done: &RestoreDone) -> Option<String> {
    done.set_aside.as_ref().map(|file| format!("What stood here is kept as {file}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(handle: &str, whole: bool, entries: u32, last_entry: Option<&str>) -> RestoreDifference {
        let (handle, title, last_entry) = (handle.to_owned(), "Payments".to_owned(), last_entry.map(str::to_owned));
        RestoreDifference { handle, title, whole, events: 3, entries, last_entry, newest_at: DateTime::UNIX_EPOCH }
    }

    fn preview(lost: Vec<RestoreDifference>) -> RestorePreview {
        let backup = BackupContents { incidents: 1, events: 2, newest_at: None };
        RestorePreview { backup, compared: true, lost, brought: vec![], lost_drafts: 0 }
    }

    #[test]
    fn what_would_go_is_named_before_the_question() {
        let both = vec![lost("payments", false, 1, Some("rolled\u{1b}[2J back")), lost("search", true, 2, None)];
        let mut preview = RestorePreview { lost_drafts: 1, ..preview(both) };
        assert_eq!(
            lines(&preview, DateTime::UNIX_EPOCH),
            "The backup holds 1 incident with 2 events.\nIt lacks, of what stands here:\n  \
             payments  3 events, 1 entry among them, the last: rolled back\n  search  all of it, 3 events, 2 entries among them\n  1 draft"
        );
        preview = RestorePreview { brought: preview.lost, lost: vec![], lost_drafts: 0, ..preview };
        assert!(
            lines(&preview, DateTime::UNIX_EPOCH).contains("lacks nothing of what stands here.\nIt brings back:\n  payments  3 events")
        );
        preview.compared = false;
        assert!(lines(&preview, DateTime::UNIX_EPOCH).contains("is damaged"));
    }

    #[test]
    fn a_long_list_is_cut_and_counted() {
        let many = (0..25).map(|number| lost(&format!("incident-{number}"), true, 0, None)).collect();
        assert!(lines(&preview(many), DateTime::UNIX_EPOCH).ends_with("  incident-19  all of it, 3 events\n  and 5 more"));
    }
}
