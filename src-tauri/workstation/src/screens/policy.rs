//! The policy in force, value by value.

use std::sync::PoisonError;

use serde::Serialize;
use sitrep_core::team::Origin;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;
use crate::team_files::POLICY_FILE;

/// The policy in force, value by value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyView {
    /// Where a team's own file would be.
    pub path: String,
    /// The values, by key.
    pub values: Vec<PolicyValueView>,
    /// Why the file is not followed, if it is not: `line 12, severity.P1.update_every_minutes: …`.
    pub problem: Option<String>,
}

/// One value of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyValueView {
    /// Its key.
    pub key: String,
    /// Its value, as written in TOML.
    pub value: String,
    /// `built in`, or `policy.toml, line 12`.
    pub origin: String,
    /// Whether it is the team's own.
    pub own: bool,
}

impl Workstation {
    /// The policy in force, value by value, and what is wrong with the file.
    ///
    /// # Errors
    /// None; a door answers every question with a result.
    pub fn policy_view(&self) -> Result<PolicyView, Error> {
        let in_force = self.in_force.read().unwrap_or_else(PoisonError::into_inner);
        let values = in_force.effective.values.iter().map(|value| PolicyValueView {
            key: value.key.clone(),
            value: value.value.clone(),
            origin: match value.origin {
                Origin::BuiltIn => "built in".to_owned(),
                Origin::File { line } => format!("{POLICY_FILE}, line {line}"),
            },
            own: value.origin != Origin::BuiltIn,
        });
        Ok(PolicyView { path: self.policy_path().display().to_string(), values: values.collect(), problem: in_force.problem.clone() })
    }
}
