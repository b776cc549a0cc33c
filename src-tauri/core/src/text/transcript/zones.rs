//! The zones that lines, headings and sentences name.

use std::sync::LazyLock;

use regex::Regex;

use super::said::SaidZone;
use crate::text::Zone;
use crate::text::zone::{is_several, offset};

/// Letters that stand behind a time for a zone, but for none alone, besides those that people type for several.
const NONE_ALONE: [&str; 8] = ["ADT", "PT", "ET", "CT", "MT", "CLT", "COT", "PET"];

/// The zone that a text is, letters of any sort read as a zone that is not known.
pub(super) fn said(text: &str) -> SaidZone {
    let bare = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    let is_program = bare.eq_ignore_ascii_case("z") || bare.starts_with(['+', '-', '\u{2212}']);
    if let Some(found) = offset(bare).filter(|_| is_program) {
        return SaidZone::Offset(Zone::Fixed(found));
    }
    read(bare).map_or_else(|| SaidZone::Unknown(bare.to_owned()), SaidZone::Named)
}

fn read(bare: &str) -> Option<Zone> {
    let upper = bare.to_ascii_uppercase();
    Zone::read(bare).or_else(|| Zone::read(&upper).filter(|_| bare.len() > 2))
}

/// Whether letters behind a time are a zone, known or not.
pub(super) fn is_zone(text: &str) -> bool {
    let bare = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    NONE_ALONE.contains(&bare) || is_several(bare) || read(bare).is_some()
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
