//! Where dates and times stand on a line, whatever stands around them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Match, Regex};

use super::calendar_words::{self, WORD};
use super::said::{self, SaidZone, Stamp};
use super::stamp::{self, Day};
use super::zones;

/// A time that stands on a line.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Where (bytes).
    pub(super) at: Range<usize>,
    pub(super) stamp: Stamp,
    pub(super) shape: Shape,
    /// Capital letters behind it which may be a zone.
    pub(super) capitals: Option<String>,
}

/// How a time is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Without a date.
    Time,
    /// With a date that has a year, or `today`.
    Dated,
    /// As a count of units.
    Count,
    /// With a date that has no year.
    Yearless,
    /// With the year first.
    Iso,
    /// With a date whose month is a word, and a year.
    Spelled,
}

/// So many of a line are looked for: what a line says of others is not when it was written.
const AT_MOST: usize = 4;

/// A way of writing a time, and how it is read.
struct Way {
    pattern: Regex,
    read: fn(&Captures<'_>) -> Option<(Stamp, Shape)>,
}

static WAYS: LazyLock<Vec<Way>> = LazyLock::new(|| ways().into_iter().filter_map(Result::ok).collect());

/// The ways of writing a time: of two that begin at one place the first is meant.
fn ways() -> Vec<Result<Way, regex::Error>> {
    let (date, year_date) = (format!("(?<date>{})", dates()), format!("(?<date>{})", dates_with_a_year()));
    let glue = r"[*_`]{0,3}(?:T|\s*[,،]?\s*(?:at|um|à|a\s+las?|à?s|alle(?:\s+ore)?|om|kl\.?|klo|в|о|ore|o|saat|@|-|–|—|\||·)?\s+(?:at\s+)?|\s*[|,،]\s*)[*_`]{0,3}";
    let time = r"(?<time>HALF\d{1,2}(?:[:h]\d{2}(?:[:.]\d{2}(?:[.,:]\d{1,9})?)?|\.\d{2}(?:\.\d{2})?|時\d{1,2}分(?:\d{1,2}秒)?)(?:AFTER)?|\d{1,2}\s?[ap]\.?m\b)";
    let clock = r"(?<time>HALF\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:AFTER)?|\d{1,2}\s?[ap]\.?m\b|\d{1,2}h\d{2}\b)";
    let half = r"(?:(?:上午|下午|午前|午後|오전|오후|öö|ös)\s?)?";
    let after = r"\s?(?:[ap]\s?\.?\s?m\b\.?|ص|م|öö|ös|uhr\b|hrs?\b)";
    let zone = r"(?:[*_`]{0,3}(?<zone>\s?\(?(?:utc|gmt)\s?[+\x{2212}-]\d{1,2}(?::?\d{2})?\)?|z\b|\s?[+\x{2212}-]\d{2}:?\d{2}\b|[+-]\d{2}\b|\s\[?(?-i:[A-Z][a-z]+/[A-Z][A-Za-z_]+)\]?|\s?\(?(?:(?-i:[A-Z]{2,5})|utc|gmt)\b\)?))?";
    let year = r"(?<year>\s+(?:19|20)\d{2}\b)?";
    let weekday = format!(r"(?<weekday>{WORD}[.,]*\s+(?:(?:den|el|le|the)\s+)?)?");
    let made = |pattern: String, read| {
        let pattern = pattern.replace("HALF", half).replace("AFTER", after).replace(r"\b", r"(?-u:\b)");
        Ok(Way { pattern: Regex::new(&format!("(?i){pattern}"))?, read })
    };
    vec![
        made(format!("{weekday}{date}{glue}{time}{zone}{year}"), dated),
        made(format!(r"{clock}{zone},?\s+(?:on\s+)?{weekday}{year_date}"), dated),
        made(format!(r"(?<date>{WORD}\.?){glue}{time}{zone}"), dated),
        made(format!(r"(?<date>\d{{1,2}}/{WORD}/\d{{4}}):(?<time>\d{{2}}:\d{{2}}:\d{{2}}(?:\.\d{{1,9}})?){zone}"), dated),
        made(format!("{clock}{zone}"), timed),
        made(r"(?<date>\d{8})[T_ -]?(?<time>\d{6}(?:\.\d{1,9})?)(?<zone>Z|[+-]\d{2}:?\d{2})?\b".to_owned(), compact),
        made(r"(?<count>\d{19}|\d{16}|\d{13}|\d{9,10}(?:\.\d{1,9})?)\b".to_owned(), counted),
        made(r"@(?<count>40000000[0-9a-f]{16}|40000000[0-9a-f]{8})\b".to_owned(), counted_in_tai),
        made(r"(?<date>(?:20\d{2})?[01]\d[0-3]\d)\s+(?<time>\d{2}:\d{2}:\d{2}\.\d{6})".to_owned(), logged_by_google),
    ]
}

fn dates() -> String {
    let full = dates_with_a_year();
    format!(
        r"{full}|{WORD}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\.?|\d{{1,2}}(?:st|nd|rd|th|er)?\.?\s*(?:de\s+|of\s+)?{WORD}\.?|\d{{1,2}}月\s?\d{{1,2}}日?|\d{{1,2}}\.\d{{1,2}}\.|\d{{1,2}}[/-]\d{{1,2}}"
    )
}

fn dates_with_a_year() -> String {
    let named = format!(
        r"\d{{4}}\s+{WORD}\.?\s+\d{{1,2}}|{WORD}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\.?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th|er)?\.?\s*(?:de\s+|of\s+)?{WORD}\.?,?\s+(?:de\s+|del\s+)?\d{{4}}|\d{{1,2}}[-/ ]{WORD}[-/ ]\d{{2,4}}"
    );
    let numbers = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}-\d{3}|\d{1,2}[\x{200e}\x{200f}]?[/-]\d{1,2}[\x{200e}\x{200f}]?[/-](?:\d{4}|\d{2})|\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})";
    let others = r"\d{4}\s?[年년.]\s?\d{1,2}\s?[月월.]\s?\d{1,2}\s?[日일.]?(?:\s?[(（][^)）]{1,3}[)）])?";
    format!("{numbers}|{others}|{named}")
}

