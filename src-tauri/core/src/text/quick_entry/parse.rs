//! A line: a time at either end, a target, a verb, then text; all optional.

use super::ends::{take_target, take_time};
use super::entry::{Intent, QuickEntry};
use super::error::QuickEntryError;
use super::verbs::{Words, verb_named};
use crate::text::{WallClock, as_seen, is_blank};
use crate::vocabulary::EntryKind;

/// Reads a line.
///
/// # Errors
/// [`QuickEntryError`] names the part that cannot be done.
pub fn parse(line: &str, clock: WallClock) -> Result<QuickEntry, QuickEntryError> {
    let line = &*as_seen(line);
    let mut words: Vec<&str> = line.split_whitespace().filter(|word| !is_blank(word)).collect();
    let (time_token, at) = take_time(&mut words, clock)?;
    let target = take_target(&mut words);
    // The target may have hidden a time behind it: `rolled back -4m #payments`.
    let (time_token, at) = if at.is_none() { take_time(&mut words, clock)? } else { (time_token, at) };
    Ok(QuickEntry { intent: intent(&words, line)?, at, time_token, target, unknown_verb: unknown_verb(&words) })
}

fn intent(words: &[&str], line: &str) -> Result<Intent, QuickEntryError> {
    let Some(first) = words.first() else { return Ok(Intent::Nothing) };
    match first.strip_prefix('/').and_then(verb_named) {
        Some(verb) => (verb.read)(&Words { words: &words[1..], line }),
        None => Ok(Intent::Log { kind: EntryKind::Note, text: Words { words, line }.from(0) }),
    }
}

/// `/dance`, but not `/var/log`: a path is no verb that somebody got wrong.
fn unknown_verb(words: &[&str]) -> Option<String> {
    let name = words.first()?.strip_prefix('/').filter(|name| !name.is_empty() && name.chars().all(char::is_alphabetic))?;
    verb_named(name).is_none().then(|| name.to_owned())
}
