//! What the editor of a team's files shows.

use serde::{Deserialize, Serialize};
use sitrep_core::messages::Piece;
use sitrep_core::vocabulary::UpdateFormat;
use ts_rs::TS;

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
