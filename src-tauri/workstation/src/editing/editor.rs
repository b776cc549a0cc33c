//! Editing a team's files: opened, saved, set aside.

use serde::{Deserialize, Serialize};
use sitrep_core::messages::Template;
use sitrep_store::write_whole;
use ts_rs::TS;

use super::look::TeamFileInput;
use crate::data::Workstation;
use crate::refusals::{Error, TeamFileRefusal};
use crate::team_files::{TeamFile, set_aside, state, text};

/// A file as it was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamFileText {
    /// Its path within the config folder.
    pub name: String,
    /// `Status update`, `Services`.
    pub label: String,
    /// Its whole path.
    pub path: String,
    /// Whether it is a message's template.
    pub template: bool,
    /// Whether there is a built-in one that it stands over.
    pub built_in: bool,
    /// Its text; without a file the text to start from.
    pub text: String,
    /// Tells this state of the file from another; none while there is no file.
    pub stamp: Option<String>,
}

/// A text to be saved.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct TeamFileSave {
    /// Its path within the config folder.
    pub name: String,
    /// The text.
    pub text: String,
    /// The state of the file that it was written from.
    pub stamp: Option<String>,
    /// Save it although it cannot be followed.
    #[serde(default)]
    pub anyway: bool,
}

impl Workstation {
    /// One file's text. Without a file it is what a person starts from: the built-in template, or a few words of help.
    ///
    /// # Errors
    /// [`Error::TeamFile`] for a name that is none, or a file that cannot be read.
    pub fn team_file(&self, name: &str) -> Result<TeamFileText, Error> {
        let file = TeamFile::named(name)?;
        let path = file.path(&self.folders.config);
        let built_in = self.built_in(&file)?;
        let stamp = state(&path);
        let text = match (&stamp, &built_in) {
            (Some(_), _) => text(&path).map_err(|reason| TeamFileRefusal::Unreadable { name: file.name(), reason })?,
            (None, Some(built_in)) => built_in.source.clone(),
            (None, None) => file.start().to_owned(),
        };
        Ok(TeamFileText {
            name: file.name(),
            label: self.label(&file)?,
            path: path.display().to_string(),
            template: matches!(file, TeamFile::Template(_)),
            built_in: built_in.is_some(),
            text,
            stamp,
        })
    }

    /// Saves a text, unless the file was written since it was opened. One with a fault is saved only when the person says so.
    ///
    /// # Errors
    /// [`Error::TeamFile`] with what is in the way, [`Error::File`] when it cannot be written; the file is as it was then.
    pub fn save_team_file(&self, save: &TeamFileSave) -> Result<TeamFileText, Error> {
        let file = TeamFile::named(&save.name)?;
        let path = file.path(&self.folders.config);
        if state(&path) != save.stamp {
            return Err(TeamFileRefusal::ChangedElsewhere(file.name()).into());
        }
        let look = self.look_at_team_file(&TeamFileInput { name: file.name(), text: save.text.clone(), ..TeamFileInput::default() })?;
        if let Some(problem) = look.problem.filter(|_| !save.anyway) {
            return Err(TeamFileRefusal::Faulty { name: file.name(), problem: problem.text }.into());
        }
        write_whole(&path, save.text.as_bytes()).map_err(Error::File)?;
        self.follow_policy();
        self.team_file(&save.name)
    }

    /// Sets a file aside beside where it was, so that what is built in holds again.
    ///
    /// # Errors
    /// [`Error::TeamFile`] when it was written since it was opened, [`Error::File`] when it cannot be renamed.
    pub fn set_team_file_aside(&self, name: &str, stamp: Option<&str>) -> Result<TeamFileText, Error> {
        let file = TeamFile::named(name)?;
        let path = file.path(&self.folders.config);
        let there = state(&path);
        if there.as_deref() != stamp {
            return Err(TeamFileRefusal::ChangedElsewhere(file.name()).into());
        }
        if there.is_some() {
            set_aside(&path).map_err(Error::File)?;
            self.follow_policy();
        }
        self.team_file(name)
    }

    pub(crate) fn label(&self, file: &TeamFile) -> Result<String, Error> {
        let TeamFile::Template(name) = file else { return Ok(file.label().to_owned()) };
        let set = self.templates()?;
        let label = set.all().filter(|template| template.name == *name).last().map(|template| template.label.clone());
        Ok(label.unwrap_or_else(|| name.clone()))
    }

    pub(crate) fn built_in(&self, file: &TeamFile) -> Result<Option<Template>, Error> {
        let TeamFile::Template(name) = file else { return Ok(None) };
        Ok(self.templates()?.built_in(name).cloned())
    }
}
