//! What reviews are read with besides the rules: words for somebody, what to offer for a name, and whom to thank.

use std::collections::BTreeMap;

use regex::Regex;
use serde::Deserialize;
use toml::Table;

use super::rule_refusal::{Refusal, no_pattern};
use super::toml_lines::TeamFileError;
use super::toml_overlay::lay_over_checking;

/// As they are written in a file.
#[derive(Debug, Clone, Default)]
pub(super) struct ReviewTables {
    pub(super) somebody: Option<String>,
    pub(super) offer: Vec<Table>,
    pub(super) thanks: Vec<Table>,
}

/// What to offer for a person's name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfferText {
    #[expect(dead_code, reason = "files lie over each other by it")]
    id: String,
    pub(crate) words: String,
    pub(crate) pattern: String,
}

/// A reason to thank somebody.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ThanksText {
    #[expect(dead_code, reason = "files lie over each other by it")]
    id: String,
    pub(crate) for_what: String,
    pub(crate) pattern: String,
    #[serde(default)]
    pub(crate) except: Vec<String>,
}

/// The built-in words under a team's.
#[derive(Debug, Default)]
pub(crate) struct ReviewWords {
    /// Words for a person who is not named, as a pattern.
    pub(crate) somebody: Option<String>,
    pub(crate) offers: Vec<OfferText>,
    pub(crate) thanks: Vec<ThanksText>,
}

impl ReviewWords {
    /// A team's patterns are compiled at once, to tell what is wrong with them; the built-in ones, which tests read, when needed.
    pub(super) fn lay_over(built_in: &ReviewTables, own: &ReviewTables, lines: &BTreeMap<String, usize>) -> Result<Self, TeamFileError> {
        if let Some(somebody) = &own.somebody {
            is_pattern("somebody", somebody).map_err(|(key, reason)| TeamFileError {
                line: lines.get(&key).copied(),
                key: Some(key),
                reason,
            })?;
        }
        let of_offer = |offer: &OfferText, own| if own { is_pattern("pattern", &offer.pattern) } else { Ok(()) };
        let of_thanks = |thanks: &ThanksText, own| if own { of_thanks(thanks) } else { Ok(()) };
        Ok(Self {
            somebody: own.somebody.as_ref().or(built_in.somebody.as_ref()).cloned(),
            offers: lay_over_checking("offer", built_in.offer.clone(), own.offer.clone(), lines, of_offer)?,
            thanks: lay_over_checking("thanks", built_in.thanks.clone(), own.thanks.clone(), lines, of_thanks)?,
        })
    }
}

fn of_thanks(thanks: &ThanksText) -> Result<(), Refusal> {
    is_pattern("pattern", &thanks.pattern)?;
    thanks.except.iter().enumerate().try_for_each(|(at, except)| is_pattern(&format!("except[{at}]"), except))
}

fn is_pattern(key: &str, pattern: &str) -> Result<(), Refusal> {
    Regex::new(pattern).map(|_| ()).map_err(|error| (key.to_owned(), no_pattern(&error)))
}
