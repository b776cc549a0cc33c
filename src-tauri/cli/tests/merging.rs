//! Merging, splitting and bringing in a past incident from the terminal.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod desk;

use std::fs;

use desk::Desk;

fn handle_of(desk: &Desk, line: &str) -> String {
    desk.says(&["declare", line]).lines().next().expect("its handle").to_owned()
}

#[test]
fn a_duplicate_is_merged_and_brought_back() {
    let desk = Desk::empty();
    let (first, second) = (handle_of(&desk, "P2 Payments failing"), handle_of(&desk, "P1 Cards time out"));
    desk.says(&["log", "-i", &second, "502s on cards"]);

    let said = desk.says(&["merge", &second, "--into", &first]);
    assert!(said.contains(&format!("Merged {second} into {first}")) && said.contains("It was P1"), "{said}");
    assert!(desk.says(&["timeline", "-i", &first]).contains(&format!(", from {second}")));
    assert!(desk.says(&["show", "-i", &second]).contains(&format!("it is a part of Payments failing ({first})")));
    assert!(desk.says(&["list", "--all"]).contains(&format!("it is a part of Payments failing ({first})")));
    assert!(desk.refused(&["merge", &second, "--into", &first]).contains("a part of"));

    assert_eq!(desk.json(&["merge", &second, "--undo"])["from"], first.as_str());
    assert!(!desk.says(&["timeline", "-i", &first]).contains("502s on cards"));
}

#[test]
fn entries_are_split_off_by_their_numbers() {
    let desk = Desk::empty();
    let first = handle_of(&desk, "P1 Payments failing");
    desk.says(&["log", "-i", &first, "search is slow"]);
    let numbered = desk.says(&["timeline", "--numbers", "-i", &first]);
    let line = numbered.lines().find(|line| line.contains("search is slow")).expect("its line");
    let number = line.split_whitespace().next().expect("its number");

    let split = desk.json(&["split", "-i", &first, "--entries", number, "--severity", "P3", "Search slow"]);
    let new = split["handle"].as_str().expect("its handle");
    assert!(desk.says(&["timeline", "-i", new]).contains("search is slow"));
    assert!(!desk.says(&["timeline", "-i", &first]).contains("search is slow"));
    assert!(desk.refused(&["split", "-i", &first, "--entries", "99", "P3 Else"]).contains("no entry"));
}

#[test]
fn a_postmortem_is_shown_and_then_brought_in() {
    let desk = Desk::empty();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("orders.md");
    let text = include_str!("../../core/tests/postmortem/specimens/seed.md").replace("2026-11-2", "2025-11-2");
    fs::write(&file, text).expect("it is written");
    let file = file.to_str().expect("a path");

    let shown = desk.says(&["backfill", file]);
    assert!(shown.contains("P1 Orders failing") && shown.contains("Nothing is recorded yet"), "{shown}");
    assert!(shown.contains("   15  2025-11-23 14:25 UTC"), "with the number of the line: {shown}");
    let done = desk.json(&["backfill", file, "--yes"]);
    let handle = done["recorded"]["handle"].as_str().expect("its handle");
    assert_eq!(desk.json(&["deadlines", "-i", handle]), serde_json::json!([]));
    assert!(desk.says(&["review", "show", "-i", handle]).contains("quick detection"));
}
