//! No text makes a reader panic, and what is read keeps its bounds.
//!
//! `PROPTEST_CASES=1000000 cargo test -p sitrep-alerts --test properties --release` looks for longer; a fuzzer takes the example
//! `read_stdin`.

#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use sitrep_alerts::{Mappings, Reading, gather, looks_like_alert, parse_link, read, storm};

fn specimens() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specimens");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("it can be listed").path()).collect();
    files.sort();
    files.into_iter().map(|path| fs::read_to_string(path).expect("a specimen is text")).collect()
}

fn mappings() -> Mappings {
    let toml = "[[source]]\nname = \"Mine\"\nwhen = \"alerts is defined and receiver == 'never'\"\ntitle = \"item\"\n";
    Mappings::parse(toml).expect("it is a mapping")
}

/// Cuts, swaps and doubles bytes; what is then no UTF-8 is replaced as a paste replaces it.
fn mutated(text: &str, edits: &[(u8, prop::sample::Index, prop::sample::Index)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (kind, one, other) in edits.iter().filter(|_| !text.is_empty()) {
        if bytes.is_empty() {
            break;
        }
        let (one, other) = (one.index(bytes.len()), other.index(bytes.len()));
        let (from, to) = (one.min(other), one.max(other));
        match kind % 4 {
            0 => bytes.truncate(one),
            1 => bytes.swap(one, other),
            2 => drop(bytes.drain(from..to.min(from + 40))),
            _ => {
                let part = bytes[from..to.min(from + 200)].to_vec();
                bytes.splice(from..from, part);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn check(text: &str, mappings: &Mappings) {
    let _ = looks_like_alert(text);
    let _ = parse_link(&format!("sitrep://declare?{text}"));
    if let Ok(reading) = read(text, mappings) {
        keeps_bounds(&reading);
        let _ = (gather(&reading.alerts), storm(&reading.alerts));
    }
}

fn keeps_bounds(reading: &Reading) {
    assert!(!reading.alerts.is_empty(), "a reading has alerts");
    for alert in &reading.alerts {
        assert!(!alert.title.is_empty() && alert.title.chars().count() <= 300 && !alert.title.contains('\n'));
        assert!(alert.links.iter().all(|link| link.url.to_ascii_lowercase().starts_with("http")));
        assert!(alert.links.len() <= 12 && alert.labels.len() <= 201 && !alert.severity_reason.is_empty());
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        check(&text, &mappings());
    }

    #[test]
    fn no_text_like_json_makes_it_panic(text in "[\\[\\]{}\",:a-c0-9\\\\ \n]{0,200}") {
        check(&text, &mappings());
    }

    #[test]
    fn no_damaged_specimen_makes_it_panic(which in any::<prop::sample::Index>(), edits in prop::collection::vec(any::<(u8, prop::sample::Index, prop::sample::Index)>(), 1..6)) {
        let all = specimens();
        let text: &String = which.get(&all);
        check(&mutated(text, &edits), &mappings());
    }

    #[test]
    fn no_mapping_makes_it_panic(text in any::<String>()) {
        let _ = Mappings::parse(&text);
    }
}
