//! What the lists of the catalogue hold.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::clue::Clue;
use crate::team::commands::check_command;
use crate::text::is_blank;
use crate::vocabulary::ChangeKind;

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
    /// What is to be done after the incident where it was used: an action item.
    #[serde(default)]
    #[ts(skip)]
    #[serde(skip_serializing)]
    pub owes: Option<String>,
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
    /// The kinds of change that it asks for.
    #[serde(default)]
    pub changes: Vec<ChangeKind>,
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

impl MitigationAction {
    pub(super) fn check(&self) -> Result<(), (String, String)> {
        for (at, step) in self.steps.iter().enumerate() {
            let refuse = |key: &str, reason: String| (format!("steps[{at}].{key}"), reason);
            if is_blank(&step.say) {
                return Err(refuse("say", "must not be empty".to_owned()));
            }
            if let Some(run) = &step.run {
                check_command(run).map_err(|reason| refuse("run", reason))?;
            }
        }
        Ok(())
    }
}

/// A step as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MitigationStep {
    /// What is done.
    pub say: String,
    /// The command, with its places; an example where the service has its own.
    pub run: Option<String>,
    /// Whether the command is an example to adapt even where no service can have its own.
    #[serde(default)]
    pub example: bool,
    /// The service's own command that does it.
    pub of_service: Option<ServiceCommand>,
}

/// A command that a service has in `services.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceCommand {
    /// Deploys it.
    Deploy,
    /// Puts the version before in place.
    Rollback,
    /// Tells how the deploy stands.
    Status,
}
