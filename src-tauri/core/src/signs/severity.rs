//! The words of a text that read like an example of a severity (seed: Severity Levels).

use std::collections::BTreeSet;

use super::matching::find;
use super::standing::{Standing, practised_parts, standing};
use super::tokens::Words;
use crate::team::SeveritySign;
use crate::vocabulary::Severity;

/// Words that read like an example of a severity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeverityWords {
    /// As they are written.
    pub words: String,
    /// How bad that is.
    pub severity: Severity,
    /// What they are like: `payment processing broken`.
    pub like: String,
}

/// The words of a text that read like an example of the worst severity; none where nothing does, or it is denied.
#[must_use]
pub fn worst(signs: &[SeveritySign], text: &str) -> Option<SeverityWords> {
    let words = Words::of(text);
    let practised = practised_parts(&words.tokens);
    let told = signs.iter().filter_map(|sign| {
        let found = find(&sign.words(), &words, &BTreeSet::new());
        let said =
            found.into_iter().find(|found| matches!(standing(found, &words.tokens, &practised), Standing::Said | Standing::Feared))?;
        Some((sign, said))
    });
    let (sign, found) = told.min_by_key(|(sign, found)| (sign.severity, found.first))?;
    let tokens = &words.tokens;
    let words = text[tokens[found.first].place.start..tokens[found.last].place.end].to_owned();
    Some(SeverityWords { words, severity: sign.severity, like: sign.like.clone() })
}
