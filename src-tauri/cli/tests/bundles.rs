//! Bundles at the command line: three laptops exchange them, and print the same bytes.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod desk;

use std::fs;
use std::path::PathBuf;

use desk::Desk;
use serde_json::Value;

fn file(place: &tempfile::TempDir, name: &str) -> String {
    place.path().join(name).display().to_string()
}

#[test]
fn three_laptops_print_the_same_bytes_once_they_have_exchanged_what_they_have() {
    let place = tempfile::tempdir().expect("a folder");
    let desks = [Desk::new("P1 Payments failing at checkout"), Desk::empty(), Desk::empty()];
    let export = |who: usize| {
        let file = file(&place, &format!("{who}.bundle"));
        let replace: &[&str] = if PathBuf::from(&file).exists() { &["--replace"] } else { &[] };
        desks[who].says(&[&["export", "--bundle", file.as_str()], replace].concat());
        file
    };
    let begun = export(0);
    for desk in &desks[1..] {
        let told = desk.json(&["import", &begun, "--yes"]);
        assert_eq!((&told["incidents"], &told["events_known"], &told["pictures"]), (&1.into(), &0.into(), &0.into()));
        assert!(told["events_new"].as_u64() > Some(0) && told["imported"] == true, "{told}");
    }
    desks[0].says(&["log", "502s on cards"]);
    desks[1].says(&["log", "the pool is full", "--at", "-5m"]);
    desks[1].says(&["role", "scribe", "@li"]);
    desks[2].says(&["status", "identified"]);
    desks[2].says(&["hypothesis", "add", "the pool is too small"]);

    for (who, from) in [(0, 1), (1, 2), (2, 0), (1, 0), (0, 2), (2, 1), (1, 1)] {
        desks[who].says(&["import", &export(from), "--yes"]);
    }

    for words in [&["show"][..], &["timeline"], &["hypothesis", "list"], &["deadlines"]] {
        let printed = [0, 1, 2].map(|who| desks[who].says(&[words, &["-i", "payments", "--json"]].concat()));
        assert!(serde_json::from_str::<Value>(&printed[0]).is_ok(), "{printed:#?}");
        assert!(printed.iter().all(|one| *one == printed[0]), "{words:?}: {printed:#?}");
    }
    let bundles = [0, 1, 2].map(|who| fs::read(export(who)).expect("the bundle"));
    assert!(bundles.iter().all(|bundle| *bundle == bundles[0]), "the same events make the same file");
}

#[test]
fn without_a_yes_it_shows_what_it_would_bring_and_does_nothing() {
    let place = tempfile::tempdir().expect("a folder");
    let (one, other) = (Desk::new("P1 Payments failing at checkout"), Desk::empty());
    let bundle = file(&place, "a.bundle");
    let written = one.json(&["export", "--bundle", &bundle, "payments"]);
    assert_eq!((&written["incidents"], &written["file"]), (&1.into(), &bundle.as_str().into()));

    let said = other.refused(&["import", &bundle]);

    assert!(said.contains("Nothing was imported: it was not confirmed."), "{said}");
    assert_eq!(other.json(&["list"]), Value::Array(vec![]));
    let done = other.says(&["import", &bundle, "--yes"]);
    assert!(done.starts_with("Imported") && done.contains("Payments failing at checkout"), "{done}");
    let again = other.says(&["import", &bundle, "--yes"]);
    assert!(again.starts_with("Imported 0 new events of 1 incident."), "{again}");
}

#[test]
fn a_refusal_says_why_and_what_to_do() {
    let place = tempfile::tempdir().expect("a folder");
    let (one, other) = (Desk::new("P1 Payments failing at checkout"), Desk::empty());
    let bundle = file(&place, "a.bundle");
    one.says(&["export", "--bundle", &bundle]);
    let bytes = fs::read(&bundle).expect("the bundle");
    fs::write(&bundle, &bytes[..bytes.len() / 2]).expect("half of it");

    let said = other.refused(&["import", &bundle, "--yes"]);

    assert!(said.contains("is cut short or damaged") && said.contains("Have it made and sent again."), "{said}");
    let said = one.refused(&["export", "--bundle", &bundle]);
    assert!(said.contains("is there already") && said.contains("--replace"), "{said}");
    assert!(one.refused(&["--practice", "import", &bundle]).contains("Nothing was imported"));
}
