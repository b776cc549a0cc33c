//! Which format a transcript has, and where its messages begin.

use std::sync::LazyLock;

use chrono::NaiveTime;
use regex::{Captures, Regex};

use super::formats::{DAY, FORMATS, Format, Is, parts};
use super::stamp::{self, Day, Stamp};
use crate::text::is_blank;

/// What is before a message on its line is never longer (bytes). Only that much of a line is looked at, so that reading
/// takes time in proportion to the text.
const LONGEST_HEAD: usize = 200;

/// A name has no more words, nor more letters.
const NAME_WORDS: usize = 6;
const NAME_LETTERS: usize = 60;

/// No name ends with one of these: `rolled back at 14:05` is something said.
const NO_NAME: [&str; 16] =
    ["at", "by", "until", "till", "since", "from", "to", "around", "before", "after", "about", "is", "was", "and", "the", "~"];

/// What logs have where chats have a name.
const LEVELS: [&str; 12] = ["trace", "debug", "info", "notice", "warn", "warning", "error", "err", "fatal", "critical", "crit", "panic"];

/// How a message begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Begin<'t> {
    pub(super) is: Is,
    pub(super) stamp: Stamp,
    pub(super) author: Option<&'t str>,
    /// Where on the line the message starts (bytes).
    pub(super) text_at: usize,
}

/// A format with its patterns ready.
pub(super) struct Known {
    format: &'static Format,
    heads: Vec<(Regex, Is)>,
}

/// A pattern that does not read would be left out; a test rules that out.
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let ready = |format: &'static Format| {
        let heads = format.heads.iter().filter_map(|head| Some((Regex::new(&parts(head.pattern)).ok()?, head.is)));
        Known { format, heads: heads.collect() }
    };
    FORMATS.iter().map(ready).collect()
});

static DAY_LINE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&parts(DAY)).ok());

/// The day that a line says for those after it.
pub(super) fn day_line(line: &str) -> Option<Day> {
    if line.len() > LONGEST_HEAD {
        return None;
    }
    let captures = DAY_LINE.as_ref()?.captures(line)?;
    stamp::day(captures.name("date")?.as_str())
}

/// The format of a text; none when no line begins with a time.
///
/// A transcript begins with a message of its own format, and a log may be quoted in a chat: so it is one of those that know
/// the first line that any knows, and among them the most particular that knows at least half of what the best does.
pub(super) fn format(text: &str) -> Option<&'static Known> {
    let tallies: Vec<(&Known, Tally)> = KNOWN.iter().map(|known| (known, known.tally(text))).filter(|(_, tally)| tally.count > 0).collect();
    let enough = if tallies.iter().any(|(_, tally)| tally.count > 1) { 2 } else { 1 };
    let first = tallies.iter().filter(|(_, tally)| tally.count >= enough).map(|(_, tally)| tally.first).min()?;
    let meant = || tallies.iter().filter(|(_, tally)| tally.count >= enough && tally.first == first);
    let best = meant().map(|(_, tally)| tally.count).max()?;
    meant().find(|(_, tally)| tally.count * 2 >= best).map(|(known, _)| *known)
}

/// How many messages of a text a format knows, and in which line the first is.
#[derive(Default)]
struct Tally {
    count: usize,
    first: usize,
}

impl Tally {
    fn note(&mut self, line: usize) {
        if self.count == 0 {
            self.first = line;
        }
        self.count += 1;
    }
}

impl Known {
    pub(super) fn label(&self) -> &'static str {
        self.format.label
    }

    /// A head that stands alone counts only when something is said under it.
    fn tally(&self, text: &str) -> Tally {
        let mut tally = Tally::default();
        let mut waiting = None;
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !is_blank(line)) {
            let begin = self.begin(line);
            if let (None, Some(head)) = (begin, waiting.take()) {
                tally.note(head);
            }
            match begin.map(|begin| begin.is) {
                Some(Is::Line) => tally.note(number),
                Some(Is::Alone | Is::UnderAuthor) => waiting = Some(number),
                Some(Is::SameAuthor | Is::System) | None => {}
            }
        }
        tally
    }

    /// How a message begins on this line, if one does.
    pub(super) fn begin<'t>(&self, line: &'t str) -> Option<Begin<'t>> {
        let head = shortened(line);
        if !head.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        self.heads.iter().find_map(|(pattern, is)| {
            let alone = !matches!(is, Is::Line | Is::System);
            if alone && head.len() < line.len() {
                return None;
            }
            let captures = pattern.captures(head)?;
            let author = captures.name("author").map(|author| author.as_str().trim());
            if author.is_some_and(|author| !is_name(author)) {
                return None;
            }
            let text_at = captures.name("text").map_or_else(|| captures.get(0).map(|all| all.end()), |text| Some(text.start()))?;
            Some(Begin { is: *is, stamp: stamp_of(&captures)?, author, text_at })
        })
    }
}

fn shortened(line: &str) -> &str {
    if line.len() <= LONGEST_HEAD { line } else { &line[..line.floor_char_boundary(LONGEST_HEAD)] }
}

fn stamp_of(captures: &Captures<'_>) -> Option<Stamp> {
    if let Some(epoch) = captures.name("epoch") {
        return stamp::epoch(epoch.as_str());
    }
    let day = captures.name("date").map_or(Some(Day::Unsaid), |date| stamp::day(date.as_str()))?;
    let time: NaiveTime = stamp::time(captures.name("time")?.as_str())?;
    let zone = match captures.name("zone") {
        Some(zone) => Some(stamp::zone(zone.as_str())?),
        None => None,
    };
    Some(Stamp { day, time, zone })
}

/// Whether words can be who wrote a message.
pub(super) fn is_name(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    words.chars().any(char::is_alphanumeric)
        && words.chars().count() <= NAME_LETTERS
        && words.split_whitespace().count() <= NAME_WORDS
        && !NO_NAME.contains(&last.as_str())
        && !LEVELS.contains(&words.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_of_the_table_reads() {
        for format in &FORMATS {
            for head in format.heads {
                assert!(Regex::new(&parts(head.pattern)).is_ok(), "{}: {}", format.label, head.pattern);
            }
        }
        assert!(DAY_LINE.is_some());
    }
}
