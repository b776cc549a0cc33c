//! The lists of the catalogue, the team's own over the built-in ones.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use similar::get_close_matches;
use toml::{Table, Value};

use super::entries::{DashboardSign, DeployQuestion, HypothesisStarter, LogSign, MitigationAction};
use super::security::SecuritySign;
use super::severity::SeveritySign;
use crate::team::toml_lines::{TeamFileError, lines_of, nearest, read, table};
use crate::team::toml_overlay::lay_over;

const BUILT_IN: &str = include_str!("catalogue.toml");
const BUILT_IN_SECURITY: &str = include_str!("security.toml");
const BUILT_IN_SEVERITY: &str = include_str!("severity.toml");

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
    /// By which words a security matter is known.
    pub security: Vec<SecuritySign>,
    /// By which words it reads like an example of a severity.
    pub severity: Vec<SeveritySign>,
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
    security: Vec<Table>,
    severity: Vec<Table>,
}

impl Catalogue {
    /// The built-in lists.
    ///
    /// # Errors
    /// [`TeamFileError`] if the built-in file is broken, which a test rules out.
    pub fn built_in() -> Result<Self, TeamFileError> {
        Self::with("")
    }

    /// The built-in lists with a team's `catalogue.toml` over them.
    ///
    /// # Errors
    /// [`TeamFileError`] with line, key and reason.
    pub fn with(own: &str) -> Result<Self, TeamFileError> {
        let lines = lines_of(own);
        let (under, own) = (file(BUILT_IN)?, file(own)?);
        Ok(Self {
            mitigations: lay_over("mitigation", under.mitigation, own.mitigation, &lines, MitigationAction::check)?,
            hypotheses: listed("hypothesis", under.hypothesis, own.hypothesis, &lines)?,
            deploy_questions: listed("deploy_question", under.deploy_question, own.deploy_question, &lines)?,
            signs: listed("sign", under.sign, own.sign, &lines)?,
            security: lay_over("security", file(BUILT_IN_SECURITY)?.security, own.security, &lines, SecuritySign::check)?,
            severity: lay_over("severity", file(BUILT_IN_SEVERITY)?.severity, own.severity, &lines, SeveritySign::check)?,
            log_signs: listed("log_sign", under.log_sign, own.log_sign, &lines)?,
        })
    }

    /// The mitigation action that free words begin with: `roll back to v312` is a Rollback.
    #[must_use]
    pub fn mitigation_meant(&self, words: &str) -> Option<&MitigationAction> {
        let words = squeezed(words);
        self.mitigations.iter().find(|action| {
            let called = squeezed(&action.action);
            !called.is_empty() && words.starts_with(&called)
        })
    }

    /// The id of the mitigation action whose name is nearest to one that is none.
    #[must_use]
    pub fn nearest_mitigation(&self, name: &str) -> Option<&str> {
        let ids: Vec<&str> = self.mitigations.iter().map(|action| action.id.as_str()).collect();
        get_close_matches(name.trim().to_lowercase().as_str(), &ids, 1, 0.6).into_iter().next()
    }

    /// The hypothesis of the list that is meant by what it is called, in any case.
    #[must_use]
    pub fn hypothesis(&self, words: &str) -> Option<&HypothesisStarter> {
        let words = squeezed(words);
        self.hypotheses.iter().find(|starter| squeezed(&starter.hypothesis) == words)
    }

    /// A mitigation action by its id, or by what it is called in any case.
    #[must_use]
    pub fn mitigation(&self, name: &str) -> Option<&MitigationAction> {
        let called = name.trim().to_lowercase();
        self.mitigations.iter().find(|action| action.id == called || action.action.to_lowercase() == called)
    }
}

/// The letters alone: 'Roll back' and 'rollback' are one word.
fn squeezed(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn listed<T: DeserializeOwned>(
    list: &str,
    under: Vec<Table>,
    own: Vec<Table>,
    lines: &BTreeMap<String, usize>,
) -> Result<Vec<T>, TeamFileError> {
    lay_over(list, under, own, lines, |_| Ok(()))
}

fn file(text: &str) -> Result<CatalogueFile, TeamFileError> {
    let refuse = |(key, reason): (String, String)| TeamFileError { line: nearest(&lines_of(text), &key), key: Some(key), reason };
    read(Value::Table(table(text)?)).map_err(refuse)
}
