//! What to ask, to suspect and to do (seed: Investigation Methodology; Common Mitigation Actions).
//!
//! The lists are data (`default.toml`); a team's `catalogue.toml` lies over them.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};
use ts_rs::TS;

use crate::fill::check_command;
use crate::toml_lines::{TeamFileError, lines_of, nearest, read, table};
use crate::toml_overlay::lay_over;

mod propose;
mod steps;

pub use propose::{Clue, KnownClues, Proposal};
pub use steps::{FilledStep, MitigationStep, ServiceCommand};

const BUILT_IN: &str = include_str!("default.toml");

/// Why a catalogue is not taken.
pub type CatalogueError = TeamFileError;

/// Everything there is to ask, to suspect and to do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Common mitigation actions.
    pub mitigations: Vec<MitigationAction>,
    /// Hypotheses to begin with.
    pub hypotheses: Vec<HypothesisStarter>,
    /// What to answer about recent changes.
    pub deploy_questions: Vec<DeployQuestion>,
    /// What to look for on dashboards.
    pub signs: Vec<DashboardSign>,
    /// What to look for in logs.
    pub log_signs: Vec<LogSign>,
}

/// A mitigation action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MitigationAction {
    /// Its id, such as `rollback`.
    pub id: String,
    /// What it is called.
    pub action: String,
    /// When to use it.
    pub when: String,
    /// How it is done.
    pub how: String,
    /// What it may cost.
    pub risk: String,
    /// The clues that speak for it.
    #[serde(default)]
    #[ts(skip)]
    #[serde(skip_serializing)]
    pub proposed_for: Vec<Clue>,
    /// What leads through it.
    #[serde(default)]
    #[ts(skip)]
    #[serde(skip_serializing)]
    pub steps: Vec<MitigationStep>,
}

/// A hypothesis to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HypothesisStarter {
    /// Its id, such as `bad_deploy`.
    pub id: String,
    /// What may be the cause.
    pub hypothesis: String,
    /// How to test it.
    pub test: String,
    /// What it says of the incident.
    #[ts(skip)]
    #[serde(skip_serializing)]
    pub clue: Option<Clue>,
    /// Words by which a hypothesis in other words is known as this one.
    #[serde(default)]
    #[ts(skip)]
    #[serde(skip_serializing)]
    pub words: Vec<String>,
}

/// A question about recent changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DeployQuestion {
    /// Its id.
    pub id: String,
    /// As asked.
    pub question: String,
}

/// What to look for on a dashboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DashboardSign {
    /// Its id.
    pub id: String,
    /// What is seen.
    pub sign: String,
    /// What to find out about it.
    pub question: String,
}

/// What to look for in logs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogSign {
    /// Its id.
    pub id: String,
    /// What is seen.
    pub sign: String,
}

/// A file of lists, each thing still as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CatalogueFile {
    mitigation: Vec<Table>,
    hypothesis: Vec<Table>,
    deploy_question: Vec<Table>,
    sign: Vec<Table>,
    log_sign: Vec<Table>,
}

impl Catalogue {
    /// The built-in lists.
    ///
    /// # Errors
    /// [`CatalogueError`] if the built-in file is broken, which a test rules out.
    pub fn built_in() -> Result<Self, CatalogueError> {
        Self::with("")
    }

    /// The built-in lists with a team's `catalogue.toml` over them.
    ///
    /// # Errors
    /// [`CatalogueError`] with line, key and reason.
    pub fn with(own: &str) -> Result<Self, CatalogueError> {
        let lines = lines_of(own);
        let (under, own) = (file(BUILT_IN)?, file(own)?);
        Ok(Self {
            mitigations: lay_over("mitigation", under.mitigation, own.mitigation, &lines, MitigationAction::check)?,
            hypotheses: listed("hypothesis", under.hypothesis, own.hypothesis, &lines)?,
            deploy_questions: listed("deploy_question", under.deploy_question, own.deploy_question, &lines)?,
            signs: listed("sign", under.sign, own.sign, &lines)?,
            log_signs: listed("log_sign", under.log_sign, own.log_sign, &lines)?,
        })
    }

    /// A mitigation action by its id, or by what it is called in any case.
    #[must_use]
    pub fn mitigation(&self, name: &str) -> Option<&MitigationAction> {
        let called = name.trim().to_lowercase();
        self.mitigations.iter().find(|action| action.id == called || action.action.to_lowercase() == called)
    }
}

fn listed<T: DeserializeOwned>(
    list: &str,
    under: Vec<Table>,
    own: Vec<Table>,
    lines: &BTreeMap<String, usize>,
) -> Result<Vec<T>, CatalogueError> {
    lay_over(list, under, own, lines, |_| Ok(()))
}

fn file(text: &str) -> Result<CatalogueFile, CatalogueError> {
    let refuse = |(key, reason): (String, String)| CatalogueError { line: nearest(&lines_of(text), &key), key: Some(key), reason };
    read(Value::Table(table(text)?)).map_err(refuse)
}

impl MitigationAction {
    fn check(&self) -> Result<(), (String, String)> {
        for (at, step) in self.steps.iter().enumerate() {
            let refuse = |key: &str, reason: String| (format!("steps[{at}].{key}"), reason);
            if step.say.trim().is_empty() {
                return Err(refuse("say", "must not be empty".to_owned()));
            }
            if let Some(run) = &step.run {
                check_command(run).map_err(|reason| refuse("run", reason))?;
            }
        }
        Ok(())
    }
}
