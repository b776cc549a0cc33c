//! `sitrep changes`.

use clap::Args;
use sitrep_workstation::screens::{RecentChangeRow, RecentChanges, RepositoryRows};
use sitrep_workstation::{RecentChangeKind, Repository};

use crate::command_line::{CommandLine, NamedIncident};
use crate::output::{Refusal, help_in_words, joined};

/// Show what changed in the services' local repositories before it began; the nearest is marked
///
/// Reads what `git log --oneline --since="2 hours ago" origin/main` would, without the network unless --fetch asks for it.
#[derive(Debug, Args)]
pub struct ChangesArgs {
    /// How many hours before it began
    #[arg(long, default_value_t = 2)]
    hours: u32,
    /// Fetch what is new first: this uses the network
    #[arg(long)]
    fetch: bool,
    /// A repository's folder in place of those of the services; may be given several times
    #[arg(long = "repository", value_name = "PATH")]
    repositories: Vec<String>,
    /// The branch that is deployed from it
    #[arg(long, requires = "repositories")]
    branch: Option<String>,
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &ChangesArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let mut changes = read(cli, &handle, args)?;
    if args.fetch {
        let failures = fetch(cli, &changes);
        changes = read(cli, &handle, args)?;
        failures.into_iter().for_each(|(path, failure)| note(&mut changes, &path, &failure));
    }
    cli.answer(&changes, || text(&changes))
}

/// What changed before the incident began, in the repositories that are named, else in those of its services.
fn read(cli: &CommandLine, handle: &str, args: &ChangesArgs) -> Result<RecentChanges, Refusal> {
    let named = |path: &String| Repository { path: path.clone(), branch: args.branch.clone() };
    let named: Vec<Repository> = args.repositories.iter().map(named).collect();
    Ok(match named.as_slice() {
        [] => cli.workstation.recent_changes(handle, args.hours)?,
        some => cli.workstation.recent_changes_in(handle, some, args.hours)?,
    })
}

/// Fetches into each repository, and says of which nothing could be had: what is here of it is shown all the same.
fn fetch(cli: &CommandLine, changes: &RecentChanges) -> Vec<(String, String)> {
    let readable = changes.repositories.iter().filter(|one| one.problem.is_none());
    let failure = |one: &RepositoryRows| {
        let error = cli.workstation.fetch_into(&Repository { path: one.path.clone(), branch: None }).err()?;
        Some((one.path.clone(), format!("{error} {}", help_in_words(&error.help()))))
    };
    readable.filter_map(failure).collect()
}

fn note(changes: &mut RecentChanges, path: &str, failure: &str) {
    let fetched = changes.repositories.iter_mut().filter(|one| one.path == path);
    fetched.for_each(|one| one.notes.insert(0, failure.to_owned()));
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
    let title = format!("{} {branch}, {window}, {}", one.path, one.fetched);
    let nothing = one.changes.is_empty().then(|| "  Nothing changed.".to_owned());
    joined([title].into_iter().chain(one.notes.iter().cloned()).chain(nothing).chain(one.changes.iter().map(line)))
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
