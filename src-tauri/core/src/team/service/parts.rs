//! What is said of a service beside its names.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A page that shows how a service is doing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Dashboard {
    /// Its name on screen.
    pub title: String,
    /// Whether it is the overview, where the search begins (seed: Check Dashboards).
    #[serde(default)]
    pub overview: bool,
    /// Its link, with places such as `{from:ms}`, `{to:iso}` and `{service}`.
    pub url: String,
}

/// A page that tells what was changed: the history of a pipeline, of Terraform runs, of configuration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ChangeHistory {
    /// Its name on screen.
    pub title: String,
    /// Its link, with places as a dashboard's has them.
    pub url: String,
}

/// Where a service's logs are, and what the query of that platform needs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Logs {
    /// The id of a log platform, such as `kibana`.
    pub platform: String,
    /// Its name in the logs, where that is another one.
    pub service: Option<String>,
    /// What else the query asks for, in the platform's own language.
    pub filter: Option<String>,
    /// The index it is kept in.
    pub index: Option<String>,
    /// The group it is kept in.
    pub log_group: Option<String>,
    /// The labels it has.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    /// The file it is written to.
    pub path: Option<String>,
    /// What a platform of the team's own needs beside these.
    #[serde(default)]
    pub parameters: BTreeMap<String, String>,
}

/// A repository of a service's code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "RepositoryText")]
pub struct Repository {
    /// A folder on this machine, or a link.
    pub path: String,
    /// The branch that is deployed from, where it is known.
    pub branch: Option<String>,
}

impl Repository {
    /// The folder on this machine, where the path is one.
    #[must_use]
    pub fn folder(&self) -> Option<&str> {
        let drive = self.path.get(1..2) == Some(":");
        (drive || self.path.starts_with(['/', '~', '.'])).then_some(self.path.as_str())
    }
}

/// A repository as it may be written.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a path, or a table with path and branch")]
enum RepositoryText {
    Path(String),
    Table { path: String, branch: Option<String> },
}

impl From<RepositoryText> for Repository {
    fn from(text: RepositoryText) -> Self {
        match text {
            RepositoryText::Path(path) => Self { path, branch: None },
            RepositoryText::Table { path, branch } => Self { path, branch },
        }
    }
}

/// Somebody who helps.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Contact {
    /// Who.
    pub who: String,
    /// A number, an address, a channel.
    pub how: String,
}
