//! For any text: reading never panics, loses no word, and ends.

use proptest::prelude::*;
use sitrep_core::text::transcript::{Transcript, read};
use sitrep_core::text::{Near, as_seen, is_blank};

use crate::{now, read_now, utc};

/// The longest text that is tried (bytes).
const LONGEST: usize = 100_000;

const PIECES: [&str; 64] = [
    "\n",
    "\n",
    "\n",
    "\r\n",
    " ",
    "  ",
    "\t",
    "[",
    "]",
    "<",
    ">",
    ": ",
    ":",
    "- ",
    " — ",
    "|",
    "*",
    "#",
    "$ ",
    "@",
    "ana",
    "Ana Lopez",
    "bo",
    "ana@web-1:~$ ",
    "From ",
    " to Everyone:",
    "14:05",
    "2:05 PM",
    "14:05:10",
    "14:05:10.123456789",
    "99:99",
    "0:00",
    "23:59",
    "12:00 am",
    "24/11/2026",
    "11/12/26",
    "2026-11-24",
    "24.11.2026",
    "00/00/0000",
    "9999-12-31",
    "0000-01-01",
    "29 Feb",
    "Nov 24",
    "Tuesday, November 24th",
    "Today",
    "Yesterday",
    "Monday",
    "T",
    "Z",
    "+02:00",
    "-2359",
    "#1795529110",
    ": 1795529110:0;",
    "512",
    "<34>1 ",
    "proc[1]: ",
    "-!- ",
    "Day changed ",
    "\u{200e}",
    "\u{202f}",
    "é",
    "東京",
    "🙂",
    "the pool is full",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(prop::sample::select(&PIECES[..]), 0..200).prop_map(|pieces| pieces.concat()),
        any::<String>(),
        "[0-9:/ \\[\\]<>a-z\n-]{0,400}",
    ]
}

/// Many times over, up to the longest.
fn long_text() -> impl Strategy<Value = String> {
    prop::collection::vec(text(), 1..8).prop_map(|parts| {
        let once = parts.concat();
        let mut text = once.repeat((LONGEST / once.len().max(1)).min(2_000));
        text.truncate(text.floor_char_boundary(LONGEST));
        text
    })
}

/// Its letters and digits, sorted: what a text is made of. Marks around them are how it is written.
fn letters(text: &str) -> Vec<char> {
    let seen = as_seen(text);
    let lines = seen.lines().filter(|line| !is_blank(line));
    let mut letters: Vec<char> = lines.flat_map(str::chars).filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

fn kept(transcript: &Transcript) -> String {
    let lines = transcript.lines.iter().flat_map(|line| [line.head.as_str(), line.text.as_str()]);
    lines.chain(transcript.days.iter().chain(&transcript.dropped).map(String::as_str)).collect()
}

#[test]
fn a_line_that_shows_nothing_says_nothing() {
    let read = read_now("14:05\n\u{200e}\n14:06 pool restarted");
    let texts: Vec<&str> = read.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["", "pool restarted"]);
}

proptest! {
    #[test]
    fn no_word_is_lost(text in text()) {
        let read = read_now(&text);
        prop_assert_eq!(letters(&kept(&read)), letters(&text));
    }

    #[test]
    fn words_stay_whole_and_in_their_order(text in text()) {
        let read = read_now(&text);
        let seen = as_seen(&text);
        let mut rest = &*seen;
        for line in &read.lines {
            for word in line.text.split_whitespace() {
                let found = rest.find(word);
                prop_assert!(found.is_some(), "{:?} after {:?}", word, rest);
                rest = &rest[found.unwrap_or(0) + word.len()..];
            }
        }
    }

    #[test]
    fn times_without_dates_are_never_ahead_and_run_on(times in prop::collection::vec((0u32..24, 0u32..60), 1..50)) {
        let text: String = times.iter().map(|(hour, minute)| format!("{hour:02}:{minute:02} <ana> a\n")).collect();
        let read: Vec<_> = read_now(&text).lines.iter().filter_map(|line| line.at).collect();
        prop_assert_eq!(read.len(), times.len());
        prop_assert!(read.iter().all(|at| *at <= now()));
        prop_assert!(read.windows(2).all(|two| two[0] - two[1] <= chrono::TimeDelta::minutes(1)));
    }
}

/// Where a time stands in lines of each kind.
const KINDS: [&str; 16] = [
    "TIME pool is full",
    "- **TIME**: pool is full",
    "1. TIME UTC \u{2013} pool is full",
    "| TIME | pool is full |",
    "[TIME] <ana> pool is full",
    "2026-11-24TTIME:10Z pool is full",
    "2026-11-24 TIME:10,123 [main] ERROR pool is full",
    "[24/Nov/2026:TIME:10 +0000] pool is full",
    "192.0.2.7 - - [24/Nov/2026:TIME:10 +0000] pool is full",
    "Nov 24 TIME:10 web-1 app[1]: pool is full",
    "E1124 TIME:10.123456 7 a.go:1] pool is full",
    "web-1  | 2026-11-24TTIME:10Z pool is full",
    "24.11.26, TIME - Ana: pool is full",
    "[24/11/2026, TIME:10] Ana: pool is full",
    "time=2026-11-24TTIME:10Z level=info msg=\"pool is full\"",
    "{\"time\":\"2026-11-24TTIME:10Z\",\"msg\":\"pool is full\"}",
];

proptest! {
    #[test]
    fn no_entry_says_its_own_time_twice(kind in prop::sample::select(&KINDS[..]), hour in 0u32..14, minutes in prop::collection::vec(0u32..60, 2..20)) {
        let times: Vec<String> = minutes.iter().map(|minute| format!("{hour:02}:{minute:02}")).collect();
        let text: String = times.iter().map(|time| format!("{}\n", kind.replace("TIME", time))).collect();
        let read = read_now(&text);
        let dated: Vec<_> = read.lines.iter().filter(|line| line.at.is_some()).collect();
        prop_assert_eq!(dated.len(), times.len());
        for (line, time) in dated.iter().zip(&times) {
            prop_assert!(!line.text.contains(time.as_str()) && line.text.ends_with("pool is full"), "{:?}", line);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn long_texts_lose_no_word(text in long_text()) {
        prop_assert_eq!(letters(&kept(&read_now(&text))), letters(&text));
    }
}

/// What would take hours if any of it were read again for each part of it.
#[test]
fn texts_of_a_megabyte_end() {
    let shapes = ["14:05", " ", "a ", "[", "[14:05] ", "a 14:05 ", "<a> 14:05", "14:05 <a> ", "-", "From a to "];
    let mut texts: Vec<String> = shapes.iter().map(|shape| shape.repeat(1_000_000 / shape.len())).collect();
    texts.push(format!("14:05 <ana> a\n{}", "and more\n".repeat(100_000)));
    texts.push("14:05 <ana> a\n".repeat(5_000));
    texts.push("Ana\n  2:05 PM\n".repeat(5_000));
    texts.push(format!("Ana  2:05 PM\nx\n{}", "---- Friday ----\nwords here\n".repeat(20_000)));
    texts.push(format!("a \u{2014} 14:05\n{}", "@a b\nc\n".repeat(20_000)));
    for text in texts {
        assert!(!read(&text, Near::now(now()), utc()).lines.is_empty() || is_blank(&text));
    }
}
