//! Lines of `key=value`.

use super::reading::{Mark, Message, Order, Reading};
use super::said::{Stamp, epoch, to_millis};
use super::scan;
use crate::text::is_blank;

const TIMES: [&str; 8] = ["time", "ts", "t", "timestamp", "at", "date", "datetime", "@timestamp"];
const LEVELS: [&str; 4] = ["level", "lvl", "severity", "sev"];
const WORDS: [&str; 4] = ["msg", "message", "event", "error"];

/// Reads a text of which at least half of the lines, the first among them, are pairs with a time.
pub(super) fn read(text: &str) -> Option<Reading> {
    let lines: Vec<&str> = text.lines().filter(|line| !is_blank(line)).collect();
    message(lines.first()?)?;
    let mut reading = Reading::of("logfmt", Order::Written);
    for line in &lines {
        match message(line) {
            Some(message) => reading.push(Mark::Message(message)),
            None => reading.add_line(line),
        }
    }
    (reading.messages().count() * 2 >= lines.len()).then_some(reading)
}

/// Level and message first, then every other pair as it stands; the time is the head.
fn message(line: &str) -> Option<Message> {
    let pairs = pairs(line)?;
    let (at, stamp) =
        pairs.iter().enumerate().filter(|(_, pair)| TIMES.contains(&pair.key)).find_map(|(at, pair)| Some((at, time(&pair.value)?)))?;
    let of = |keys: &[&str]| pairs.iter().position(|pair| keys.contains(&pair.key));
    let (level, words) = (of(&LEVELS), of(&WORDS));
    let firsts = [level, words].into_iter().flatten().filter_map(|at| Some(pairs.get(at)?.value.as_str()));
    let rest = pairs.iter().enumerate().filter(|(number, _)| *number != at && Some(*number) != level && Some(*number) != words);
    let text: Vec<&str> = firsts.chain(rest.map(|(_, pair)| pair.raw)).collect();
    let keys: Vec<&str> = [level, words].into_iter().flatten().filter_map(|at| Some(pairs.get(at)?.key)).collect();
    Some(Message::of(stamp, text.join(" "), format!("{} {}", pairs.get(at)?.raw, keys.join(" "))))
}

fn time(value: &str) -> Option<Stamp> {
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let counted = is_number.then(|| epoch(value)).flatten().map(|at| Stamp::at(to_millis(at)));
    counted.or_else(|| scan::whole(value))
}

struct Pair<'l> {
    key: &'l str,
    value: String,
    raw: &'l str,
}

/// The pairs of a line; none where it does not begin with one, or has fewer than two.
fn pairs(line: &str) -> Option<Vec<Pair<'_>>> {
    let mut pairs = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let end = end_of_pair(rest);
        let (raw, after) = rest.split_at(end);
        let pair = raw.split_once('=').filter(|(key, _)| is_key(key));
        if pair.is_none() && pairs.is_empty() {
            return None;
        }
        let (key, value) = pair.unwrap_or(("", raw));
        pairs.push(Pair { key, value: unquoted(value), raw });
        rest = after.trim_start();
    }
    (pairs.len() > 1).then_some(pairs)
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_.@-/".contains(c))
}

/// A pair ends at a space that is not within quotes.
fn end_of_pair(text: &str) -> usize {
    let (mut quoted, mut escaped) = (false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            _ if letter.is_whitespace() && !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

fn unquoted(value: &str) -> String {
    match value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
        Some(inner) => inner.replace("\\\"", "\""),
        None => value.to_owned(),
    }
}
