//! The lines of a postmortem's timeline.

use std::sync::LazyLock;

use regex::Regex;

use super::plain::{bare, cells, plain};
use super::times::{Written, leading};

/// A line with its time, before its day and zone are known.
#[derive(Debug, Clone)]
pub(super) struct Timed {
    pub(super) written: Written,
    pub(super) author: Option<String>,
    pub(super) text: String,
}

static AUTHOR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r" \((?P<who>@[^\s(),]{1,80})(?P<with>(?:, (?:from|with) [^()]{1,200})*)\)(?P<mark> [A-Z][a-z ]{3,20})?$").ok()
});

/// The line with a time that a line of the text is: a row of a table, an item of a list, or a line that begins with it.
pub(super) fn timed(line: &str, year: Option<i32>) -> Option<Timed> {
    let words = match cells(line) {
        Some(cells) => joined(&cells),
        None => plain(bare(line)),
    };
    let (written, text) = leading(&words, year)?;
    let (author, text) = authored(text);
    (!text.is_empty()).then_some(Timed { written, author, text })
}

/// The time, and what follows it: what is in more columns than two is set apart.
fn joined(cells: &[String]) -> String {
    match cells {
        [time, event, rest @ ..] => {
            let rest: String = rest.iter().filter(|cell| !cell.is_empty()).map(|cell| format!(" ({cell})")).collect();
            format!("{time} {event}{rest}")
        }
        [only] => only.clone(),
        [] => String::new(),
    }
}

/// Who recorded it, as a review writes it behind a line, and the rest.
fn authored(text: &str) -> (Option<String>, String) {
    let found = AUTHOR.as_ref().and_then(|author| author.captures(text));
    let named = found.as_ref().and_then(|found| Some((found.get(0)?.start(), found.name("who")?.as_str())));
    let rest = |name: &str| found.as_ref().and_then(|found| found.name(name)).map_or("", |found| found.as_str());
    match named {
        Some((at, who)) => (Some(who.to_owned()), format!("{}{}{}", &text[..at], rest("with"), rest("mark"))),
        None => (None, text.to_owned()),
    }
}
