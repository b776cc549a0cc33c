//! What changed in the services' repositories before an incident began (seed: Check Recent Deploys).

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sitrep_changes::{ChangesError, Git, Repository, Window};
use sitrep_core::incident::Incident;
use sitrep_core::text::{clock_time, prose};
use ts_rs::TS;

use super::repository_rows::{RepositoryRows, repository_rows};
use crate::data::{Workstation, with_home};
use crate::refusals::Error;

/// The changes before an incident, repository by repository.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentChanges {
    /// When the incident began, UTC.
    pub onset: DateTime<Utc>,
    /// From when on changes are here, UTC.
    pub from: DateTime<Utc>,
    /// `2 h before 14:00 UTC`.
    pub window: String,
    /// How long that is, in seconds.
    pub length: i64,
    /// Times at even distances over it, the start last: `12:00`, `12:30`, to `start 14:00`.
    pub ticks: Vec<String>,
    /// The repositories, in the order of the services; none when no service of the incident names one.
    pub repositories: Vec<RepositoryRows>,
}

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
        let here: Vec<Repository> = repositories.iter().map(on_this_machine).collect();
        let read = Git::default().recent_of_all(&here, &window, CHANGES_AT_MOST);
        Ok(RecentChanges {
            onset,
            from: window.from,
            length: length.num_seconds(),
            ticks: ticks(window.from, onset),
            window: format!("{} before {}", prose(length), clock_time(onset, now)),
            repositories: repositories.iter().zip(read).map(|(repository, read)| repository_rows(&repository.path, read, now)).collect(),
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
        Ok(Git::default().fetch(&on_this_machine(repository), FETCH_PATIENCE)?)
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

fn on_this_machine(repository: &Repository) -> Repository {
    Repository { path: with_home(&repository.path).to_string_lossy().into_owned(), branch: repository.branch.clone() }
}