/// The times of a line, in its order.
pub(super) fn times(head: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut from = 0;
    let mut cached: Vec<Option<Range<usize>>> = WAYS.iter().map(|_| Some(0..0)).collect();
    while found.len() < AT_MOST {
        let Some((number, at)) = next(head, from, &mut cached) else { break };
        let way = &WAYS[number];
        let read = is_apart(head, &at).then(|| way.pattern.captures_at(head, at.start)).flatten();
        match read.and_then(|captures| found_by(head, way, &captures)) {
            Some(one) => {
                from = one.at.end.max(from + 1);
                found.push(one);
            }
            // Another way may read what stands here.
            None => cached[number] = way.pattern.find_at(head, after_word(head, at.start)).map(|found| found.range()),
        }
    }
    found
}

/// The next that may be a time, and by which way. What a way found before is kept until the search has passed it.
fn next(head: &str, from: usize, cached: &mut [Option<Range<usize>>]) -> Option<(usize, Range<usize>)> {
    for (way, cache) in WAYS.iter().zip(cached.iter_mut()) {
        if cache.as_ref().is_some_and(|at| at.start < from || at.is_empty()) {
            *cache = way.pattern.find_at(head, from).map(|found| found.range());
        }
    }
    let both = cached.iter().enumerate().filter_map(|(number, at)| Some((number, at.clone()?)));
    both.reduce(|first, other| if other.1.start < first.1.start { other } else { first })
}

/// What was no time is no time from its second letter on either.
fn after_word(head: &str, at: usize) -> usize {
    let is_letter = |c: char| c.is_alphabetic();
    let word = head[at..].find(|c| !is_letter(c)).unwrap_or(head.len() - at);
    at + word.max(head[at..].chars().next().map_or(1, char::len_utf8))
}

/// A number that goes on before or behind is no time.
fn is_apart(head: &str, at: &Range<usize>) -> bool {
    let before = head[..at.start].chars().next_back();
    let follows = head[at.end..].chars().next();
    let first = head[at.start..].chars().next().unwrap_or(' ');
    let joins = |c: char| c.is_numeric() || matches!(c, '.' | ':' | '/') || (c.is_alphabetic() && (first.is_alphabetic() || first == '@'));
    let klog = before.is_some_and(|c| matches!(c, 'I' | 'W' | 'E' | 'F' | 'D' | 'V')) && at.start == 1;
    let letter = before.is_some_and(|c| c.is_alphabetic() && c.is_ascii()) && !klog;
    !before.is_some_and(joins) && !letter && !follows.is_some_and(|c| c.is_numeric())
}

fn found_by(head: &str, way: &Way, captures: &Captures<'_>) -> Option<Found> {
    let all = captures.get(0)?;
    let (mut stamp, shape) = (way.read)(captures)?;
    let zone = captures.name("zone").filter(|zone| zone_counts(zone, head));
    let mut end = captures.name("zone").map_or(all.end(), |said| if zone.is_some() { all.end() } else { said.start() });
    if let Some(zone) = zone {
        stamp.zone = zones::said(zone.as_str());
    } else if captures.name("year").is_some() && captures.name("zone").is_some() {
        end = all.end();
    }
    let start = captures.name("weekday").filter(|word| !calendar_words::is_weekday(word.as_str())).map_or(all.start(), |word| word.end());
    let start = if start > all.start() && shape != Shape::Time && captures.name("date").is_some_and(|date| date.start() == start) {
        start
    } else {
        all.start()
    };
    Some(Found { at: start..end, stamp, shape, capitals: capitals_behind(head, end) })
}

