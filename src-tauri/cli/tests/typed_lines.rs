//! `sitrep log` reads a line as quick entry does.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use std::process::{Command, Output};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use tempfile::TempDir;

struct Room(TempDir);

impl Room {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sitrep"));
        command.env("SITREP_DATA_DIR", self.0.path().join("data")).env("SITREP_CONFIG_DIR", self.0.path().join("config"));
        command.args(words);
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("it runs")
    }

    fn json(&self, words: &[&str]) -> Value {
        let out = self.run(&[&["--json"], words].concat());
        serde_json::from_slice(&out.stdout).expect("JSON")
    }
}

fn minutes_ago(value: &Value) -> i64 {
    let at: DateTime<Utc> = value.as_str().expect("an instant").parse().expect("an instant");
    (Utc::now() - at + TimeDelta::seconds(30)).num_minutes()
}

#[test]
fn a_line_holds_what_quick_entry_holds() {
    let room = Room::new();
    let payments = room.json(&["declare", "P2 Payments failing", "--started", "30 minutes ago"])["handle"].clone();
    room.json(&["declare", "P2 Search slow"]);

    let logged = room.json(&["log", "rolled back -4m #payments"]);
    assert_eq!((&logged["handle"], minutes_ago(&logged["occurred_at"])), (&payments, 4));
    room.json(&["log", "/status mitigating -3m #payments"]);
    room.json(&["log", "/role tech lead @li", "-i", "payments"]);
    let shown = room.json(&["show", "-i", "payments"]);
    assert_eq!((&shown["status"], &shown["roles"]["technical_lead"]), (&"Mitigating".into(), &"@li".into()));
    let rows = room.json(&["timeline", "-i", "payments"]);
    let moved = rows.as_array().expect("rows").iter().find(|row| row["kind"] == "status").expect("the status").clone();
    assert_eq!(minutes_ago(&moved["occurred_at"]), 3);
}

#[test]
fn local_is_this_computers_zone() {
    let room = Room::new();
    room.json(&["declare", "P2 Payments failing", "--started", "an hour ago"]);
    let there = (Utc::now() + TimeDelta::minutes(330 - 5)).format("%Y-%m-%d %H:%M local").to_string();
    let mut command = room.command(&["--json", "log", "rolled back", "--at", &there]);
    let out = command.env("TZ", "IST-5:30").output().expect("it runs");
    let logged: Value = serde_json::from_slice(&out.stdout).expect("JSON");
    assert!((4..=6).contains(&minutes_ago(&logged["occurred_at"])), "{logged}");
}

#[test]
fn what_is_no_verb_is_words_and_a_flag_takes_the_text_as_it_is() {
    let room = Room::new();
    room.json(&["declare", "P2 Payments failing"]);
    for line in ["/healthz returns 500", "/var/log full", "@1password down", "asked in #search"] {
        assert_eq!(room.json(&["log", line])["error"], Value::Null, "{line}");
    }
    let said = room.run(&["log", "/dance all night"]);
    assert!(String::from_utf8_lossy(&said.stderr).contains("There is no /dance"), "{said:?}");
    room.json(&["log", "--decision", "/status stays -4m"]);
    let rows = room.json(&["timeline"]);
    let texts: Vec<&str> = rows.as_array().expect("rows").iter().skip(1).filter_map(|row| row["text"].as_str()).collect();
    let expected =
        ["/healthz returns 500", "/var/log full", "@1password down", "asked in #search", "/dance all night", "/status stays -4m"];
    assert!(expected.iter().all(|line| texts.iter().any(|text| text.ends_with(line))), "{texts:?}");
    assert_eq!(room.json(&["log", "rolled back @14:05 IST"])["error"]["code"], "bad_zone");
}

#[test]
fn a_long_title_is_cut_in_the_list() {
    let room = Room::new();
    let title = "word ".repeat(50);
    room.json(&["declare", &format!("P2 {title}")]);
    let list = String::from_utf8_lossy(&room.run(&["list"]).stdout).into_owned();
    assert!(list.trim_end().ends_with('…') && list.trim_end().chars().count() < 160, "{list}");
    assert_eq!(room.json(&["declare", &format!("P2 {}", "word ".repeat(2000))])["error"]["code"], "long_title");
}
