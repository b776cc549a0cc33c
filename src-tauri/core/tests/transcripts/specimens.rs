//! What each specimen is read as.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use sitrep_core::text::transcript::{Near, TranscriptEntry, read};
use sitrep_core::text::{Zone, as_seen};

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).expect("an instant").to_utc()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts")
}

/// The zone that a specimen is read with, where that is not UTC.
fn zone_of(name: &str) -> Zone {
    let named = if name.starts_with("dst") { "America/New_York" } else { "UTC" };
    Zone::read(named).expect("a zone")
}

/// An entry a line: `? 2026-11-25 13:05:00 @ana: words / more words [reason]`.
fn line(entry: &TranscriptEntry) -> String {
    let at = entry.at.map_or("no time".to_owned(), |at| at.format("%F %T").to_string());
    let author = entry.author.as_ref().map(|author| format!(" @{author}:")).unwrap_or_default();
    let reason = entry.reason.as_ref().map(|reason| format!(" [{reason}]")).unwrap_or_default();
    format!("{at}{author} {}{reason}", entry.text.replace('\n', " / "))
}

fn near() -> Near {
    Near { now: at("2026-11-26T01:00:00Z"), began: Some(at("2026-11-25T12:00:00Z")) }
}

fn page(name: &str, text: &str) -> String {
    let read = read(text, near(), zone_of(name));
    let mut page = format!("== {name}: {}\n", read.format.unwrap_or("no times"));
    for entry in &read.lines {
        let _ = writeln!(page, "{}", line(entry));
    }
    page
}

/// Name and text of each specimen, by name.
fn specimens() -> Vec<(String, String)> {
    let files = std::fs::read_dir(folder().join("specimens")).expect("specimens");
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("a specimen").path()).collect();
    files.sort();
    let name = |file: &PathBuf| file.file_name().expect("a name").to_string_lossy().into_owned();
    files.iter().map(|file| (name(file), std::fs::read_to_string(file).expect("a text"))).collect()
}

#[test]
fn every_specimen_is_read_right() {
    let right = std::fs::read_to_string(folder().join("right.txt")).expect("what is right");
    let mut pages = right.split("== ").skip(1).map(|page| format!("== {page}"));

    for (name, text) in specimens() {
        assert_eq!(page(&name, &text), pages.next().unwrap_or_default());
    }
    assert_eq!(pages.next(), None, "each page has its specimen");
}

/// A recording prints letter by letter, and what frames the entries of a document is not said by anybody.
fn is_framed(name: &str) -> bool {
    name.ends_with(".cast") || name.ends_with(".json")
}

#[test]
fn no_word_of_a_specimen_is_lost() {
    for (name, text) in specimens().into_iter().filter(|(name, _)| !is_framed(name)) {
        let read = read(&text, near(), zone_of(&name));
        let parts = read.lines.iter().flat_map(|line| [&line.head, &line.text]);
        let kept: String = parts.chain(&read.days).chain(&read.dropped).flat_map(|part| [part.as_str(), "\n"]).collect();
        let said = as_seen(&text).replace(ID_OF_A_MENTION, "").replace("&amp;", "&");
        assert_eq!(lost(&said, &kept), "", "{name}");
    }
}

/// A mention is its name where it has one.
const ID_OF_A_MENTION: &str = "C0456EFGH";

/// The letters and digits that are in a text more often than in what was kept of it.
fn lost(text: &str, kept: &str) -> String {
    let mut counts: BTreeMap<char, i64> = BTreeMap::new();
    kept.chars().for_each(|letter| *counts.entry(letter).or_default() += 1);
    let is_lost = |letter: &char| {
        let left = counts.entry(*letter).or_default();
        *left -= 1;
        *left < 0
    };
    text.chars().filter(|letter| letter.is_alphanumeric()).filter(is_lost).collect()
}

#[test]
fn no_specimen_says_a_time_of_its_own_twice() {
    for (name, text) in specimens() {
        for entry in
            read(&text, near(), zone_of(&name)).lines.iter().filter(|entry| entry.reason.as_deref() != Some("read from a sentence"))
        {
            let clock = entry.head.split(|c: char| !c.is_ascii_digit() && c != ':').find(|part| part.contains(':') && part.len() > 3);
            let twice = clock.is_some_and(|clock| entry.text.starts_with(clock));
            assert!(!twice, "{name}: {} {}", entry.head, entry.text);
        }
    }
}
