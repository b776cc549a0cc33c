//! The clock of the computer is set between one run of the command line and the next, and no time passes.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use std::process::Command;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use tempfile::TempDir;

/// A data folder, and the command line on it by a clock that is set at will.
struct Room(TempDir);

impl Room {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    /// What is printed where the clock is set by so much, such as `-1h`.
    fn at(&self, clock: &str, words: &[&str]) -> String {
        let mut command = Command::new("faketime");
        command.args(["-m", "-f", clock, env!("CARGO_BIN_EXE_sitrep")]).args(words);
        command.env("FAKETIME_DONT_FAKE_MONOTONIC", "1").env("NO_FAKE_STAT", "1").env("USER", "ana");
        command.env("SITREP_DATA_DIR", self.0.path().join("data")).env("SITREP_CONFIG_DIR", self.0.path().join("config"));
        let output = command.output().expect("faketime is there");
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    }

    fn json(&self, clock: &str, words: &[&str]) -> Value {
        let answer = self.at(clock, &[words, &["--json"]].concat());
        serde_json::from_str(&answer).expect("JSON")
    }

    fn texts(&self, clock: &str) -> Vec<String> {
        let rows = self.json(clock, &["timeline", "-i", "payments"]);
        rows.as_array().expect("rows").iter().map(|row| row["text"].as_str().expect("words").to_owned()).collect()
    }
}

fn instant(value: &Value) -> DateTime<Utc> {
    value.as_str().and_then(|text| text.parse().ok()).expect("an instant")
}

fn update_due(deadlines: &Value) -> DateTime<Utc> {
    let update = deadlines.as_array().and_then(|all| all.iter().find(|deadline| deadline["kind"] == "update"));
    instant(&update.expect("an update is due")["due_at"])
}

fn about(left: TimeDelta, minutes: i64) -> bool {
    (left - TimeDelta::minutes(minutes)).abs() < TimeDelta::minutes(2)
}

/// An incident is declared by one clock and goes on by another.
fn set_from(before: &str, after: &str, offset: TimeDelta, line: &str) {
    let room = Room::new();
    room.at(before, &["declare", "P1 Payments failing", "--started", "-10m"]);
    room.at(before, &["log", "Errors on every card"]);
    room.at(before, &["update", "--kind", "initial", "--anyway", "--sent"]);
    let now = Utc::now() + offset;

    let show = room.json(after, &["show"]);
    assert!(about(now - instant(&show["started_at"]), 10), "{show}");
    assert!(about(update_due(&room.json(after, &["deadlines"])) - now, 30), "a P1 asks for one every 30 minutes");

    room.at(after, &["log", "Rolled back to v311"]);
    let update = room.at(after, &["update", "--kind", "status", "--anyway"]);
    assert!(update.contains("Rolled back to v311"), "what is new since the last one: {update}");
    assert!(!update.contains("Errors on every card"), "that was told: {update}");

    room.at(after, &["resolve", "--reason", "Error rate is back to normal"]);
    let texts = room.texts(after);
    assert!(texts.first().is_some_and(|text| text.contains("Declared")), "{texts:#?}");
    assert!(texts.last().is_some_and(|text| text.contains("Resolved")), "{texts:#?}");
    assert_eq!(texts.iter().filter(|text| text.contains("The clock was set")).count(), 1, "one process says it: {texts:#?}");
    assert!(texts.iter().any(|text| text.starts_with(line)), "{texts:#?}");
    let review = room.at(after, &["review"]);
    assert!(["(10 min from start", "(11 min from start"].iter().any(|words| review.contains(words)), "{review}");
}

#[test]
fn a_clock_that_is_set_back_an_hour_is_said_and_changes_nothing_else() {
    set_from("+0", "-1h", TimeDelta::hours(-1), "The clock was set back 1 h; times before are told by the clock as it is now");
}

#[test]
fn a_clock_that_was_a_day_ahead_is_set_right() {
    set_from("+1d", "+0", TimeDelta::zero(), "The clock was set back 1 d;");
}

#[test]
fn a_clock_that_went_ahead_and_is_set_right_made_nothing_late() {
    let room = Room::new();
    room.at("+0", &["declare", "P1 Payments failing"]);
    room.at("+1d", &["log", "Errors on every card"]);

    let deadlines = room.json("+0", &["deadlines"]);

    assert!(about(update_due(&deadlines) - Utc::now(), 30), "{deadlines}");
    let texts = room.texts("+0");
    let words = ["Declared", "The clock was set forward 1 d", "Errors", "The clock was set back 1 d"];
    assert!(texts.iter().zip(words).all(|(text, words)| text.contains(words)) && texts.len() == 4, "{texts:#?}");
}
