//! A secret that stands in a text more than once: the other copies have nothing beside them that tells.

use std::collections::BTreeSet;

use super::fold::as_read;
use super::hit::Hit;
use super::reading::Reading;
use crate::vocabulary::HitGroup;

/// Shorter ones are parts of other words.
const AT_LEAST: usize = 6;

/// The hits, and one for each copy of a secret among them.
pub(super) fn with_copies(hits: Vec<Hit>, text: &str, readings: &[Reading]) -> Vec<Hit> {
    let secrets: Vec<Hit> = hits.iter().filter(|hit| hit.group == HitGroup::Secret && is_told_apart(&hit.found)).cloned().collect();
    let known: BTreeSet<(usize, usize)> = hits.iter().filter_map(|hit| hit.range.as_ref()).map(|range| (range.start, range.end)).collect();
    let mut all = hits;
    let mut looked_for = BTreeSet::new();
    for secret in secrets {
        let plain = as_read(&secret.found);
        if plain.is_empty() || !looked_for.insert(plain.clone()) {
            continue;
        }
        for reading in readings {
            for (at, found) in reading.text.match_indices(&plain) {
                let range = reading.place_in_text(&(at..at + found.len()));
                if !known.contains(&(range.start, range.end)) && stands_alone(&reading.text, at, found.len()) {
                    all.push(Hit { found: text[range.clone()].to_owned(), range: Some(range), ..secret.clone() });
                }
            }
        }
    }
    all
}

/// Whether it is no word that may stand in the text for itself.
fn is_told_apart(secret: &str) -> bool {
    secret.chars().count() >= AT_LEAST && !secret.chars().all(|letter| letter.is_lowercase() || letter.is_whitespace())
}

fn stands_alone(text: &str, at: usize, length: usize) -> bool {
    let beside = [text[..at].chars().next_back(), text[at + length..].chars().next()];
    length >= 2 * AT_LEAST || !beside.into_iter().flatten().any(char::is_alphanumeric)
}
