//! The folders that runbooks are read from: `runbooks` beside the team's files, and those that a person named.

use std::path::{Path, PathBuf};
use std::{env, fs};

use super::workstation::Workstation;
use crate::refusals::Error;

const RUNBOOK_FOLDERS: &str = "runbook_folders";
/// Of the configuration, and what a service's runbooks are named in.
const OWN_FOLDER: &str = "runbooks";

impl Workstation {
    /// The folders in the order in which they are read; the first is there only where a team has made it.
    ///
    /// # Errors
    /// [`Error::Store`] when they cannot be read.
    pub fn runbook_folders(&self) -> Result<Vec<PathBuf>, Error> {
        let own = Some(self.own_runbook_folder()).filter(|folder| folder.is_dir());
        Ok(own.into_iter().chain(self.named_runbook_folders()?).collect())
    }

    /// Names a folder to read runbooks from. Nothing is ever written to it.
    ///
    /// # Errors
    /// [`Error::NoRunbookFolder`] for what is no folder that can be read.
    pub fn add_runbook_folder(&self, path: &str) -> Result<(), Error> {
        let folder = whole(path);
        if fs::read_dir(&folder).is_err() {
            return Err(Error::NoRunbookFolder(folder));
        }
        let mut named = self.named_runbook_folders()?;
        if !self.runbook_folders()?.contains(&folder) {
            named.push(folder);
            self.keep_runbook_folders(&named)?;
        }
        Ok(())
    }

    /// Reads runbooks from a folder no more.
    ///
    /// # Errors
    /// [`Error::NoRunbookFolder`] where it was not named.
    pub fn remove_runbook_folder(&self, path: &str) -> Result<(), Error> {
        let (named, folder) = (self.named_runbook_folders()?, whole(path));
        let left: Vec<PathBuf> = named.iter().filter(|one| **one != folder && **one != Path::new(path)).cloned().collect();
        if left.len() == named.len() {
            return Err(Error::NoRunbookFolder(folder));
        }
        self.keep_runbook_folders(&left)
    }

    /// The team's own, in the configuration.
    pub(crate) fn own_runbook_folder(&self) -> PathBuf {
        self.folders.config.join(OWN_FOLDER)
    }

    fn named_runbook_folders(&self) -> Result<Vec<PathBuf>, Error> {
        let kept = self.lock().store.setting(RUNBOOK_FOLDERS)?;
        Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default())
    }

    fn keep_runbook_folders(&self, folders: &[PathBuf]) -> Result<(), Error> {
        let kept = serde_json::to_string(folders).unwrap_or_default();
        self.lock().store.set_settings(&[(RUNBOOK_FOLDERS, &kept)])?;
        self.forget_runbooks();
        self.watch_runbooks();
        Ok(())
    }
}

/// `~` is home, and what is named from here is named whole.
fn whole(path: &str) -> PathBuf {
    let path = path.trim();
    let home = path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let named = match home.zip(env::home_dir()) {
        Some((rest, home)) => home.join(rest.trim_start_matches('/')),
        None => PathBuf::from(path),
    };
    fs::canonicalize(&named).or_else(|_| std::path::absolute(&named)).unwrap_or(named)
}
