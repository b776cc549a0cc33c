//! Every file that a team writes or can write.

use serde::Serialize;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;
use crate::team_files::{TeamFile, state};

/// A file that a team writes, or can write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamFileRow {
    /// Its path within the config folder: `templates/status.j2`, `services.toml`.
    pub name: String,
    /// `Status update`, `Services`.
    pub label: String,
    /// `built in`, `yours, over the built-in one`, `yours`, `not written yet`.
    pub origin: String,
    /// Whether it is a message's template.
    pub template: bool,
    /// Why it is not used, if it is not.
    pub problem: Option<String>,
}

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
        names.into_iter().map(TeamFile::Template).chain(TeamFile::OTHERS).map(|file| self.team_file_row(&file)).collect()
    }

    fn team_file_row(&self, file: &TeamFile) -> Result<TeamFileRow, Error> {
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
            TeamFile::Catalogue => self.catalogue_problem(),
            TeamFile::RunbookRules => self.team_runbook_rules().problem,
            TeamFile::Alerts => self.alert_mappings().err(),
            TeamFile::Review => self.review_sections_problem(),
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
}
