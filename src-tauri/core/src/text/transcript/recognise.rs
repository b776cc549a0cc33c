//! Which format a transcript has, and where its messages begin.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::calendar_words;
use super::formats::{DAY, FORMATS, Format, Is, Style, WINDOW, parts};
use super::scan::Found;
use super::skeleton::{Line, is_time};
use super::stamp::{self, Day};

/// A name has no more words, nor more letters.
const NAME_WORDS: usize = 6;
const NAME_LETTERS: usize = 60;

/// A line that dates others is no longer (bytes).
const LONGEST_DAY: usize = 120;

/// No name ends with one of these: `rolled back at 14:05` is something said.
const NO_NAME: [&str; 16] =
    ["at", "by", "until", "till", "since", "from", "to", "around", "before", "after", "about", "is", "was", "and", "the", "~"];

/// What logs have where chats have a name, and what windows write there.
const NO_AUTHOR: [&str; 13] =
    ["trace", "debug", "info", "notice", "warn", "warning", "error", "err", "fatal", "critical", "crit", "panic", "app"];

/// How a message begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Begin<'t> {
    pub(super) is: Is,
    pub(super) time: &'t Found,
    pub(super) author: Option<&'t str>,
    /// What stands before the time and belongs to what is said.
    pub(super) lead: Option<&'t str>,
    /// When a range ends, as it stands on the line.
    pub(super) until: Option<&'t str>,
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
static WINDOW_LINE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&parts(WINDOW)).ok());

/// The day that a line says for those after it, and whether nothing else on it says that it does.
pub(super) fn day_line(line: &str) -> Option<(Day, bool)> {
    if line.len() > LONGEST_DAY {
        return None;
    }
    let captures = DAY_LINE.as_ref()?.captures(line)?;
    if captures.name("weekday").is_some_and(|word| !calendar_words::is_weekday(word.as_str())) {
        return None;
    }
    let date = captures.name("date")?;
    let day = stamp::day(date.as_str())?;
    let is_relative = matches!(day, Day::Of(_) | Day::Ago(_));
    Some((day, is_relative && date.as_str().len() == line.trim().len()))
}

/// Whether a line is of a chat's window.
pub(super) fn is_of_the_window(line: &str) -> bool {
    line.len() <= LONGEST_DAY && WINDOW_LINE.as_ref().is_some_and(|pattern| pattern.is_match(line))
}