/// `14:05-14:10` is no zone, nor is the `P1` or `OOM` that a sentence begins with.
fn zone_counts(zone: &Match<'_>, head: &str) -> bool {
    let text = zone.as_str();
    let is_range = text.trim_start().starts_with(['+', '-']) && head[zone.end()..].starts_with(':');
    let digits = text.trim().strip_prefix('-').is_some_and(|digits| digits.len() == 2 && text.starts_with(' '));
    !is_range && !digits && zones::is_zone(text)
}

fn capitals_behind(head: &str, end: usize) -> Option<String> {
    let word = head[end..].strip_prefix(' ')?.split([' ', ']', ')']).next()?;
    let fits = (3..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    fits.then(|| word.to_owned())
}

fn dated(captures: &Captures<'_>) -> Option<(Stamp, Shape)> {
    let written = captures.name("date")?.as_str();
    let with_year = captures.name("year").map(|year| format!("{written} {}", year.as_str().trim()));
    let day = with_year.as_deref().and_then(stamp::day).or_else(|| stamp::day(written))?;
    let shape = match day {
        Day::Yearless(..) | Day::YearlessNumeric(..) => Shape::Yearless,
        Day::Exact(_) if written.bytes().take_while(u8::is_ascii_digit).count() == 4 && !written.contains(['.', '/']) => Shape::Iso,
        Day::Exact(_) if written.contains(char::is_alphabetic) => Shape::Spelled,
        _ => Shape::Dated,
    };
    Some((stamp_of(day, captures)?, shape))
}

fn stamp_of(day: Day, captures: &Captures<'_>) -> Option<Stamp> {
    let written = captures.name("time")?.as_str();
    Some(Stamp { says_half: calendar_words::is_afternoon(written).is_some(), ..Stamp::of(day, stamp::time(written)?) })
}

fn timed(captures: &Captures<'_>) -> Option<(Stamp, Shape)> {
    Some((stamp_of(Day::Unsaid, captures)?, Shape::Time))
}

fn compact(captures: &Captures<'_>) -> Option<(Stamp, Shape)> {
    let digits = captures.name("time")?.as_str();
    let time = format!("{}:{}:{}", digits.get(..2)?, digits.get(2..4)?, digits.get(4..)?);
    let day = stamp::day(captures.name("date")?.as_str()).filter(|day| matches!(day, Day::Exact(_)))?;
    Some((Stamp::of(day, stamp::time(&time)?), Shape::Iso))
}

fn counted(captures: &Captures<'_>) -> Option<(Stamp, Shape)> {
    Some((Stamp::at(said::to_millis(said::epoch(captures.name("count")?.as_str())?)), Shape::Count))
}

fn counted_in_tai(captures: &Captures<'_>) -> Option<(Stamp, Shape)> {
    let mut stamp = Stamp::at(said::to_millis(said::tai64n(captures.name("count")?.as_str())?));
    stamp.doubt = Some("TAI64N: some programs count leap seconds, up to 27 s");
    Some((stamp, Shape::Count))
}

fn logged_by_google(captures: &Captures<'_>) -> Option<(Stamp, Shape)> {
    let (date, time) = (captures.name("date")?.as_str(), stamp::time(captures.name("time")?.as_str())?);
    let day = match date.len() {
        4 => Day::Yearless(date.get(..2)?.parse().ok()?, date.get(2..)?.parse().ok()?),
        _ => stamp::day(date)?,
    };
    Some((Stamp::of(day, time), if date.len() == 4 { Shape::Yearless } else { Shape::Iso }))
}

/// The stamp that a text is, and nothing else.
pub(super) fn whole(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let found = times(text).into_iter().next()?;
    (found.at == (0..text.len())).then_some(found.stamp)
}

/// Whether a zone that is not known stands behind a time where other lines have one that is.
pub(super) fn note_unknown_zones(stamps: &mut [(&mut Stamp, Option<&str>)]) {
    let named = stamps.iter().filter(|(stamp, _)| matches!(stamp.zone, SaidZone::Named(_))).count();
    let may_be = stamps.iter().filter(|(stamp, capitals)| matches!(stamp.zone, SaidZone::Unsaid) && capitals.is_some()).count();
    for (stamp, capitals) in stamps.iter_mut().filter(|_| named >= may_be) {
        if let (SaidZone::Unsaid, Some(capitals)) = (&stamp.zone, capitals) {
            stamp.zone = SaidZone::Unknown((*capitals).to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_time_is_a_pattern() {
        assert!(ways().iter().all(Result::is_ok));
    }
}
