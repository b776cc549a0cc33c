//! One place, one hit.

use std::cmp::Reverse;
use std::ops::Range;

use super::hit::Hit;

/// Of hits that overlap the gravest stays, of equally grave ones the longest, of those the one whose rule comes first.
pub(super) fn gravest(hits: Vec<Hit>) -> Vec<Hit> {
    let (mut placed, missing): (Vec<_>, Vec<_>) =
        hits.into_iter().map(|hit| (hit.range.clone(), hit)).partition(|(range, _)| range.is_some());
    placed.sort_by_key(|(range, hit)| (hit.group, Reverse(range.as_ref().map_or(0, Range::len))));
    let mut taken = Taken::default();
    placed.retain(|(range, _)| range.as_ref().is_some_and(|range| taken.take(range)));
    placed.sort_by_key(|(range, _)| range.as_ref().map(|range| range.start));
    placed.into_iter().chain(missing).map(|(_, hit)| hit).collect()
}

/// Ranges that do not overlap, by where they start.
#[derive(Default)]
struct Taken(std::collections::BTreeMap<usize, usize>);

impl Taken {
    fn take(&mut self, range: &Range<usize>) -> bool {
        let free = self.0.range(..range.end).next_back().is_none_or(|(_, end)| *end <= range.start);
        if free {
            self.0.insert(range.start, range.end);
        }
        free
    }
}