/// The format of a text; none when no line begins with a time.
///
/// A transcript begins with a message of its own format, and a log may be quoted in a chat: so it is one of those that know
/// the first line that any knows, and among them the most particular that knows at least half of what the best does.
pub(super) fn format(lines: &[Line<'_>]) -> Option<&'static Known> {
    let tallies: Vec<(&Known, Tally)> =
        KNOWN.iter().map(|known| (known, known.tally(lines))).filter(|(_, tally)| tally.count > 0).collect();
    let enough = if tallies.iter().any(|(_, tally)| tally.count > 1) { 2 } else { 1 };
    let first = tallies.iter().filter(|(_, tally)| tally.count >= enough).map(|(_, tally)| tally.first).min()?;
    let meant = || tallies.iter().filter(|(_, tally)| tally.count >= enough && tally.first == first);
    let best = meant().map(|(_, tally)| tally.count).max()?;
    meant().find(|(known, tally)| tally.count * 10 >= best * known.share()).map(|(known, _)| *known)
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

    pub(super) fn style(&self) -> Style {
        self.format.style
    }

    /// How many tenths of the lines that another knows it has to know. A chat has lines of its own which others take for its messages; what a
    /// log leaves out has been written in another way.
    fn share(&self) -> usize {
        if self.format.style == Style::Chat || self.format.heads.len() == 1 { 5 } else { 9 }
    }

    /// A head that stands alone counts only when something is said under it.
    fn tally(&self, lines: &[Line<'_>]) -> Tally {
        let mut tally = Tally::default();
        let mut waiting = None;
        let mut loose = Vec::new();
        let mut above = "";
        for (number, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank) {
            let begin = self.begin(line).filter(|begin| !begin.is.has_a_name_above() || is_name(above.trim()));
            if let (None, Some(head)) = (begin, waiting.take()) {
                tally.note(head);
            }
            match begin.map(|begin| begin.is) {
                Some(Is::Line) => tally.note(number),
                Some(Is::Alone) => waiting = Some(number),
                Some(Is::UnderAuthor | Is::NameAbove) => waiting = number.checked_sub(1),
                Some(Is::AuthorAndWords) if begins_with_a_full_name(line, begin) => loose.push(number),
                Some(Is::System) => loose.push(number),
                Some(Is::SameAuthor | Is::AuthorAndWords) | None => {}
            }
            above = line.text;
        }
        if tally.count > 0 {
            tally.first = loose.first().map_or(tally.first, |first| tally.first.min(*first));
            tally.count += loose.len();
        }
        tally
    }

    /// How a message begins on this line, if one does.
    pub(super) fn begin<'l>(&self, line: &'l Line<'_>) -> Option<Begin<'l>> {
        if line.times.is_empty() || (self.format.style == Style::Chat && is_of_the_window(line.text)) {
            return None;
        }
        self.heads.iter().find_map(|(pattern, is)| {
            let alone = matches!(is, Is::Alone | Is::UnderAuthor | Is::NameAbove | Is::SameAuthor);
            let captures = pattern.captures(&line.skeleton).filter(|_| line.is_whole || !alone)?;
            begin_of(line, &captures, *is)
        })
    }
}

fn begins_with_a_full_name(line: &Line<'_>, begin: Option<Begin<'_>>) -> bool {
    let words = begin.and_then(|begin| line.text.get(begin.text_at..)).unwrap_or_default();
    words.split_whitespace().take(2).filter(|word| word.starts_with(char::is_uppercase)).count() == 2
}

fn begin_of<'l>(line: &'l Line<'_>, captures: &Captures<'_>, is: Is) -> Option<Begin<'l>> {
    let all = captures.get(0)?;
    let part = |name: &str| captures.name(name).and_then(|part| line.text.get(line.place(part.start())..line.place(part.end())));
    let author = part("author").map(str::trim);
    let named = captures.name("author").map_or("", |author| author.as_str());
    if author.is_some_and(|author| !is_name(author)) || named.contains(is_time) {
        return None;
    }
    let lead = captures.name("lead");
    // The time of the head is the first that is not within what stands before it.
    let from = lead.map_or(all.start(), |lead| lead.end());
    let time_at = line.skeleton.get(from..)?.char_indices().find(|(_, letter)| is_time(*letter))?.0 + from;
    let text_at = line.place(captures.name("text").map_or_else(|| all.end(), |text| text.start()));
    Some(Begin { is, time: line.time_at(time_at)?, author, lead: part("lead"), until: part("until"), text_at })
}

/// Whether words can be who wrote a message.
pub(super) fn is_name(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    words.chars().any(char::is_alphabetic)
        && words.chars().count() <= NAME_LETTERS
        && words.split_whitespace().count() <= NAME_WORDS
        && !words.ends_with(['!', '?', ':', ',', '-', '\u{2013}', '\u{2014}'])
        && !(words.ends_with('.') && words.split_whitespace().count() > 2)
        && !NO_NAME.contains(&last.as_str())
        && !words.contains(" - ")
        && !NO_AUTHOR.contains(&words.to_lowercase().as_str())
        && !words.split(|c: char| !c.is_alphanumeric()).any(is_level)
}

/// `pay.ERROR` is a logger and its level.
fn is_level(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_uppercase()) && word != "APP" && NO_AUTHOR.contains(&word.to_lowercase().as_str())
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
        assert!(DAY_LINE.is_some() && WINDOW_LINE.is_some());
    }
}
