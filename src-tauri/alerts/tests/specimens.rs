//! Each source's specimens, whole: what is read of them is in a snapshot beside.

#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sitrep_alerts::{Mappings, gather, looks_like_alert, read};

/// The whole specimens by name.
fn specimens() -> BTreeMap<String, String> {
    all().into_iter().filter(|(name, _)| !name.starts_with("broken-")).collect()
}

fn all() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specimens");
    let files = fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("it can be listed").path());
    let named = files.map(|path| {
        let text = fs::read_to_string(&path).expect("a specimen is text");
        (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), text)
    });
    named.collect()
}

/// Those with something around the alert, which is looked for only where a person asks for it.
const WRAPPED: [&str; 2] = ["cloudwatch-lambda-records", "pagerduty-api"];

fn is_json(name: &str) -> bool {
    !name.starts_with("nagios-") && !name.ends_with("-text")
}

#[test]
fn each_specimen_is_read_whole() {
    for (name, text) in specimens() {
        let reading = read(&text, &Mappings::default()).unwrap_or_else(|error| panic!("{name}: {error}"));

        let json = serde_json::to_string_pretty(&reading).expect("a reading is JSON");
        insta::assert_snapshot!(name, json);
    }
}

#[test]
fn each_broken_specimen_gives_what_is_certain_or_says_what_is_missing() {
    let broken = all().into_iter().filter(|(name, _)| name.starts_with("broken-"));
    let page = broken.map(|(name, text)| match read(&text, &Mappings::default()) {
        Ok(reading) => {
            let titles: Vec<&str> = reading.alerts.iter().map(|alert| alert.title.as_str()).collect();
            format!("{name}: read {titles:?}\n  {}", reading.notes.join("\n  "))
        }
        Err(error) => format!("{name}: [{}] {error}", error.code()),
    });
    insta::assert_snapshot!("broken", page.collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_a_declaration_would_be_is_known_of_each() {
    let proposals = specimens().into_iter().map(|(name, text)| {
        let reading = read(&text, &Mappings::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        match gather(&reading.alerts) {
            None => format!("{name}: nothing fires"),
            Some(proposal) => format!(
                "{name}: {} | {} ({}) | {} ({}) | {}",
                proposal.title,
                proposal.severity.map_or("none", |severity| severity.label()),
                proposal.severity_reason,
                proposal.started_at.map_or_else(|| "none".to_owned(), |at| at.to_rfc3339()),
                proposal.started_reason,
                proposal.services.join(", "),
            ),
        }
    });
    insta::assert_snapshot!("proposals", proposals.collect::<Vec<_>>().join("\n"));
}

#[test]
fn each_specimen_is_known_as_an_alert() {
    for (name, text) in specimens().into_iter().filter(|(name, _)| !WRAPPED.contains(&name.as_str())) {
        assert!(looks_like_alert(&text), "{name}");
        assert!(looks_like_alert(&format!("```json\n{text}\n```")) || !is_json(&name), "{name}, in a fence");
    }
}

#[test]
fn a_specimen_is_read_the_same_however_it_is_wrapped() {
    for (name, text) in specimens().into_iter().filter(|(name, _)| is_json(name)) {
        let plain = read(&text, &Mappings::default());
        for wrapped in [
            format!("\u{feff}{text}"),
            format!("Look at this:\n```json\n{text}\n```\nwhat now?"),
            format!("POST /hook HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{text}"),
            serde_json::to_string(&text).expect("a text is a JSON string"),
            format!("{{\"body\": {}}}", serde_json::to_string(&text).expect("a text is a JSON string")),
        ] {
            assert_eq!(read(&wrapped, &Mappings::default()), plain, "{name} in {wrapped:.40}");
        }
    }
}

#[test]
fn prose_and_logs_are_no_alerts() {
    for text in [
        "",
        "Payments failing at checkout since 14:02, severity P1",
        "2026-11-23T14:02:11Z ERROR payments timeout {\"alerts\": 3}",
        r#"{"level":"error","msg":"timeout","time":"2026-11-23T14:02:11Z","service":"payments"}"#,
        r#"{"event":"request","event_id":"7","event_name":"GET","severity":"info","host":"web01","status":"ok"}"#,
        r#"{"labels":{"a":"b"},"timestamp":"2026-11-23T14:02:11Z","message":"x"}"#,
        "{\"level\":\"info\"}\n{\"level\":\"warn\"}",
        r#"{"action":"click","data":{"event":{"name":"pay"}}}"#,
        r#"{"event":{"event_type":"order","data":{"id":1}}}"#,
        "[1, 2, 3]",
        "[]",
        "Host: web01\nState: fine, I think\nService: HTTP",
        "Labels: a, b, c",
        "Look: {\"alerts\":[{\"labels\":{},\"startsAt\":\"\"}]}",
    ] {
        assert!(!looks_like_alert(text), "{text}");
    }
}
