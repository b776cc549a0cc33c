//! What stands at either end of a line: the time, and the incident that is meant.

use chrono::{DateTime, Utc};

use crate::text::instant::{self, InstantError};
use crate::text::wall_clock::WallClock;

/// `@Wed, 25 Nov 2026 2:05 pm CET` has no more words.
const TIME_WORDS: usize = 7;

/// Before a channel that is only spoken of: `asked in #search`.
const SPEAKS_OF: [&str; 18] =
    ["in", "into", "to", "on", "at", "from", "of", "via", "with", "by", "see", "and", "or", "for", "the", "channel", "joined", "opened"];

/// A time as it was typed, and when that is.
type Found = (Option<String>, Option<DateTime<Utc>>);

/// Takes a time off either end. Words that only resemble one (`-1`, `@ana`, `@1password`) are text.
pub(super) fn take_time(words: &mut Vec<&str>, clock: WallClock) -> Result<Found, InstantError> {
    let lengths = || (1..=words.len().min(TIME_WORDS)).rev();
    let first = lengths().find_map(|count| Some((0..count, time_in_front(&words[..count], clock)?)));
    let last = || lengths().find_map(|count| Some((words.len() - count..words.len(), time_of(&words[words.len() - count..], clock)?)));
    let Some((place, at)) = first.or_else(last) else { return Ok((None, None)) };
    let at = at?;
    let token = words.drain(place).collect::<Vec<_>>().join(" ");
    Ok((Some(token), Some(at)))
}

/// The time that some words are, with its sign before them; none where they are text.
fn time_of(words: &[&str], clock: WallClock) -> Option<Result<DateTime<Utc>, InstantError>> {
    let first = words.first()?;
    if let Some(length) = first.strip_prefix(['-', '\u{2212}']) {
        return (words.len() == 1 && instant::parse_length(length).is_some()).then(|| instant::parse_past(first, clock));
    }
    let typed = [first.strip_prefix('@')?].into_iter().chain(words[1..].iter().copied()).collect::<Vec<_>>().join(" ");
    let (alone, has_digits) = (words.len() == 1, typed.contains(|c: char| c.is_ascii_digit()));
    match instant::parse_past(&typed, clock) {
        Err(InstantError::Unreadable(_)) => (alone && instant::looks_like_a_time(&typed)).then_some(Err(InstantError::Unreadable(typed))),
        Err(InstantError::Zone(error)) if !alone && error.is_unknown() => None,
        read => has_digits.then_some(read),
    }
}

/// The same before other words, where `@14:05 local disk full` is 14:05: what follows a time of day belongs to it only if it could be nothing
/// else.
fn time_in_front(words: &[&str], clock: WallClock) -> Option<Result<DateTime<Utc>, InstantError>> {
    let read = time_of(words, clock)?;
    let begins_with_digits = words.first()?.starts_with(|c: char| c.is_ascii_digit() || c == '@') && words[0].contains(':');
    let belongs = |word: &&str| is_half(word) || word.contains('/') || word.starts_with(['+', '(']) || is_capitals(word);
    let all_belong = words.iter().skip(1).all(belongs);
    (!begins_with_digits || words[0].contains('-') || all_belong).then_some(read)
}

fn is_half(word: &str) -> bool {
    ["am", "pm", "a.m.", "p.m."].iter().any(|half| half.eq_ignore_ascii_case(word))
}

fn is_capitals(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase())
}

/// Takes `#payments` off either end. A `#` before digits alone, as in a ticket number, is text, and so is a channel that is spoken of.
pub(super) fn take_target(words: &mut Vec<&str>) -> Option<String> {
    let target = |word: &str| {
        let name = word.strip_prefix('#')?;
        let ticket = name.chars().all(|c| c.is_ascii_digit());
        (!ticket).then(|| name.strip_prefix("incident-").unwrap_or(name).to_owned())
    };
    if let Some(found) = words.first().and_then(|word| target(word)) {
        words.remove(0);
        return Some(found);
    }
    let is_spoken_of = words.iter().rev().nth(1).is_some_and(|word| SPEAKS_OF.iter().any(|before| before.eq_ignore_ascii_case(word)));
    let found = words.last().filter(|_| !is_spoken_of).and_then(|word| target(word))?;
    words.pop();
    Some(found)
}
