//! `sitrep changes`.

use sitrep_core::incident::IncidentSummary;
use sitrep_workstation::{RecentChangeKind, RecentChangeRow, RecentChanges, Repository, RepositoryRows, Workstation};

use crate::args::Changes;
use crate::output::{Refusal, answer};

/// Prints what changed before the incident began, after fetching if that was asked for.
pub fn run(room: &Workstation, json: bool, words: &Changes) -> Result<(), Refusal> {
    let incident: IncidentSummary = room.find_any(words.incident.part())?.summary;
    let named: Vec<Repository> =
        words.repositories.iter().map(|path| Repository { path: path.clone(), branch: words.branch.clone() }).collect();
    let read = || match named.as_slice() {
        [] => room.recent_changes(&incident.handle, words.hours),
        some => room.recent_changes_in(&incident.handle, some, words.hours),
    };
    let mut changes = read()?;
    if words.fetch {
        let failures = fetch(room, &changes);
        changes = read()?;
        for (path, failure) in failures {
            let fetched = changes.repositories.iter_mut().filter(|one| one.path == path);
            fetched.for_each(|one| one.notes.insert(0, failure.clone()));
        }
    }
    answer(json, &changes, || text(&changes))
}

/// Fetches into each repository, and says of incident nothing could be had: what is here of it is shown all the same.
fn fetch(room: &Workstation, changes: &RecentChanges) -> Vec<(String, String)> {
    let readable = changes.repositories.iter().filter(|one| one.problem.is_none());
    let failure = |one: &RepositoryRows| {
        let error = room.fetch_into(&Repository { path: one.path.clone(), branch: None }).err()?;
        Some((one.path.clone(), format!("{error} {}", error.hint())))
    };
    readable.filter_map(failure).collect()
}

fn text(changes: &RecentChanges) -> String {
    if changes.repositories.is_empty() {
        return "No service of this incident names a repository. Name one: sitrep changes --repository PATH".to_owned();
    }
    let parts: Vec<String> = changes.repositories.iter().map(|one| repository(one, &changes.window)).collect();
    parts.join("\n\n")
}

fn repository(one: &RepositoryRows, window: &str) -> String {
    if let Some(problem) = &one.problem {
        return format!("{}\n{}", problem.message, problem.hint);
    }
    let branch = one.branch.as_deref().unwrap_or("detached HEAD");
    let mut lines = vec![format!("{} {branch}, {window}, {}", one.path, one.fetched)];
    lines.extend(one.notes.iter().cloned());
    if one.changes.is_empty() {
        lines.push("  Nothing changed.".to_owned());
    }
    lines.extend(one.changes.iter().map(line));
    lines.join("\n")
}

fn line(row: &RecentChangeRow) -> String {
    let change = &row.change;
    let mark = if change.nearest_before_onset { '>' } else { ' ' };
    let kind = match change.kind {
        RecentChangeKind::Commit => "",
        RecentChangeKind::Merge => "merge ",
        RecentChangeKind::Tag => "tag ",
    };
    let tags = if change.tags.is_empty() { String::new() } else { format!(" [{}]", change.tags.join(", ")) };
    format!("{mark} {}  {:<14}  {}  {kind}{}{tags}  {}", row.time, row.before, change.short, change.subject, change.author)
}
