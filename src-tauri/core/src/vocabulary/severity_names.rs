//! What people type for a severity: `P1`, `SEV1`, `sev-1`, and the names that a team has of its own.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::severity::{Severity, UnknownSeverity};

/// The names that a team has for severities, over those that everybody reads. Capitals, blanks and dashes make no difference.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "BTreeMap<String, Severity>")]
pub struct SeverityNames(BTreeMap<String, Severity>);

/// How many teams number their severities.
const NUMBERED: &str = "sev";

impl SeverityNames {
    /// The severity that a word names; none where it names none.
    ///
    /// # Errors
    /// [`UnknownSeverity`] for a number that there is none of, such as `P7`.
    pub fn typed(&self, word: &str) -> Result<Option<Severity>, UnknownSeverity> {
        let plain = plain(word);
        if let Some(severity) = self.0.get(&plain) {
            return Ok(Some(*severity));
        }
        let number = plain.strip_prefix(NUMBERED).or_else(|| plain.strip_prefix('p').filter(|_| word.len() == plain.len()));
        let Some(number) = number.filter(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit())) else {
            return Ok(None);
        };
        // Where a team numbers them in its own way, no number of its own is guessed at.
        let is_own = plain.starts_with(NUMBERED) && self.0.keys().any(|name| name.starts_with(NUMBERED));
        let severity = Some(format!("P{number}")).filter(|_| !is_own).and_then(|label| label.parse().ok());
        severity.map(Some).ok_or_else(|| UnknownSeverity(word.to_owned()))
    }

    /// A name in it that says nothing, or is another severity's.
    #[must_use]
    pub fn misleading(&self) -> Option<&str> {
        self.0
            .iter()
            .find(|(name, severity)| name.is_empty() || name.parse().is_ok_and(|named: Severity| named != **severity))
            .map(|(name, _)| name.as_str())
    }
}

impl From<BTreeMap<String, Severity>> for SeverityNames {
    fn from(names: BTreeMap<String, Severity>) -> Self {
        names.into_iter().collect()
    }
}

impl FromIterator<(String, Severity)> for SeverityNames {
    fn from_iter<I: IntoIterator<Item = (String, Severity)>>(names: I) -> Self {
        Self(names.into_iter().map(|(name, severity)| (plain(&name), severity)).collect())
    }
}

fn plain(word: &str) -> String {
    word.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
}
