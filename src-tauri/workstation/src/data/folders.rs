//! Where data and configuration live.

use std::env;
use std::ffi::OsString;
use std::path::{self, PathBuf};

use super::practice_place::practice_folder;
use crate::refusals::Error;

const DATA_VARIABLE: &str = "SITREP_DATA_DIR";
const CONFIG_VARIABLE: &str = "SITREP_CONFIG_DIR";
const REVIEWS_FOLDER: &str = "reviews";

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
    /// [`Error::NoHome`] when there is no home folder and none is named, [`Error::RelativeFolder`] when one is named that is another in each
    /// directory.
    pub fn from_env() -> Result<Self, Error> {
        let platform = directories::ProjectDirs::from("", "", "sitrep");
        let data = named(DATA_VARIABLE)?.or_else(|| platform.as_ref().map(|dirs| dirs.data_dir().to_owned()));
        let config = named(CONFIG_VARIABLE)?.or_else(|| platform.as_ref().map(|dirs| dirs.config_dir().to_owned()));
        match (data, config) {
            (Some(data), Some(config)) => Ok(Self { data, config, practice: false }),
            _ => Err(Error::NoHome),
        }
    }

    /// The variables that name data and configuration, where they do.
    #[must_use]
    pub fn named_by() -> [Option<&'static str>; 2] {
        [DATA_VARIABLE, CONFIG_VARIABLE].map(|variable| env::var_os(variable).is_some_and(|value| !value.is_empty()).then_some(variable))
    }

    /// Where reviews are saved to.
    pub(crate) fn reviews(&self) -> PathBuf {
        self.data.join(REVIEWS_FOLDER)
    }

    /// The practice folder inside these, so that nothing of a practice incident touches real data: one that Sitrep made, or a name that is free.
    #[must_use]
    pub fn practice(&self) -> Self {
        if self.practice {
            return self.clone();
        }
        Self { data: practice_folder(&self.data), config: self.config.clone(), practice: true }
    }
}

/// The folder that a variable names.
fn named(variable: &'static str) -> Result<Option<PathBuf>, Error> {
    let value = env::var_os(variable).filter(|value| !value.is_empty());
    value.map(|value| whole_path(variable, value)).transpose()
}

/// A shell that finds `~` in quotes leaves it to us.
fn whole_path(variable: &'static str, value: OsString) -> Result<PathBuf, Error> {
    let path = value.to_str().map_or_else(|| PathBuf::from(&value), with_home);
    if path.is_absolute() {
        return Ok(path);
    }
    let whole = path::absolute(&path).unwrap_or_else(|_| path.clone());
    Err(Error::RelativeFolder { variable, path, whole })
}

/// A path as a person writes it: `~` and `$HOME` at its start are the home folder.
pub(crate) fn with_home(path: &str) -> PathBuf {
    let rest = ["~", "$HOME", "${HOME}"].into_iter().find_map(|home| path.strip_prefix(home));
    match (rest, directories::BaseDirs::new()) {
        // `~ana` is somebody else's, `$HOMES` another variable.
        (Some(rest), Some(dirs)) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            dirs.home_dir().join(rest.trim_start_matches(['/', '\\']))
        }
        _ => PathBuf::from(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_names_one_folder_wherever_one_is() {
        let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned()).unwrap_or_default();
        let folder = |value: &str| whole_path(DATA_VARIABLE, value.into());
        assert_eq!(folder("/srv/sitrep").ok(), Some(PathBuf::from("/srv/sitrep")));
        assert_eq!(folder("~/sitrep").ok(), Some(home.join("sitrep")));
        for relative in ["data", "./data", "../data", "~ana/data"] {
            let refused = folder(relative).map_err(|error| error.to_string());
            assert!(refused.as_ref().is_err_and(|error| error.contains(DATA_VARIABLE) && error.contains(relative)), "{refused:?}");
        }
    }

    #[test]
    fn the_home_folder_is_named_at_the_start_alone() {
        let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned()).unwrap_or_default();
        for (written, path) in
            [("~", home.clone()), ("~/src/pay", home.join("src/pay")), ("$HOME/src", home.join("src")), ("${HOME}/a", home.join("a"))]
        {
            assert_eq!(with_home(written), path, "{written}");
        }
        for same in ["/srv/~", "~ana/src", "$HOMES/src", "src", ""] {
            assert_eq!(with_home(same), PathBuf::from(same));
        }
    }
}
