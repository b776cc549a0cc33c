//! `sitrep log` reads a line as quick entry does.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod desk;

use chrono::{DateTime, TimeDelta, Utc};
use desk::Desk;
use serde_json::Value;

fn minutes_ago(value: &Value) -> i64 {
    let at: DateTime<Utc> = value.as_str().expect("an instant").parse().expect("an instant");
    (Utc::now() - at + TimeDelta::seconds(30)).num_minutes()
}

#[test]
fn a_line_holds_what_quick_entry_holds() {
    let desk = Desk::empty();
    let payments = desk.json(&["declare", "P2 Payments failing", "--started", "30 minutes ago"])["handle"].clone();
    desk.json(&["declare", "P2 Search slow"]);

    let logged = desk.json(&["log", "rolled back -4m #payments"]);
    assert_eq!((&logged["handle"], minutes_ago(&logged["occurred_at"])), (&payments, 4));
    desk.json(&["log", "/status mitigating -3m #payments"]);
    desk.json(&["log", "/role tech lead @li", "-i", "payments"]);
    let shown = desk.json(&["show", "-i", "payments"]);
    assert_eq!((&shown["status"], &shown["roles"]["technical_lead"]), (&"Mitigating".into(), &"@li".into()));
    let rows = desk.json(&["timeline", "-i", "payments"]);
    let moved = rows.as_array().expect("rows").iter().find(|row| row["kind"] == "status").expect("the status").clone();
    assert_eq!(minutes_ago(&moved["occurred_at"]), 3);
}

#[test]
fn local_is_this_computers_zone() {
    let mut desk = Desk::empty();
    desk.json(&["declare", "P2 Payments failing", "--started", "an hour ago"]);
    let there = (Utc::now() + TimeDelta::minutes(330 - 5)).format("%Y-%m-%d %H:%M local").to_string();
    desk.sets("TZ", "IST-5:30");
    let logged = desk.json(&["log", "rolled back", "--at", &there]);
    assert!((4..=6).contains(&minutes_ago(&logged["occurred_at"])), "{logged}");
}

#[test]
fn what_is_no_verb_is_words_and_a_flag_takes_the_text_as_it_is() {
    let desk = Desk::empty();
    desk.json(&["declare", "P2 Payments failing"]);
    for line in ["/healthz returns 500", "/var/log full", "@1password down", "asked in #search"] {
        desk.says(&["log", line]);
    }
    let (_, beside) = desk.told_beside(&["log", "/dance all night"]);
    assert!(beside.contains("There is no /dance"), "{beside}");
    desk.json(&["log", "--decision", "/status stays -4m"]);
    let rows = desk.json(&["timeline"]);
    let texts: Vec<&str> = rows.as_array().expect("rows").iter().skip(1).filter_map(|row| row["text"].as_str()).collect();
    let expected =
        ["/healthz returns 500", "/var/log full", "@1password down", "asked in #search", "/dance all night", "/status stays -4m"];
    assert!(expected.iter().all(|line| texts.iter().any(|text| text.ends_with(line))), "{texts:?}");
    assert_eq!(desk.refused_in_json(&["log", "rolled back @14:05 IST"]).1["error"]["code"], "bad_zone");
}

#[test]
fn a_long_title_is_cut_in_the_list() {
    let desk = Desk::empty();
    let title = "word ".repeat(50);
    desk.json(&["declare", &format!("P2 {title}")]);
    let list = desk.says(&["list"]);
    assert!(list.trim_end().ends_with('…') && list.trim_end().chars().count() < 160, "{list}");
    assert_eq!(desk.refused_in_json(&["declare", &format!("P2 {}", "word ".repeat(2000))]).1["error"]["code"], "long_title");
}
