//! What the team's files say, each read when it is asked for.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use sitrep_core::guard::Guard;
use sitrep_core::team::{Catalogue, Policy, ReviewSections, Services, Team};

use super::workstation::Workstation;
use crate::team_files::{CATALOGUE_FILE, GUARD_FILE, Made, REVIEW_FILE, SERVICES_FILE, stamp, text};

impl Workstation {
    /// The policy in force.
    pub(crate) fn policy(&self) -> Arc<Policy> {
        Arc::clone(&self.in_force.read().unwrap_or_else(PoisonError::into_inner).policy)
    }

    /// Why `policy.toml` is not followed, if it is not; the last good one stays in force.
    #[must_use]
    pub fn policy_problem(&self) -> Option<String> {
        self.in_force.read().unwrap_or_else(PoisonError::into_inner).problem.clone()
    }

    /// What the team says of itself, as messages are written from it.
    pub(crate) fn own_team(&self) -> Team {
        Team { policy: self.policy(), catalogue: self.catalogue(), services: self.services() }
    }

    /// The team's services, as `services.toml` last named them without a fault; none where it names none.
    #[must_use]
    pub fn services(&self) -> Arc<Services> {
        let mut known = self.known_services.lock().unwrap_or_else(PoisonError::into_inner);
        known.begin_with(|| self.last_good(SERVICES_FILE), Services::parse);
        let said = known.read(&self.services_path(), Services::parse);
        if let Some(text) = known.take_news() {
            self.keep_good(SERVICES_FILE, &text);
        }
        said
    }

    /// What a file last said to any process without a fault: a process that begins with a bad one knows no less.
    fn last_good(&self, file: &str) -> String {
        self.lock().store.setting(&kept_as(file)).ok().flatten().unwrap_or_default()
    }

    /// Keeps it for the next. Where nothing can be kept, this process knows it all the same.
    fn keep_good(&self, file: &str, text: &str) {
        let _ = self.lock().store.set_settings(&[(&kept_as(file), text)]);
    }

    /// Why `services.toml` is not followed, if it is not; the last good one stays in force.
    #[must_use]
    pub fn services_problem(&self) -> Option<String> {
        let _ = self.services();
        self.known_services.lock().unwrap_or_else(PoisonError::into_inner).problem()
    }

    /// What of the team's files is not followed, each in a sentence that names its file. Nothing is read that is not there.
    #[must_use]
    pub fn team_file_problems(&self) -> Vec<String> {
        type Look = fn(&Workstation) -> Option<String>;
        let looks: [(PathBuf, Look); 5] = [
            (self.policy_path(), Self::policy_problem),
            (self.services_path(), Self::services_problem),
            (self.guard_path(), Self::guard_problem),
            (self.catalogue_path(), Self::catalogue_problem),
            (self.review_sections_path(), Self::review_sections_problem),
        ];
        let there = looks.into_iter().filter(|(path, _)| path.exists());
        there.filter_map(|(path, look)| Some(format!("{} is not followed: {}.", path.display(), look(self)?))).collect()
    }

    /// Where `services.toml` is looked for.
    #[must_use]
    pub fn services_path(&self) -> PathBuf {
        self.folders.config.join(SERVICES_FILE)
    }

    /// The guard with the team's rules and services. The first call makes it ready; later ones take what is there.
    #[must_use]
    pub fn guard(&self) -> Arc<Guard> {
        let services = self.services();
        let mut ready = self.ready_guard.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.guard_path();
        let seen = stamp(&path);
        if let Some(made) = &ready.made
            && made.seen == seen
            && Arc::ptr_eq(&made.services, &services)
        {
            return Arc::clone(&made.guard);
        }
        let (guard, news) = ready.make(text(&path), &services, || self.last_good(GUARD_FILE));
        let guard = Arc::new(guard);
        if let Some(news) = news {
            self.keep_good(GUARD_FILE, &news);
        }
        ready.made = Some(Made { guard: Arc::clone(&guard), services, seen });
        guard
    }

    /// What `guard.toml` switched off, for whoever relies on the guard.
    #[must_use]
    pub fn not_looked_for(&self) -> Option<String> {
        let guard = self.guard();
        let off = guard.switched_off();
        (!off.is_empty()).then(|| format!("Not looked for, as {GUARD_FILE} says: {}.", off.join(", ")))
    }

    /// What of the guard finds secrets, as the team's file has it or last had it without a fault.
    pub(super) fn read_secrets_guard(&self) -> Guard {
        let own = text(&self.guard_path()).ok().and_then(|own| Guard::for_secrets(&own).ok());
        let last_good = || Guard::for_secrets(&self.last_good(GUARD_FILE)).or_else(|_| Guard::for_secrets(""));
        own.unwrap_or_else(|| last_good().unwrap_or_default())
    }

    /// Why `guard.toml` is not followed, if it is not; the last good one stays in force.
    #[must_use]
    pub fn guard_problem(&self) -> Option<String> {
        let _ = self.guard();
        self.ready_guard.lock().unwrap_or_else(PoisonError::into_inner).problem.clone()
    }

    /// Where `guard.toml` is looked for.
    #[must_use]
    pub fn guard_path(&self) -> PathBuf {
        self.folders.config.join(GUARD_FILE)
    }

    /// The catalogue, as `catalogue.toml` last changed it without a fault; the built-in one where it never did.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        let mut known = self.known_catalogue.lock().unwrap_or_else(PoisonError::into_inner);
        known.read(&self.catalogue_path(), Catalogue::with)
    }

    /// Why `catalogue.toml` is not followed, if it is not; the last good one of this process stays in force.
    #[must_use]
    pub fn catalogue_problem(&self) -> Option<String> {
        let _ = self.catalogue();
        self.known_catalogue.lock().unwrap_or_else(PoisonError::into_inner).problem()
    }

    /// The team's own sections of a review, as `review.toml` last named them without a fault; none where it names none.
    #[must_use]
    pub fn review_sections(&self) -> Arc<ReviewSections> {
        let mut known = self.known_sections.lock().unwrap_or_else(PoisonError::into_inner);
        known.read(&self.review_sections_path(), ReviewSections::parse)
    }

    /// Why `review.toml` is not followed, if it is not; the last good one of this process stays in force.
    #[must_use]
    pub fn review_sections_problem(&self) -> Option<String> {
        let _ = self.review_sections();
        self.known_sections.lock().unwrap_or_else(PoisonError::into_inner).problem()
    }

    /// Where `review.toml` is looked for.
    #[must_use]
    pub fn review_sections_path(&self) -> PathBuf {
        self.folders.config.join(REVIEW_FILE)
    }

    /// Where `catalogue.toml` is looked for.
    #[must_use]
    pub fn catalogue_path(&self) -> PathBuf {
        self.folders.config.join(CATALOGUE_FILE)
    }
}

/// The setting that keeps what a file last said.
fn kept_as(file: &str) -> String {
    format!("last good {file}")
}
