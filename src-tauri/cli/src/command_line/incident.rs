//! Which incident a verb is about.

use clap::Args;

/// `-i INCIDENT`.
#[derive(Debug, Args)]
pub struct IncidentArg {
    /// Any unambiguous part of a handle
    #[arg(short, long, value_name = "INCIDENT")]
    incident: Option<String>,
}

impl IncidentArg {
    /// The part of a handle that was given.
    pub fn part(&self) -> Option<&str> {
        self.incident.as_deref()
    }
}
