//! Editing a team's files: listed, opened, looked at while they are typed, saved, set aside. They are written only when a person
//! says so, and a text with a fault never replaces what is in force.

use std::fs;

use sitrep_core::guard::Guard;
use sitrep_core::messages::Template;
use sitrep_core::team::{EffectivePolicy, Services};
use sitrep_store::write_whole;

use crate::error::Error;
use crate::team_file_disk::{set_aside, state};
use crate::team_file_place::TeamFile;
use crate::team_file_refusal::TeamFileRefusal;
use crate::team_file_views::{TeamFileInput, TeamFileLook, TeamFileProblem, TeamFileRow, TeamFileSave, TeamFileText};
use crate::template_files::BYTES_AT_MOST;
use crate::workstation::Workstation;

impl Workstation {
    /// Every file that a team writes or can write: templates first, the procedure's own before added ones.
    ///
    /// # Errors
    /// [`Error::Template`] if a built-in template is broken, which a test rules out.
    pub fn team_files(&self) -> Result<Vec<TeamFileRow>, Error> {
        let set = self.templates()?;
        let mut names: Vec<String> = Vec::new();
        for name in set.all().map(|template| &template.name).chain(set.problems.iter().map(|(name, _)| name)) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names.into_iter().map(TeamFile::Template).chain(TeamFile::OTHERS).map(|file| self.row(&file)).collect()
    }

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
            (Some(_), _) => fs::read_to_string(&path)
                .map_err(|error| TeamFileRefusal::Unreadable { name: file.name(), reason: format!("it cannot be read ({error})") })?,
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

    /// What a text would be: what is wrong with it, and for a template what it would say. Nothing is written.
    ///
    /// # Errors
    /// [`Error::TeamFile`] for a name that is none, [`Error::Store`] when the incident cannot be read.
    pub fn look_at_team_file(&self, input: &TeamFileInput) -> Result<TeamFileLook, Error> {
        let file = TeamFile::named(&input.name)?;
        if let TeamFile::Template(name) = &file {
            return self.look_at_template(name, input);
        }
        let problem = match &file {
            TeamFile::Services => Services::parse(&input.text).err(),
            TeamFile::Guard => Guard::with(&input.text, &self.services()).err(),
            _ => EffectivePolicy::with(&input.text).err(),
        };
        let problem = problem.map(|error| TeamFileProblem {
            line: error.line,
            text: error.to_string(),
            meanwhile: "The last good one stays in force until this is mended.".to_owned(),
        });
        Ok(TeamFileLook { problem, render: None, filled_from: None, variables: Vec::new() })
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

    fn row(&self, file: &TeamFile) -> Result<TeamFileRow, Error> {
        let there = state(&file.path(&self.folders.config)).is_some();
        let built_in = self.built_in(file)?.is_some();
        let origin = match (there, built_in) {
            (true, true) => "yours, over the built-in one",
            (true, false) => "yours",
            (false, true) => "built in",
            (false, false) => "not written yet",
        };
        let problem = match file {
            TeamFile::Template(name) => self.templates()?.problems.iter().find(|(bad, _)| bad == name).map(|(_, error)| error.to_string()),
            TeamFile::Services => self.services_problem(),
            TeamFile::Guard => self.guard_problem(),
            TeamFile::Policy => self.policy_view()?.problem,
        };
        Ok(TeamFileRow {
            name: file.name(),
            label: self.label(file)?,
            origin: origin.to_owned(),
            template: matches!(file, TeamFile::Template(_)),
            problem,
        })
    }

    fn label(&self, file: &TeamFile) -> Result<String, Error> {
        let TeamFile::Template(name) = file else { return Ok(file.label().to_owned()) };
        let set = self.templates()?;
        let label = set.all().filter(|template| template.name == *name).last().map(|template| template.label.clone());
        Ok(label.unwrap_or_else(|| name.clone()))
    }

    fn built_in(&self, file: &TeamFile) -> Result<Option<Template>, Error> {
        let TeamFile::Template(name) = file else { return Ok(None) };
        Ok(self.templates()?.built_in(name).cloned())
    }
}

/// What is wrong with the size of a template's text, if something is.
pub(crate) fn too_long(text: &str) -> bool {
    u64::try_from(text.len()).unwrap_or(u64::MAX) > BYTES_AT_MOST
}
