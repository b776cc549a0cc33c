//! Colours on a terminal. They are put on after every control character of a person's is gone.

use std::env;
use std::io::{self, IsTerminal};

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// What words mean that stand at the beginning of a line, or behind its first two spaces.
const PAINTS: [(&str, &str); 5] =
    [("P0", "\u{1b}[1;31m"), ("P1", "\u{1b}[1;33m"), ("P2", "\u{1b}[33m"), ("P3", "\u{1b}[36m"), ("Next:", BOLD)];

/// Whether standard output is a terminal that shows colours, and nobody said not to.
pub(super) fn is_wanted() -> bool {
    let says = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !says("NO_COLOR") && env::var_os("TERM").is_some_and(|term| term != "dumb")
}

/// A page with its severities and times told apart.
pub(super) fn painted(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn line(line: &str) -> String {
    let (before, rest) = line.split_at(line.len() - line.trim_start().len());
    let first = rest.split(' ').next().unwrap_or_default();
    if let Some((word, paint)) = PAINTS.iter().find(|(word, _)| *word == first) {
        return format!("{before}{paint}{word}{PLAIN}{}", &rest[word.len()..]);
    }
    match rest.get(..TIME) {
        Some(time) if is_time(time) => format!("{before}{DIM}{time}{PLAIN}{}", &rest[TIME..]),
        _ => line.to_owned(),
    }
}

/// `2026-11-23 14:05Z`.
const TIME: usize = 17;

fn is_time(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits == 12 && text.ends_with('Z') && text.as_bytes().get(4) == Some(&b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_and_times_are_told_apart_and_words_stay_as_they_are() {
        assert_eq!(painted("P1  Investigating\nplain P1"), "\u{1b}[1;33mP1\u{1b}[0m  Investigating\nplain P1");
        assert_eq!(painted("2026-11-23 14:05Z  words"), "\u{1b}[2m2026-11-23 14:05Z\u{1b}[0m  words");
        assert_eq!(painted("  Next: log"), "  \u{1b}[1mNext:\u{1b}[0m log");
        assert_eq!(painted("é\u{2009}x, a line that is longer than a time"), "é\u{2009}x, a line that is longer than a time");
    }
}
