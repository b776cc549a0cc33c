//! Where the words of a sign stand in a text.

use std::collections::BTreeSet;

use super::tokens::{Token, Words};
use crate::team::{Expression, SignWords};

/// How many words may stand between what happened and what it befell.
const WORDS_BETWEEN: usize = 6;

/// Words of a text that a sign names, by their numbers: the first and the last, and those that are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) named: Vec<usize>,
}

/// Every place at which a sign's words stand, none of them among the words left out. What happened is told of the nearest on each
/// side that it can befall.
pub(super) fn find(sign: &SignWords<'_>, words: &Words, left_out: &BTreeSet<usize>) -> Vec<Found> {
    let mut found = all_places(sign.says, words, left_out);
    let (of, happened) = (all_places(sign.of, words, left_out), all_places(sign.happened, words, left_out));
    for event in &happened {
        let before = &of[..of.partition_point(|of| of.first < event.first)];
        let behind = &of[of.partition_point(|of| of.first <= event.last)..];
        let nearest = [end_of_run(before.iter().rev()), end_of_run(behind.iter())];
        found.extend(nearest.into_iter().flatten().filter_map(|of| together(of, event, &words.tokens)));
    }
    found
}

/// 'customer data', as far as each word stands beside the one before.
fn end_of_run<'f>(mut places: impl Iterator<Item = &'f Found>) -> Option<&'f Found> {
    let mut last = places.next()?;
    for place in places.take(WORDS_BETWEEN) {
        if place.first.abs_diff(last.first) > 1 {
            break;
        }
        last = place;
    }
    Some(last)
}

fn all_places(expressions: &[Expression], words: &Words, left_out: &BTreeSet<usize>) -> Vec<Found> {
    let mut all: Vec<Found> = expressions.iter().flat_map(|expression| places(expression, words)).collect();
    all.retain(|found| !found.named.iter().any(|at| left_out.contains(at)));
    all.sort_by_key(|found| (found.first, found.last));
    all
}

fn places(expression: &Expression, words: &Words) -> Vec<Found> {
    let (length, tokens) = (expression.0.len(), &words.tokens);
    let stands = |from: &usize| {
        let Some(these) = tokens.get(*from..from + length) else { return false };
        let one_part = these[0].part == these[length - 1].part;
        one_part && expression.0.iter().zip(these).all(|(forms, token)| forms.iter().any(|form| form.fits(&token.word)))
    };
    let starts = words.places(&expression.0[0]).into_iter();
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
