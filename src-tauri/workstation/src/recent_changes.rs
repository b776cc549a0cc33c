//! What changed in the services' repositories before an incident began (seed: Check Recent Deploys).

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_changes::{ChangesError, Git, RecentChange, Repository, RepositoryChanges, Window};
use sitrep_core::incident::Incident;
use sitrep_core::text::{clock_time, prose, rough};

use crate::error::Error;
use crate::folders::with_home;
use crate::recent_changes_views::{ChangesProblem, RecentChangeRow, RecentChanges, RepositoryRows};
use crate::workstation::Workstation;

/// Of each repository; nobody reads more in an incident.
const CHANGES_AT_MOST: usize = 200;
/// Parts of the axis.
const TICKS: i32 = 4;
/// A fetch of a day's work takes seconds; a person waits no longer than this.
const FETCH_PATIENCE: Duration = Duration::from_secs(60);

impl Workstation {
    /// The changes in the hours before an incident began, in the repositories of its services. Takes milliseconds, and seconds
    /// where a drive does not answer; reads only what is on this machine.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read. A repository that cannot be read says so in its place.
    pub fn recent_changes(&self, handle: &str, hours_before: u32) -> Result<RecentChanges, Error> {
        let repositories = self.repositories_of(&*self.facts_of(handle)?);
        self.recent_changes_in(handle, &repositories, hours_before)
    }

    /// The same in these repositories.
    ///
    /// # Errors
    /// As [`Workstation::recent_changes`].
    pub fn recent_changes_in(&self, handle: &str, repositories: &[Repository], hours_before: u32) -> Result<RecentChanges, Error> {
        let (now, onset) = (self.now(), self.facts_of(handle)?.started_at);
        let length = TimeDelta::hours(hours_before.into());
        let window = Window { from: onset.checked_sub_signed(length).unwrap_or(DateTime::UNIX_EPOCH), to: onset, onset };
        let here: Vec<Repository> = repositories.iter().map(here).collect();
        let read = Git::default().recent_of_all(&here, &window, CHANGES_AT_MOST);
        Ok(RecentChanges {
            onset,
            from: window.from,
            length: length.num_seconds(),
            ticks: ticks(window.from, onset),
            window: format!("{} before {}", prose(length), clock_time(onset, now)),
            repositories: repositories.iter().zip(read).map(|(repository, read)| rows(&repository.path, read, now)).collect(),
        })
    }

    /// Fetches into one of the repositories of the incident's services: for a person who asked, as it uses the network.
    ///
    /// # Errors
    /// [`Error::Changes`] with the reason; what is in the repository stays as it is.
    pub fn fetch_changes(&self, handle: &str, path: &str) -> Result<(), Error> {
        let known = self.repositories_of(&*self.facts_of(handle)?).into_iter().find(|repository| repository.path == path);
        let repository = known.ok_or_else(|| ChangesError::NoRepository(path.to_owned()))?;
        self.fetch_into(&repository)
    }

    /// The same into this repository.
    ///
    /// # Errors
    /// As [`Workstation::fetch_changes`].
    pub fn fetch_into(&self, repository: &Repository) -> Result<(), Error> {
        Ok(Git::default().fetch(&here(repository), FETCH_PATIENCE)?)
    }

    /// The repositories that the services of an incident name.
    fn repositories_of(&self, incident: &Incident) -> Vec<Repository> {
        let services = self.services();
        let named = incident.services.iter().filter_map(|name| services.find(name)).flat_map(|service| &service.repositories);
        // What is only a link has nothing on this machine to read.
        let here = named.filter_map(|one| Some(Repository { path: one.folder()?.to_owned(), branch: one.branch.clone() }));
        let mut repositories: Vec<Repository> = Vec::new();
        for repository in here {
            if !repositories.contains(&repository) {
                repositories.push(repository);
            }
        }
        repositories
    }
}

/// The time is enough for a person: which day it is, the window says.
fn ticks(from: DateTime<Utc>, onset: DateTime<Utc>) -> Vec<String> {
    let part = (onset - from) / TICKS;
    let times = (0..TICKS).map(|tick| (from + part * tick).format("%H:%M").to_string());
    times.chain([format!("start {}", onset.format("%H:%M"))]).collect()
}

fn here(repository: &Repository) -> Repository {
    Repository { path: with_home(&repository.path).to_string_lossy().into_owned(), branch: repository.branch.clone() }
}

fn rows(path: &str, read: Result<RepositoryChanges, ChangesError>, now: DateTime<Utc>) -> RepositoryRows {
    let path = path.to_owned();
    match read {
        Ok(read) => RepositoryRows {
            path,
            fetched: fetched(read.fetched_at, now),
            notes: notes(&read),
            branch: read.branch,
            changes: read.changes.into_iter().map(|change| row(change, now)).collect(),
            problem: None,
        },
        Err(error) => RepositoryRows {
            path,
            branch: None,
            changes: Vec::new(),
            fetched: String::new(),
            notes: Vec::new(),
            problem: Some(ChangesProblem { code: error.code().to_owned(), message: error.to_string(), hint: error.hint() }),
        },
    }
}

fn fetched(at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> String {
    match at {
        None => "never fetched".to_owned(),
        Some(at) if now - at < TimeDelta::minutes(1) => "fetched just now".to_owned(),
        Some(at) => format!("fetched {} ago", rough(now - at)),
    }
}

fn notes(read: &RepositoryChanges) -> Vec<String> {
    let shallow = read.is_shallow.then_some("Only a part of its history is here (a shallow clone).");
    let more = read.truncated.then_some("There are more changes; these are the nearest before it began.");
    shallow.into_iter().chain(more).map(str::to_owned).collect()
}

fn row(change: RecentChange, now: DateTime<Utc>) -> RecentChangeRow {
    let length = prose(TimeDelta::seconds(change.age_before_onset.abs()));
    let before = if change.age_before_onset < 0 { format!("{length} after") } else { format!("{length} before") };
    RecentChangeRow { time: clock_time(change.at, now), before, change }
}
