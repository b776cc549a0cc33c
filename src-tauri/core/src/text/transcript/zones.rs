//! The zones that lines, headings and sentences name.

use std::sync::LazyLock;

use chrono::FixedOffset;
use regex::Regex;

use super::said::SaidZone;
use super::stamp;
use crate::text::Zone;

/// Letters that mean one zone wherever they stand behind a time, and how many minutes it is ahead of UTC.
const LETTERS: &[(&str, i32)] = &[
    ("MSK", 180),
    ("EAT", 180),
    ("SAST", 120),
    ("CAT", 120),
    ("WAT", 60),
    ("PKT", 300),
    ("WIB", 420),
    ("SGT", 480),
    ("HKT", 480),
    ("AWST", 480),
    ("KST", 540),
    ("ACDT", 630),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
    ("BRT", -180),
    ("ART", -180),
    ("AKDT", -480),
    ("AKST", -540),
    ("HST", -600),
];

/// Letters that are a zone, but not one alone.
const SEVERAL: &[&str] =
    &["IST", "AST", "ADT", "AMT", "GST", "ECT", "ICT", "PHT", "PT", "ET", "CT", "MT", "CLT", "COT", "PET", "NST", "TRT"];

/// The zone that a text is, letters of any sort read as a zone that is not known.
pub(super) fn said(text: &str) -> SaidZone {
    let bare = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    let offset = |offset: FixedOffset| SaidZone::Offset(Zone::Fixed(offset));
    let is_program = bare.eq_ignore_ascii_case("z") || bare.starts_with(['+', '-', '\u{2212}']);
    if let Some(found) = stamp::zone(bare).filter(|_| is_program) {
        return offset(found);
    }
    read(bare).map_or_else(|| SaidZone::Unknown(bare.to_owned()), SaidZone::Named)
}

fn read(bare: &str) -> Option<Zone> {
    let letters = || LETTERS.iter().find(|(name, _)| *name == bare).and_then(|(_, minutes)| FixedOffset::east_opt(minutes * 60));
    let upper = bare.to_ascii_uppercase();
    Zone::read(bare).or_else(|| Zone::read(&upper).filter(|_| bare.len() > 2)).or_else(|| letters().map(Zone::Fixed))
}

/// Whether letters behind a time are a zone, known or not.
pub(super) fn is_zone(text: &str) -> bool {
    let bare = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    SEVERAL.contains(&bare) || read(bare).is_some()
}

static PROSE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = r"(?:times?|timestamps?|timeline|time\s?zone|zone|tz|clock|zeiten|uhrzeit(?:en)?|zeitzone|heures|horas|fuseau|orari|tijden)";
    let zone = r"(?<zone>(?-i:[A-Z]{2,5})(?:[+-]\d{1,2}(?::?\d{2})?)?|(?-i:[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+)|[+-]\d{2}:\d{2})";
    Regex::new(&format!(r"(?i)\b{word}\b[^.\n|]{{0,40}}?(?:[\s(:]){zone}(?:[^A-Za-z0-9]|$)")).ok()
});

/// The zone that a line without a time names for those beside it: `All times are CEST.`, `## Timeline (UTC)`.
pub(super) fn of_line(line: &str) -> Option<SaidZone> {
    let head = &line[..line.floor_char_boundary(400)];
    let zones: Vec<&str> = PROSE.as_ref()?.captures_iter(head).filter_map(|captures| Some(captures.name("zone")?.as_str())).collect();
    let sure = zones.iter().find(|zone| is_zone(zone));
    let of_all = || zones.first().filter(|_| head.to_lowercase().contains("all times"));
    sure.or_else(of_all).map(|zone| said(zone))
}
