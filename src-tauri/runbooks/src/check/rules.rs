//! The team's `runbooks.toml`: which rules hold, and how.

use std::collections::HashSet;

use globset::{Glob, GlobMatcher};
use serde::Deserialize;

use super::mark::Rule;
use crate::shell::{Risks, Risky};

/// Which rules hold, and how.
#[derive(Debug, Clone)]
pub struct Rules {
    /// After how many days without a run a runbook is stale.
    pub stale_days: u32,
    /// Rules that are off everywhere.
    pub off: Vec<Rule>,
    /// Which commands are risky.
    pub risks: Risks,
    /// Rules that are off for some files.
    pub exceptions: Vec<Exception>,
}

/// Rules that are off for some files.
#[derive(Debug, Clone)]
pub struct Exception {
    paths: Vec<GlobMatcher>,
    off: Vec<Rule>,
}

/// What is wrong with a `runbooks.toml`. Nothing of it holds then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("runbooks.toml, {}: {why}", self.place())]
pub struct RulesError {
    /// The key, where it is TOML.
    pub key: Option<String>,
    /// The line (from 1), where it is none.
    pub line: Option<usize>,
    /// What is wrong.
    pub why: String,
}

impl RulesError {
    fn place(&self) -> String {
        match (&self.key, self.line) {
            (Some(key), _) => key.clone(),
            (None, Some(line)) => format!("line {line}"),
            (None, None) => "the file".to_owned(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default = "ninety")]
    stale_days: u32,
    #[serde(default)]
    off: Vec<Rule>,
    #[serde(default)]
    risky: Vec<Risky>,
    #[serde(default)]
    except: Vec<FileException>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileException {
    paths: Vec<String>,
    #[serde(default)]
    off: Vec<Rule>,
}

fn ninety() -> u32 {
    90
}

impl Default for Rules {
    fn default() -> Self {
        Self { stale_days: ninety(), off: Vec::new(), risks: Risks::default(), exceptions: Vec::new() }
    }
}

impl Rules {
    /// Reads a `runbooks.toml`.
    ///
    /// # Errors
    /// [`RulesError`] with the key that is wrong.
    pub fn parse(text: &str) -> Result<Self, RulesError> {
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| RulesError {
            key: None,
            line: line_of(text, &error),
            why: error.message().trim().to_owned(),
        })?;
        let file: File = serde_path_to_error::deserialize(table)
            .map_err(|error| wrong(&error.path().to_string(), error.inner().message().trim().to_owned()))?;
        Self::from_file(file)
    }

    fn from_file(file: File) -> Result<Self, RulesError> {
        let exceptions = file.except.into_iter().enumerate().map(|(at, one)| exception(at, one)).collect::<Result<_, _>>()?;
        let empty = file.risky.iter().position(|risky| risky.command.split_whitespace().next().is_none());
        if let Some(at) = empty {
            return Err(wrong(&format!("risky[{at}].command"), "it has no words, and would fit nothing".to_owned()));
        }
        Ok(Self { stale_days: file.stale_days, off: file.off, risks: Risks::with(file.risky), exceptions })
    }

    /// The rules that are off for a file, by its path from the folder.
    #[must_use]
    pub fn off_for(&self, path: &str) -> HashSet<Rule> {
        let of_exceptions = self.exceptions.iter().filter(|one| one.paths.iter().any(|glob| glob.is_match(path))).flat_map(|one| &one.off);
        self.off.iter().chain(of_exceptions).copied().collect()
    }
}

/// An exception that names no rule switches all of them off.
fn exception(at: usize, one: FileException) -> Result<Exception, RulesError> {
    let glob = |(number, path): (usize, &String)| {
        let refuse = |error: globset::Error| wrong(&format!("except[{at}].paths[{number}]"), error.kind().to_string());
        Glob::new(path).map(|glob| glob.compile_matcher()).map_err(refuse)
    };
    let paths = one.paths.iter().enumerate().map(glob).collect::<Result<_, _>>()?;
    let off = if one.off.is_empty() { Rule::ALL.to_vec() } else { one.off };
    Ok(Exception { paths, off })
}

fn wrong(key: &str, why: String) -> RulesError {
    RulesError { key: Some(key).filter(|key| *key != ".").map(str::to_owned), line: None, why }
}

fn line_of(text: &str, error: &toml::de::Error) -> Option<usize> {
    let before = text.get(..error.span()?.start)?;
    Some(before.matches('\n').count() + 1)
}
