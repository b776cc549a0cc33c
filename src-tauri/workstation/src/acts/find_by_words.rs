//! Which hypothesis, finding, change or mitigation is meant.

use crate::refusals::Error;

/// The one meant by a number in the list or by a part of its words; among several those that are still open come first, and
/// without any words it is the only open one.
pub(crate) fn find_by_number_or_words<'a, T>(
    what: &'static str,
    all: &'a [T],
    part: &str,
    words: impl Fn(&T) -> &String,
    is_open: impl Fn(&T) -> bool,
) -> Result<&'a T, Error> {
    let part = part.trim();
    // A number is one of the list and never a part of the words: `4` must not find `v314`.
    if let Ok(number) = part.parse::<usize>() {
        return all.get(number.wrapping_sub(1)).ok_or_else(|| Error::UnknownWork { what, part: part.to_owned() });
    }
    let wanted = part.to_lowercase();
    let (open, closed): (Vec<&T>, Vec<&T>) =
        all.iter().filter(|one| words(one).to_lowercase().contains(&wanted)).partition(|one| is_open(one));
    let candidates = if open.is_empty() && !part.is_empty() { closed } else { open };
    match candidates.as_slice() {
        [only] => Ok(only),
        [] => Err(Error::UnknownWork { what, part: part.to_owned() }),
        several => Err(Error::AmbiguousWork { what, of: several.iter().map(|one| words(one).clone()).collect() }),
    }
}
