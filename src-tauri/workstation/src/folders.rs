//! Where data and configuration live.

use std::env;
use std::path::PathBuf;

use crate::error::Error;

const DATA_VARIABLE: &str = "SITREP_DATA_DIR";
const CONFIG_VARIABLE: &str = "SITREP_CONFIG_DIR";
const PRACTICE_FOLDER: &str = "practice";

/// The folders of one workstation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The database and what is saved beside it.
    pub data: PathBuf,
    /// A person's own files; written only when that person says so.
    pub config: PathBuf,
    /// Whether this is the practice folder.
    pub practice: bool,
}

impl Folders {
    /// The folders the environment names, or else the platform's own.
    ///
    /// # Errors
    /// [`Error::NoHome`] when there is no home folder and none is named.
    pub fn from_env() -> Result<Self, Error> {
        let named = |variable| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
        let platform = directories::ProjectDirs::from("", "", "sitrep");
        let data = named(DATA_VARIABLE).or_else(|| platform.as_ref().map(|dirs| dirs.data_dir().to_owned()));
        let config = named(CONFIG_VARIABLE).or_else(|| platform.as_ref().map(|dirs| dirs.config_dir().to_owned()));
        match (data, config) {
            (Some(data), Some(config)) => Ok(Self { data, config, practice: false }),
            _ => Err(Error::NoHome),
        }
    }

    /// The practice folder inside these, so that nothing of a practice incident touches real data.
    #[must_use]
    pub fn practice(&self) -> Self {
        if self.practice {
            return self.clone();
        }
        Self { data: self.data.join(PRACTICE_FOLDER), config: self.config.clone(), practice: true }
    }
}
