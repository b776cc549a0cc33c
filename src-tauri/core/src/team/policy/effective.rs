//! A team's own policy over the built-in one: each value it names replaces the built-in value, everything else stays.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::team_policy::Policy;
use crate::event::PolicyChange;
use crate::team::toml_lines::{self, TeamFileError, lines_of, table};

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Sitrep's own policy.
    BuiltIn,
    /// The team's file, in this line (from 1).
    File {
        /// The line.
        line: usize,
    },
}

/// One value in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyValue {
    /// Its key, as in `severity.P1.update_every_minutes`.
    pub key: String,
    /// The value as written in TOML.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// The policy in force and where each value of it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectivePolicy {
    /// The policy.
    pub policy: Policy,
    /// Its values, by key.
    pub values: Vec<PolicyValue>,
}

impl EffectivePolicy {
    /// The built-in policy with nothing over it.
    ///
    /// # Errors
    /// [`TeamFileError`] if the embedded file is broken, which a test rules out.
    pub fn built_in() -> Result<Self, TeamFileError> {
        Self::with("")
    }

    /// What differs from `before`.
    #[must_use]
    pub fn changes_since(&self, before: &Self) -> Vec<PolicyChange> {
        let of = |policy: &Self| policy.values.iter().map(|value| (value.key.clone(), value.value.clone())).collect::<BTreeMap<_, _>>();
        let (old, new) = (of(before), of(self));
        let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let change = |key: &String| PolicyChange { key: key.clone(), from: old.get(key).cloned(), to: new.get(key).cloned() };
        keys.into_iter().map(change).filter(|change| change.from != change.to).collect()
    }

    /// The built-in policy under a team's file, given as text.
    ///
    /// # Errors
    /// [`TeamFileError`] with line, key and reason for a file that is not TOML, names something that does not exist, or has a
    /// value that makes no sense.
    pub fn with(text: &str) -> Result<Self, TeamFileError> {
        let own = table(text)?;
        let lines = lines_of(text);
        let mut merged = table(BUILT_IN)?;
        lay_over(&mut merged, &own);
        let policy = read(&merged, &lines)?;
        policy.check().map_err(|(key, reason)| TeamFileError { line: lines.get(&key).copied(), key: Some(key), reason })?;
        let mut values = Vec::new();
        collect(&merged, "", &lines, &mut values);
        Ok(Self { policy, values })
    }
}

fn read(merged: &Table, lines: &BTreeMap<String, usize>) -> Result<Policy, TeamFileError> {
    toml_lines::read(Value::Table(merged.clone())).map_err(|(key, reason)| {
        // A value in a list stands in the line of the list.
        let named = key.split('[').next().unwrap_or(&key);
        TeamFileError { line: lines.get(named).copied(), key: Some(key), reason }
    })
}

fn lay_over(under: &mut Table, over: &Table) {
    for (key, value) in over {
        match (under.get_mut(key), value) {
            (Some(Value::Table(under)), Value::Table(over)) => lay_over(under, over),
            _ => {
                under.insert(key.clone(), value.clone());
            }
        }
    }
}

fn collect(table: &Table, prefix: &str, lines: &BTreeMap<String, usize>, values: &mut Vec<PolicyValue>) {
    for (name, value) in table {
        let key = join(prefix, name);
        if let Value::Table(inner) = value {
            collect(inner, &key, lines, values);
            continue;
        }
        let origin = lines.get(&key).map_or(Origin::BuiltIn, |line| Origin::File { line: *line });
        values.push(PolicyValue { key, value: value.to_string(), origin });
    }
}

fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}

const BUILT_IN: &str = include_str!("policy.toml");

impl Policy {
    /// The policy Sitrep comes with: the procedure's own tables.
    ///
    /// # Errors
    /// [`TeamFileError`] if the embedded file is broken, which a test rules out.
    pub fn built_in() -> Result<Self, TeamFileError> {
        Ok(EffectivePolicy::built_in()?.policy)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::super::severity_policy::ResponseTime;
    use super::*;
    use crate::vocabulary::{Role, Severity};

    #[test]
    fn the_built_in_policy_is_the_seeds_table() -> Result<(), TeamFileError> {
        let policy = Policy::built_in()?;
        let row = |severity| {
            let row = policy.of(severity);
            let minutes = |length: Option<TimeDelta>| length.map(|length| length.num_minutes());
            let response = match row.response() {
                ResponseTime::Within(length) => Some(length.num_minutes()),
                ResponseTime::NextBusinessDay => None,
            };
            (
                response,
                row.update_every().num_minutes(),
                minutes(row.escalate_after()),
                minutes(row.quiet()),
                row.review_within().map(|w| w.num_hours()),
                row.notify.len(),
                row.watch().map(|watch| watch.num_hours()),
            )
        };
        assert_eq!(row(Severity::P0), (Some(15), 15, None, Some(15), Some(48), 5, Some(24)));
        assert_eq!(row(Severity::P1), (Some(30), 30, Some(120), Some(15), Some(48), 3, Some(24)));
        assert_eq!(row(Severity::P2), (Some(120), 120, Some(240), Some(30), Some(168), 2, Some(4)));
        assert_eq!(row(Severity::P3), (None, 1440, None, None, None, 1, None));
        for role in Role::ALL {
            assert!(!policy.responsibility(role).is_empty(), "{role:?}");
        }
        Ok(())
    }
}
