//! Which incident a verb is about.

use std::env;
use std::sync::LazyLock;

use clap::Args;
use sitrep_core::text::is_blank;

/// `-i INCIDENT`.
#[derive(Debug, Args)]
pub struct IncidentArg {
    /// Any unambiguous part of a handle or a title
    #[arg(short, long, value_name = "INCIDENT")]
    incident: Option<String>,
}

impl IncidentArg {
    /// The part of a handle that was given, here or for the whole shell.
    pub fn part(&self) -> Option<&str> {
        self.incident.as_deref().or_else(|| OF_THE_SHELL.as_deref())
    }
}

/// What `SITREP_INCIDENT` names.
static OF_THE_SHELL: LazyLock<Option<String>> = LazyLock::new(|| env::var("SITREP_INCIDENT").ok().filter(|part| !is_blank(part)));

/// `INCIDENT` as the last word, or `-i INCIDENT`.
#[derive(Debug, Args)]
pub struct NamedIncident {
    /// Any unambiguous part of a handle
    #[arg(value_name = "INCIDENT", conflicts_with = "incident")]
    named: Option<String>,
    #[command(flatten)]
    flag: IncidentArg,
}

/// What names an incident among a verb's words.
pub trait NamesIncident {
    /// The part of its handle that was given; none for the one that is in use.
    fn part(&self) -> Option<&str>;
}

impl NamesIncident for NamedIncident {
    fn part(&self) -> Option<&str> {
        self.named.as_deref().or_else(|| self.flag.part())
    }
}

impl NamesIncident for IncidentArg {
    fn part(&self) -> Option<&str> {
        Self::part(self)
    }
}
