//! Where the words of a sign stand in a text.

use super::tokens::Token;
use crate::team::{Expression, SecuritySign};

/// How many words may stand between what happened and what it befell.
const WORDS_BETWEEN: usize = 6;

/// Words of a text that a sign names, by their numbers: the first and the last, and those that are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) named: Vec<usize>,
}

/// Every place at which a sign's words stand.
pub(super) fn find(sign: &SecuritySign, tokens: &[Token]) -> Vec<Found> {
    let said = sign.says.iter().flat_map(|expression| places(expression, tokens));
    let (of, happened) = (all_places(&sign.of, tokens), all_places(&sign.happened, tokens));
    let befallen = happened.iter().flat_map(|happened| of.iter().filter_map(|of| together(of, happened, tokens)));
    said.chain(befallen).collect()
}

fn all_places(expressions: &[Expression], tokens: &[Token]) -> Vec<Found> {
    expressions.iter().flat_map(|expression| places(expression, tokens)).collect()
}

fn places(expression: &Expression, tokens: &[Token]) -> Vec<Found> {
    let length = expression.0.len();
    let stands = |from: &usize| {
        let words = &tokens[*from..from + length];
        let one_part = words[0].part == words[length - 1].part;
        one_part && expression.0.iter().zip(words).all(|(forms, token)| forms.iter().any(|form| form.fits(&token.word)))
    };
    let starts = 0..(tokens.len() + 1).saturating_sub(length);
    starts.filter(stands).map(|from| Found { first: from, last: from + length - 1, named: (from..from + length).collect() }).collect()
}

fn together(of: &Found, happened: &Found, tokens: &[Token]) -> Option<Found> {
    let (left, right) = if of.first < happened.first { (of, happened) } else { (happened, of) };
    let near = right.first > left.last && right.first - left.last <= WORDS_BETWEEN + 1;
    let one_part = tokens[left.first].part == tokens[right.last].part;
    (near && one_part).then(|| Found {
        first: left.first,
        last: right.last,
        named: left.named.iter().chain(&right.named).copied().collect(),
    })
}
