//! A value of the team's policy that changed while an incident was going on.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::vocabulary::Severity;

/// A value that is another now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyChange {
    /// Its key.
    pub key: String,
    /// Before; none where there was no value.
    pub from: Option<String>,
    /// After; none where there is no value any more.
    pub to: Option<String>,
}

impl PolicyChange {
    /// Whether an incident of this severity notices it.
    #[must_use]
    pub fn concerns(&self, severity: Severity) -> bool {
        match self.key.strip_prefix("severity.") {
            Some(rest) => rest.starts_with(severity.label()),
            None => true,
        }
    }
}

impl fmt::Display for PolicyChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
        write!(f, "{} from {} to {}", self.key, value(&self.from), value(&self.to))
    }
}
