//! What is broken, hostile or no alert: a message that says what, and never a panic.

#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use sitrep_alerts::{AlertError, Mappings, read};

fn read_plain(text: &str) -> Result<sitrep_alerts::Reading, AlertError> {
    read(text, &Mappings::default())
}

#[test]
fn each_broken_text_says_what_is_wrong() {
    let deep = format!("{}1{}", "[".repeat(300), "]".repeat(300));
    let broken = format!("{{\"receiver\": \"{}\",\n\"alerts\" []}}", "x".repeat(300));
    let cases = [
        ("nothing", ""),
        ("blank", " \n\u{200b}\n"),
        ("prose", "Payments are failing, somebody look"),
        ("cut off", "{\"receiver\":\"x\",\n\"alerts\":[{\"status\":\"firing\",\n\"labels\":{\"alertname\":\"A"),
        ("broken", broken.as_str()),
        ("deep", deep.as_str()),
        ("unknown", r#"{"hello": 1, "world": {"a": 2}}"#),
        ("unknown list", r#"[{"hello": 1}]"#),
        ("numbers", "{}"),
        ("no alerts", r#"{"receiver":"x","status":"firing","alerts":[],"groupKey":"g"}"#),
        ("no title", r#"[{"labels":{"severity":"critical"},"annotations":{},"startsAt":"2026-11-23T14:02:11Z"}]"#),
        ("labels of a wrong type", r#"[{"labels":{"alertname":["x"]},"startsAt":5,"annotations":"none"}]"#),
        (
            "subscription",
            r#"{"Type":"SubscriptionConfirmation","TopicArn":"arn:aws:sns:x","Message":"You have chosen to subscribe","SubscribeURL":"https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=1"}"#,
        ),
        ("pagerduty ping", r#"{"event":{"event_type":"pagey.ping","data":{"type":"ping","message":"Hello"}}}"#),
        ("pagerduty note", r#"{"event":{"event_type":"incident.annotated","data":{"type":"incident_note","id":"x","content":"hi"}}}"#),
        ("pagerduty empty", r#"{"event":{"event_type":"incident.triggered","data":{}}}"#),
        ("sentry assigned", r#"{"action":"assigned","data":{"issue":{"id":"1","shortId":"W-1","title":"x"}}}"#),
        ("uptime kuma test", r#"{"heartbeat":null,"monitor":{"name":"a"},"msg":"Test","x":1}"#),
        ("opsgenie deleted", r#"{"action":"Delete","alert":{"alertId":"1","message":"x"}}"#),
        ("nagios downtime", "Notification Type: DOWNTIMESTART\nHost: a\nState: UP\nDate/Time: x"),
        ("sns without words", r#"{"Type":"Notification","TopicArn":"arn:aws:sns:x","Message":{"a":1}}"#),
    ];
    let mut page = String::new();
    for (name, text) in cases {
        let error =
            read_plain(text).map(|reading| format!("READ {reading:?}")).unwrap_or_else(|error| format!("[{}] {error}", error.code()));
        writeln!(page, "{name}: {error}").expect("a string takes it");
    }
    insta::assert_snapshot!(page);
}

#[test]
fn a_subscription_leaves_no_address() {
    let text = r#"{"Type":"SubscriptionConfirmation","TopicArn":"arn:aws:sns:x","Message":"m","SubscribeURL":"https://evil.example/"}"#;
    let error = read_plain(text).unwrap_err();
    assert_eq!(error, AlertError::Subscription);
    assert!(!format!("{error:?} {error}").contains("evil"));
}

#[test]
fn of_a_group_the_good_ones_are_read_and_the_rest_is_said() {
    let text = r#"{"receiver":"x","alerts":[
        {"status":"firing","labels":{"alertname":"A"},"startsAt":"not a time"},
        {"status":"firing","labels":{"severity":"critical"},"annotations":{},"startsAt":"2026-11-23T14:02:11Z"},
        {"status":"weird","labels":{"alertname":"B","x":{"y":1}},"startsAt":"2026-11-23T14:02:11Z"},
        7, null, "words"]}"#;
    let reading = read_plain(text).expect("two are good");

    assert_eq!(reading.alerts.iter().map(|alert| alert.title.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    insta::assert_snapshot!(reading.notes.join("\n"));
}

#[test]
fn hostile_words_are_cleaned_and_bounded() {
    let text = serde_json::json!({"receiver": "x", "alerts": [{
        "status": "firing",
        "labels": {"alertname": "<img src=x onerror=alert(1)>\u{202e}\u{1b}[31m\n\nX", "a\u{0}b": "y".repeat(100_000)},
        "annotations": {"summary": "s".repeat(100_000), "runbook_url": "javascript:alert(1)", "dashboard": "https://a@evil.example/"},
        "startsAt": "2026-11-23T14:02:11Z", "generatorURL": format!("https://a.example/{}", "z".repeat(5000)),
        "fingerprint": {"a": 1},
    }]});
    let reading = read_plain(&text.to_string()).expect("it is an alert");

    let alert = &reading.alerts[0];
    assert_eq!(alert.name.as_deref(), Some("<img src=x onerror=alert(1)> X"), "words stay words; the page draws them as text");
    assert!(alert.title.chars().count() <= 300 && alert.labels.values().all(|value| value.chars().count() <= 300));
    assert_eq!((alert.links.len(), alert.runbook_url.as_deref()), (0, None));
    assert!(!alert.fingerprint.is_empty());
}

#[test]
fn five_megabytes_are_read_or_refused_in_a_moment() {
    let alert = r#"{"status":"firing","labels":{"alertname":"A","service":"s"},"annotations":{"summary":"words of it"},"startsAt":"2026-11-23T14:02:11Z"}"#;
    let many = format!(r#"{{"receiver":"x","alerts":[{}]}}"#, vec![alert; 5_000_000 / alert.len()].join(","));
    let cases = [
        many.clone(),
        many[..many.len() - 5].to_owned(),
        "{\"a\":".repeat(1_000_000),
        "[".repeat(5_000_000),
        "[\"".repeat(2_500_000),
        "{\"\" ".repeat(1_000_000),
        format!("[{{\"labels\":{{}},\"startsAt\":\"{}\"}}]", "9".repeat(5_000_000)),
        "Labels:\n - a = b\n".repeat(300_000),
        "a\u{301}".repeat(1_500_000),
        "x".repeat(9_000_000),
    ];
    for text in cases {
        let started = Instant::now();
        let _ = read_plain(&text);
        let _ = sitrep_alerts::looks_like_alert(&text);
        // Ten times what an optimized build may take, which is the bound of the product.
        assert!(started.elapsed() < Duration::from_secs(10), "{:.30} took {:?}", text, started.elapsed());
    }
}
