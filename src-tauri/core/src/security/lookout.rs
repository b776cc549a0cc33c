//! The words of a text that tell of a security matter.

use super::matching::{Found, find};
use super::standing::{Standing, standing};
use super::tokens::{Token, tokens};
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
    let tokens = tokens(text);
    let names = masked(signs, &tokens);
    let mut told: Vec<(SecurityMeaning, usize, Found, &SecuritySign)> = Vec::new();
    for sign in signs.iter().filter(|sign| sign.means != SecurityMeaning::Nothing) {
        let plain = find(sign, &tokens).into_iter().filter(|found| !found.named.iter().any(|at| names.contains(at)));
        told.extend(plain.filter_map(|found| Some((meaning(sign, &found, &tokens)?, found.first, found, sign))));
    }
    told.sort_by_key(|(meaning, at, ..)| (std::cmp::Reverse(*meaning), *at));
    let words = told.into_iter().map(|(meaning, _, found, sign)| SecurityWords {
        words: text[tokens[found.first].place.start..tokens[found.last].place.end].to_owned(),
        kind: sign.kind.clone(),
        certain: meaning == SecurityMeaning::Certain,
    });
    words.collect()
}

/// The words that are names or mean something of everyday.
fn masked(signs: &[SecuritySign], tokens: &[Token]) -> Vec<usize> {
    let names = signs.iter().filter(|sign| sign.means == SecurityMeaning::Nothing);
    names.flat_map(|sign| find(sign, tokens)).flat_map(|found| found.named).collect()
}

fn meaning(sign: &SecuritySign, found: &Found, tokens: &[Token]) -> Option<SecurityMeaning> {
    match standing(found, tokens) {
        Standing::Said => Some(sign.means),
        Standing::Feared => Some(SecurityMeaning::Likely),
        Standing::Denied => None,
    }
}
