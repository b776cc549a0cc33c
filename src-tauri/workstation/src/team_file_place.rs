//! Which file of a team's is meant. Names come from the page, so only what is listed here becomes a path.

use std::path::{Path, PathBuf};

use sitrep_core::messages::TEMPLATE_ENDING;

use crate::error::Error;
use crate::guard_file::GUARD_FILE;
use crate::policy_file::POLICY_FILE;
use crate::services_file::SERVICES_FILE;
use crate::team_file_refusal::TeamFileRefusal;
use crate::template_files::{TEMPLATES, is_name};

/// A file that a team writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TeamFile {
    Template(String),
    Services,
    Guard,
    Policy,
}

impl TeamFile {
    /// Those that are no template, in the order in which they are listed.
    pub(crate) const OTHERS: [Self; 3] = [Self::Services, Self::Guard, Self::Policy];

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
            Self::Policy => "# What differs from the built-in policy:\n#\n# [severity.P1]\n# update_every_minutes = 20\n",
        }
    }

    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Template(_) => "Template",
            Self::Services => "Services",
            Self::Guard => "Guard",
            Self::Policy => "Policy",
        }
    }
}
