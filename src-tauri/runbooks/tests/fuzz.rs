//! Fuzz targets on raw bytes. A test run tries a few hundred; `PROPTEST_CASES=10000000 cargo test --release -p sitrep-runbooks --test fuzz` goes on for as
//! long as one likes, and what it finds is kept in `fuzz.proptest-regressions` and tried first from then on. (bolero, which would bring libFuzzer, holds the
//! whole workspace at an older toml_edit and with it at an older Tauri.)
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

mod support;

use chrono::NaiveDate;
use proptest::prelude::*;
use sitrep_runbooks::{Around, Rules, apply, check, commands_in, decode, fill, parse, patch, verified_stamp};
use support::{corpus, lost_lines};

fn parse_any_bytes(bytes: &[u8]) {
    let text = decode(bytes.to_vec()).text;
    let runbook = parse(&text, "any.md");
    assert_eq!(lost_lines(&text, &runbook), Vec::<String>::new());
}

fn check_any_bytes(bytes: &[u8]) {
    let text = decode(bytes.to_vec()).text;
    let around = Around { today: NaiveDate::MIN, path: "a/any.md", alerts: &[], exists: &|_| false, files: &[] };
    let marks = check(&parse(&text, "a/any.md"), &text, &around, &Rules::default());
    let edits: Vec<_> = marks.iter().flat_map(|mark| mark.mend.edits.clone()).collect();
    assert_eq!(patch(&text, "a/any.md", &marks).is_empty(), apply(&text, &edits) == text);
    let _ = verified_stamp(&text, "a/any.md", NaiveDate::MAX);
}

fn fill_any_command(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for language in ["bash", "sql", "powershell", "promql", ""] {
        let _ = commands_in(&text, language);
        let whole: String = fill(&text, language, &|_| None).into_iter().map(|part| part.text).collect();
        assert_eq!(whole, text, "unfilled, it is what it was");
    }
}

/// Bytes that a reader of Markdown looks at twice, more often than chance brings them.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![3 => any::<u8>(), 3 => prop::sample::select(b"`~#>-*+_|[](){}<>!$\\&'\":;=\n\r\t 0123abc".to_vec())];
    proptest::collection::vec(byte, 0..300)
}

/// A runbook of the corpus with bytes put in its middle.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let all = corpus();
    (0..all.len(), any::<prop::sample::Index>(), bytes()).prop_map(move |(which, at, bytes)| {
        let text = all[which].1.as_bytes();
        let at = at.index(text.len() + 1);
        [&text[..at], &bytes[..bytes.len().min(20)], &text[at..]].concat()
    })
}

proptest! {
    #[test]
    fn any_bytes_are_a_runbook(bytes in bytes()) {
        parse_any_bytes(&bytes);
    }

    #[test]
    fn any_bytes_are_checked(bytes in prop_oneof![bytes(), damaged()]) {
        check_any_bytes(&bytes);
    }

    #[test]
    fn any_damaged_runbook_opens(bytes in damaged()) {
        parse_any_bytes(&bytes);
    }

    #[test]
    fn any_bytes_are_filled(bytes in bytes()) {
        fill_any_command(&bytes);
    }
}
