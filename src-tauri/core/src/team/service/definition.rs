//! One service, as the team's file names it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::parts::{ChangeHistory, Contact, Dashboard, Logs, Repository};

/// One service. What a newer Sitrep reads beside this is left alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Service {
    /// Its name within the team, such as `payments-api`.
    pub name: String,
    /// Its name for customers, such as Payments.
    pub customer_name: Option<String>,
    /// What else the team calls it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Words of this service that customers do not know, each with a plain one.
    #[serde(default)]
    pub jargon: BTreeMap<String, String>,
    /// Where its numbers are seen.
    #[serde(default)]
    pub dashboards: Vec<Dashboard>,
    /// Where it is told what was changed.
    #[serde(default)]
    pub changes: Vec<ChangeHistory>,
    /// Where its logs are searched.
    pub logs: Option<Logs>,
    /// Where its code is.
    #[serde(default)]
    pub repositories: Vec<Repository>,
    /// The command that deploys it.
    pub deploy: Option<String>,
    /// The command that puts the version before in place.
    pub rollback: Option<String>,
    /// The command that tells how the deploy stands.
    pub status: Option<String>,
    /// Which teams or people own it.
    #[serde(default)]
    pub owners: Vec<String>,
    /// Who helps, and how to reach them.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// Files of the runbooks folder, or links.
    #[serde(default)]
    pub runbooks: Vec<String>,
    /// What stands in the places of its runbooks: `namespace = "payments"` for `$NAMESPACE`.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// The services that it needs.
    #[serde(default)]
    pub depends_on: Vec<String>,
}

impl Service {
    /// The repository that it is deployed from: the first with a branch, else the first.
    #[must_use]
    pub fn deployed_from(&self) -> Option<&Repository> {
        self.repositories.iter().find(|repository| repository.branch.is_some()).or_else(|| self.repositories.first())
    }

    /// Its name, then its aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}
