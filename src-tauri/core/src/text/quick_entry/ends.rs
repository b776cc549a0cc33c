//! What stands at either end of a line: the time, and the incident that is meant.

use chrono::{DateTime, Utc};

use crate::text::instant::{self, InstantError};
use crate::text::wall_clock::WallClock;

/// Takes a time off either end. Words that only resemble one (`-1`, `@ana`) are text.
pub(super) fn take_time(words: &mut Vec<&str>, clock: WallClock) -> Result<(Option<String>, Option<DateTime<Utc>>), InstantError> {
    for first in [true, false] {
        let Some(word) = (if first { words.first() } else { words.last() }).copied() else { break };
        let Some(time) = time_token(word) else { continue };
        let at = instant::parse_past(time, clock)?;
        if first {
            words.remove(0);
        } else {
            words.pop();
        }
        return Ok((Some(word.to_owned()), Some(at)));
    }
    Ok((None, None))
}

fn time_token(word: &str) -> Option<&str> {
    if let Some(length) = word.strip_prefix(['-', '\u{2212}']) {
        return instant::parse_length(length).map(|_| word);
    }
    let time = word.strip_prefix('@')?;
    time.starts_with(|c: char| c.is_ascii_digit()).then_some(time)
}

/// Takes `#payments` off either end. A `#` before digits alone, as in a ticket number, is text.
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
    let found = words.last().and_then(|word| target(word))?;
    words.pop();
    Some(found)
}
