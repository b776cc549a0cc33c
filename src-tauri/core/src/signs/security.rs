//! The words of a text that tell of a security matter.

use std::collections::BTreeSet;

use super::matching::{Found, find};
use super::standing::{Standing, practised_parts, standing};
use super::tokens::Words;
use crate::team::{SecurityMeaning, SecuritySign};

/// Words that tell of a security matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityWords {
    /// As they are written.
    pub words: String,
    /// What they tell of: `data breach`.
    pub kind: String,
    /// Whether it is one, or a person is to say.
    pub certain: bool,
}

/// The gravest words of a text, the first among these; none where nothing tells of a security matter.
#[must_use]
pub fn read(signs: &[SecuritySign], text: &str) -> Option<SecurityWords> {
    all(signs, text).into_iter().next()
}

/// All words of a text that tell of a security matter, the gravest first.
#[must_use]
pub fn all(signs: &[SecuritySign], text: &str) -> Vec<SecurityWords> {
    let words = Words::of(text);
    let (names, practised) = (masked(signs, &words), practised_parts(&words.tokens));
    let mut told: Vec<(SecurityMeaning, usize, Found, &SecuritySign)> = Vec::new();
    for sign in signs.iter().filter(|sign| sign.means != SecurityMeaning::Nothing) {
        let found = find(&sign.words(), &words, &names).into_iter();
        told.extend(found.filter_map(|found| {
            let standing = standing(&found, &words.tokens, &practised);
            Some((meaning(sign, standing)?, found.first, found, sign))
        }));
    }
    told.sort_by_key(|(meaning, at, ..)| (std::cmp::Reverse(*meaning), *at));
    let tokens = &words.tokens;
    let words = told.into_iter().map(|(meaning, _, found, sign)| SecurityWords {
        words: text[tokens[found.first].place.start..tokens[found.last].place.end].to_owned(),
        kind: sign.kind.clone(),
        certain: meaning == SecurityMeaning::Certain,
    });
    words.collect()
}

/// The words that are names or mean something of everyday.
fn masked(signs: &[SecuritySign], words: &Words) -> BTreeSet<usize> {
    let names = signs.iter().filter(|sign| sign.means == SecurityMeaning::Nothing);
    names.flat_map(|sign| find(&sign.words(), words, &BTreeSet::new())).flat_map(|found| found.named).collect()
}

fn meaning(sign: &SecuritySign, standing: Standing) -> Option<SecurityMeaning> {
    match (standing, sign.means) {
        (Standing::Denied, _) | (Standing::Doubted, SecurityMeaning::Likely | SecurityMeaning::Nothing) => None,
        (Standing::Doubted | Standing::Feared, _) => Some(SecurityMeaning::Likely),
        (Standing::Said, means) => Some(means),
    }
}
