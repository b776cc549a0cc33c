//! Which file of a team's is meant. Names come from the page, so only what is listed here becomes a path.

use std::path::{Path, PathBuf};

use sitrep_core::messages::TEMPLATE_ENDING;

use crate::refusals::{Error, TeamFileRefusal};

/// The file's name in the config folder.
pub(crate) const POLICY_FILE: &str = "policy.toml";

/// The file's name in the config folder.
pub(crate) const SERVICES_FILE: &str = "services.toml";

/// The file's name in the config folder.
pub(crate) const GUARD_FILE: &str = "guard.toml";

/// The file's name in the config folder.
pub(crate) const CATALOGUE_FILE: &str = "catalogue.toml";

/// The file's name in the config folder, and in a folder of runbooks.
pub(crate) const RUNBOOK_RULES_FILE: &str = "runbooks.toml";

/// The file's name in the config folder.
pub(crate) const ALERTS_FILE: &str = "alerts.toml";

/// The file's name in the config folder.
pub(crate) const REVIEW_FILE: &str = "review.toml";

/// The folder's name in the config folder.
pub(crate) const TEMPLATES: &str = "templates";

/// A file that a team writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TeamFile {
    Template(String),
    Services,
    Guard,
    Catalogue,
    RunbookRules,
    Alerts,
    Review,
    Policy,
}

impl TeamFile {
    /// Those that are no template, in the order in which they are listed.
    pub(crate) const OTHERS: [Self; 7] =
        [Self::Services, Self::Guard, Self::Catalogue, Self::RunbookRules, Self::Alerts, Self::Review, Self::Policy];

    /// The file of a name as [`TeamFile::name`] gives it.
    pub(crate) fn named(name: &str) -> Result<Self, Error> {
        if let Some(other) = Self::OTHERS.into_iter().find(|other| other.name() == name) {
            return Ok(other);
        }
        let within = name.strip_prefix(TEMPLATES).and_then(|rest| rest.strip_prefix('/'));
        let word = within.and_then(|file| file.strip_suffix(TEMPLATE_ENDING)).unwrap_or(name);
        if is_name(word) { Ok(Self::Template(word.to_owned())) } else { Err(TeamFileRefusal::Name(word.to_owned()).into()) }
    }

    /// Its path within the config folder, in the same form on every system.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Template(name) => format!("{TEMPLATES}/{name}{TEMPLATE_ENDING}"),
            Self::Services => SERVICES_FILE.to_owned(),
            Self::Guard => GUARD_FILE.to_owned(),
            Self::Catalogue => CATALOGUE_FILE.to_owned(),
            Self::RunbookRules => RUNBOOK_RULES_FILE.to_owned(),
            Self::Alerts => ALERTS_FILE.to_owned(),
            Self::Review => REVIEW_FILE.to_owned(),
            Self::Policy => POLICY_FILE.to_owned(),
        }
    }

    pub(crate) fn path(&self, config: &Path) -> PathBuf {
        match self {
            Self::Template(name) => config.join(TEMPLATES).join(format!("{name}{TEMPLATE_ENDING}")),
            other => config.join(other.name()),
        }
    }

    /// What a person starts from who has no file yet.
    pub(crate) fn start(&self) -> &'static str {
        match self {
            Self::Template(_) => {
                "+++\naudience = \"internal\"\n+++\n**{{ severity }}: {{ title }}**\n\n**Status:** {{ status }}\n**Started:** {{ started }}\n"
            }
            Self::Services => {
                "# One table for each service:\n#\n# [[service]]\n# name = \"payments-api\"\n# customer_name = \"Payments\"\n# aliases = [\"pay\"]\n"
            }
            Self::Guard => "# What an update should not say, beside the built-in rules.\n",
            Self::Catalogue => {
                "# What differs from the built-in actions, hypotheses, questions and words of security:\n#\n# [[security]]\n# id = \"our_vault\"\n# kind = \"the vault\"\n# means = \"likely\"\n# says = [\"vault unsealed\"]\n"
            }
            Self::RunbookRules => {
                "# Which checks of runbooks hold, for folders that have no runbooks.toml of their own:\n#\n# stale_days = 90\n# off = [\"no-alert\"]\n"
            }
            Self::Alerts => {
                "# How alerts of tools that Sitrep does not know are read: one table each, its values are expressions over the JSON:\n#\n# [[source]]\n# name = \"Our monitor\"\n# when = \"check_id is defined\"\n# title = \"check.name\"\n"
            }
            Self::Review => {
                "# Sections that a review has beside the usual ones:\n#\n# [[section]]\n# name = \"customer_voice\"\n# title = \"What customers said\"\n# question = \"In their words, without names.\"\n"
            }
            Self::Policy => "# What differs from the built-in policy:\n#\n# [severity.P1]\n# update_every_minutes = 20\n",
        }
    }

    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Template(_) => "Template",
            Self::Services => "Services",
            Self::Guard => "Guard",
            Self::Catalogue => "Catalogue",
            Self::RunbookRules => "Runbook checks",
            Self::Alerts => "Alert mappings",
            Self::Review => "Review sections",
            Self::Policy => "Policy",
        }
    }
}

/// A template's name is a word, never a path; editors' own files beside it are none.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}
