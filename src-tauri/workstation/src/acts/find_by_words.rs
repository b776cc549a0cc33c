//! Which hypothesis, finding, change, mitigation or entry is meant.

use sitrep_core::documents::TimelineRow;
use sitrep_core::incident::{Change, Finding, Hypothesis, Mitigation};

use crate::refusals::{Error, WorkKind};

/// What a person names by its number in a list or by a part of its words.
pub(crate) trait Named {
    const KIND: WorkKind;

    fn words(&self) -> &str;

    /// Whether it is still to be dealt with; such a one is meant before one that is settled.
    fn is_open(&self) -> bool {
        true
    }
}

impl Named for Hypothesis {
    const KIND: WorkKind = WorkKind::Hypothesis;

    fn words(&self) -> &str {
        &self.statement
    }

    fn is_open(&self) -> bool {
        self.state.is_open()
    }
}

impl Named for Mitigation {
    const KIND: WorkKind = WorkKind::Mitigation;

    fn words(&self) -> &str {
        &self.action
    }

    fn is_open(&self) -> bool {
        self.state.is_open()
    }
}

impl Named for Finding {
    const KIND: WorkKind = WorkKind::Finding;

    fn words(&self) -> &str {
        &self.text
    }
}

impl Named for &Change {
    const KIND: WorkKind = WorkKind::Change;

    fn words(&self) -> &str {
        &self.summary
    }
}

impl Named for TimelineRow {
    const KIND: WorkKind = WorkKind::Entry;

    fn words(&self) -> &str {
        &self.text
    }
}

/// The one meant by a number in the list or by a part of its words; among several those that are still open come first, and
/// without any words it is the only open one.
pub(crate) fn find_by_number_or_words<'a, T: Named>(all: &'a [T], part: &str) -> Result<&'a T, Error> {
    let part = part.trim();
    let unknown = || Error::UnknownWork { what: T::KIND, part: part.to_owned() };
    // A number is one of the list and never a part of the words: `4` must not find `v314`.
    if let Ok(number) = part.parse::<usize>() {
        return all.get(number.wrapping_sub(1)).ok_or_else(unknown);
    }
    find_by_words(all, part)
}

/// As [`find_by_number_or_words`], where a number is a part of the words.
pub(crate) fn find_by_words<'a, T: Named>(all: &'a [T], part: &str) -> Result<&'a T, Error> {
    let part = part.trim();
    let unknown = || Error::UnknownWork { what: T::KIND, part: part.to_owned() };
    match with_words(all, part).as_slice() {
        [only] => Ok(only),
        [] => Err(unknown()),
        several => Err(Error::AmbiguousWork { what: T::KIND, of: several.iter().map(|one| one.words().to_owned()).collect() }),
    }
}

/// Those that are open and have these words; else, if there are words at all, the settled ones that have them.
fn with_words<'a, T: Named>(all: &'a [T], part: &str) -> Vec<&'a T> {
    let wanted = part.to_lowercase();
    let matching = all.iter().filter(|one| one.words().to_lowercase().contains(&wanted));
    let (open, settled): (Vec<&T>, Vec<&T>) = matching.partition(|one| one.is_open());
    if open.is_empty() && !part.is_empty() { settled } else { open }
}
