//! What a text of a team's file would be, looked at while it is typed.

use serde::{Deserialize, Serialize};
use sitrep_alerts::Mappings;
use sitrep_core::guard::Guard;
use sitrep_core::messages::Piece;
use sitrep_core::team::{Catalogue, EffectivePolicy, ReviewSections, Services, TeamFileError};
use sitrep_core::vocabulary::UpdateFormat;
use sitrep_runbooks::Rules;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;
use crate::team_files::TeamFile;

/// A text that is being written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct TeamFileInput {
    /// Its path within the config folder.
    pub name: String,
    /// The text so far.
    pub text: String,
    /// In which form a template is shown.
    pub format: UpdateFormat,
    /// The incident that a template is filled from, where one is open.
    pub handle: Option<String>,
}

/// What a text would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamFileLook {
    /// What is wrong with it, if something is.
    pub problem: Option<TeamFileProblem>,
    /// What it would say, for a template without a problem.
    pub render: Option<TemplateRender>,
    /// From which incident a template is filled: `Filled from P1 Payments failing at checkout.`
    pub filled_from: Option<String>,
    /// What a template can say, with the values of now.
    pub variables: Vec<TemplateVariable>,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamFileProblem {
    /// In which line (from 1), if that is known.
    pub line: Option<usize>,
    /// `line 4: there is no variable 'titel'`.
    pub text: String,
    /// What holds until it is mended: `The built-in one is used until this is mended.`
    pub meanwhile: String,
}

/// A template, filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateRender {
    /// Whether it pastes as formatted text.
    pub formatted: bool,
    /// The subject, for a mail.
    pub subject: Option<String>,
    /// Exactly what would paste as text, piece by piece.
    pub pieces: Vec<Piece>,
}

/// Something a template can say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateVariable {
    /// `severity`.
    pub name: String,
    /// What it is.
    pub what: String,
    /// What it says at this moment; empty for nothing.
    pub value: String,
}

impl Workstation {
    /// What a text would be: what is wrong with it, and for a template what it would say. Nothing is written.
    ///
    /// # Errors
    /// [`Error::TeamFile`] for a name that is none, [`Error::Store`] when the incident cannot be read.
    pub fn look_at_team_file(&self, input: &TeamFileInput) -> Result<TeamFileLook, Error> {
        let file = TeamFile::named(&input.name)?;
        let problem = match &file {
            TeamFile::Template(name) => return self.look_at_template(name, input),
            TeamFile::Services => Services::parse(&input.text).err().map(last_good),
            TeamFile::Guard => Guard::with(&input.text, &self.services()).err().map(last_good),
            TeamFile::Catalogue => Catalogue::with(&input.text).err().map(last_good),
            TeamFile::Review => ReviewSections::parse(&input.text).err().map(last_good),
            TeamFile::Policy => EffectivePolicy::with(&input.text).err().map(last_good),
            TeamFile::Alerts => Mappings::parse(&input.text)
                .err()
                .map(|error| problem(error.line, &error, "Alerts that it maps are not read until this is mended; all others are.")),
            TeamFile::RunbookRules => {
                Rules::parse(&input.text).err().map(|error| problem(error.line, &error, "The usual checks hold until this is mended."))
            }
        };
        Ok(TeamFileLook { problem, render: None, filled_from: None, variables: Vec::new() })
    }
}

fn last_good(error: TeamFileError) -> TeamFileProblem {
    problem(error.line, &error, "The last good one stays in force until this is mended.")
}

fn problem(line: Option<usize>, error: &impl ToString, meanwhile: &str) -> TeamFileProblem {
    TeamFileProblem { line, text: error.to_string(), meanwhile: meanwhile.to_owned() }
}
