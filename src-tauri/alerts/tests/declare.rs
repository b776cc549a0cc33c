//! From alerts to a declaration: what is gathered, a storm, the link, the team's mappings, Datadog's payload.

#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]

use std::fmt::Write as _;

use sitrep_alerts::{Alert, AlertState, DATADOG_PAYLOAD, LinkFill, Mappings, Source, gather, parse_link, read, storm};
use sitrep_core::vocabulary::Severity;

/// Alerts of Alertmanager, each as `(state, service, minute of the onset, severity)`.
fn alerts(of: &[(&str, &str, u32, &str)]) -> Vec<Alert> {
    let alert = |(state, service, minute, severity): &(&str, &str, u32, &str)| {
        serde_json::json!({
            "status": state,
            "labels": {"alertname": format!("A{minute}"), "service": service, "severity": severity},
            "annotations": {"runbook_url": format!("https://runbooks.example.com/{service}"), "dashboard": "https://grafana.example.com/d/1"},
            "startsAt": format!("2026-11-23T14:{minute:02}:00Z"),
        })
    };
    let group = serde_json::json!({"receiver": "x", "status": "firing", "alerts": of.iter().map(alert).collect::<Vec<_>>()});
    read(&group.to_string(), &Mappings::default()).expect("they are alerts").alerts
}

#[test]
fn several_are_one_declaration_with_the_earliest_firing_onset() {
    let all = alerts(&[
        ("resolved", "db", 1, "critical"),
        ("firing", "cart", 9, "warning"),
        ("firing", "pay", 11, "critical"),
        ("firing", "pay", 10, "critical"),
    ]);

    let proposal = gather(&all).expect("three fire");

    assert_eq!(proposal.title, "A10", "the worst that began first");
    assert_eq!(proposal.severity, Some(Severity::P1));
    assert_eq!(proposal.severity_reason, "the worst of 3 firing: the label severity says critical");
    assert_eq!(proposal.started_at.map(|at| at.to_rfc3339()).as_deref(), Some("2026-11-23T14:09:00+00:00"), "not the resolved one's");
    assert_eq!(proposal.started_reason, "the earliest of 3 firing");
    assert_eq!(proposal.services, ["cart", "pay"]);
    let links: Vec<&str> = proposal.links.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(links, ["https://runbooks.example.com/cart", "https://runbooks.example.com/pay", "https://grafana.example.com/d/1"]);
}

#[test]
fn an_alert_has_the_shape_for_scripts() {
    let all = alerts(&[("firing", "pay", 1, "critical")]);

    let json = serde_json::to_value(&all[0]).expect("an alert is JSON");

    for key in ["source", "state", "title", "service", "severity", "severity_reason", "started_at", "fingerprint", "links", "labels"] {
        assert!(!json[key].is_null(), "{key}");
    }
    assert_eq!((&json["source"], &json["started_at"]), (&"alertmanager".into(), &"2026-11-23T14:01:00Z".into()));
    assert_eq!(serde_json::from_value::<Alert>(json).expect("it is read again"), all[0]);
}

#[test]
fn a_recovery_never_declares() {
    assert_eq!(gather(&alerts(&[("resolved", "pay", 1, "critical")])), None);
    assert_eq!(gather(&[]), None);
}

#[test]
fn what_the_sender_keeps_silent_counts_only_alone() {
    let mut all = alerts(&[("firing", "db", 1, "critical"), ("firing", "pay", 5, "warning")]);
    all[0].suppressed = true;

    assert_eq!(gather(&all).expect("one is loud").services, ["pay"]);
    assert_eq!(gather(&all[..1]).expect("there is no other").services, ["db"]);
}

#[test]
fn three_of_one_service_in_five_minutes_are_a_storm() {
    let firing = |minutes: &[u32]| alerts(&minutes.iter().map(|minute| ("firing", "pay", *minute, "critical")).collect::<Vec<_>>());
    for (minutes, expected) in
        [(&[1, 2][..], None), (&[1, 3, 6], Some((3, 300))), (&[1, 3, 7], None), (&[1, 20, 21, 22, 24, 40], Some((4, 240)))]
    {
        let found = storm(&firing(minutes)).map(|storm| (storm.count, storm.within_seconds));
        assert_eq!(found, expected, "{minutes:?}");
    }
    let mixed = alerts(&[("firing", "a", 1, "x"), ("firing", "b", 1, "x"), ("resolved", "a", 2, "x"), ("firing", "a", 3, "x")]);
    assert_eq!(storm(&mixed), None, "two of one service, and one that is over");
}

#[test]
fn a_link_fills_the_form() {
    let fill = parse_link(
        "sitrep://declare?title=Payments+failing%20at%20checkout&severity=p1&service=pay&started=14%3A02&impact=1%20in%208&runbook=https%3A%2F%2Fr.example%2Fpay&color=red&alert=eyJhIjogMX0",
    );

    let expected = LinkFill {
        title: Some("Payments failing at checkout".to_owned()),
        severity: Some(Severity::P1),
        service: Some("pay".to_owned()),
        started: Some("14:02".to_owned()),
        impact: Some("1 in 8".to_owned()),
        runbook: Some("https://r.example/pay".to_owned()),
        alert: Some("{\"a\": 1}".to_owned()),
        notes: vec!["The link has 'color', which the form does not: it is left out".to_owned()],
    };
    assert_eq!(fill, Ok(expected));
}

#[test]
fn a_link_that_is_none_says_so() {
    let long = format!("sitrep://declare?title={}", "x".repeat(70_000));
    for (url, code) in [
        ("https://example.com/declare?title=x", "not_a_link"),
        ("sitrep://alert?title=x", "not_a_link"),
        ("sitrep://declarex?title=x", "not_a_link"),
        (long.as_str(), "link_too_long"),
        ("sitrep://declare?alert=%%%", "link_alert"),
        ("sitrep://declare?alert=_w", "link_alert"),
    ] {
        assert_eq!(parse_link(url).map(|fill| format!("{fill:?}")).unwrap_or_else(|error| error.code().to_owned()), code, "{url:.60}");
    }
    assert_eq!(parse_link("SITREP://declare"), Ok(LinkFill::default()), "an empty form");
    let odd =
        parse_link("sitrep://declare/?severity=P9&runbook=javascript:alert(1)&alert=%7B%22a%22%3A1%7D").expect("it fills what it can");
    assert_eq!((odd.severity, odd.runbook, odd.notes.len(), odd.alert.as_deref()), (None, None, 2, Some("{\"a\":1}")));
}

#[test]
fn an_alert_of_either_base64_is_carried() {
    for value in ["eyJhIjoi8J+Yg/Cfmao/In0=", "eyJhIjoi8J-Yg_Cfmao_In0", "eyJhIjoi8J%2BYg%2FCfmao%2FIn0%3D"] {
        let fill = parse_link(&format!("sitrep://declare?alert={value}")).expect("it is base64");
        assert_eq!(fill.alert.as_deref(), Some("{\"a\":\"😃🙪?\"}"), "{value}");
    }
}

const ALERTS_TOML: &str = r#"
[[source]]
name = "Checkout probes"
when = "kind == 'probe' and probes is defined"
each = "probes"
title = "item.name ~ ' fails'"
service = "svc | lower"
severity = "root.level"
state = "'resolved' if ok else 'firing'"
started_at = "since"
fingerprint = "root.kind ~ id"
summary = "detail"
runbook_url = "'https://runbooks.example.com/' ~ id"
labels = "{'region': region, 'id': id}"
[source.links]
Dashboard = "dash"
"#;

#[test]
fn any_json_is_read_by_the_teams_mapping() {
    let mappings = Mappings::parse(ALERTS_TOML).expect("it is whole");
    let message = r#"{"kind": "probe", "level": "critical", "probes": [
        {"id": 7, "name": "Pay", "svc": "PAY", "since": 1795442531, "ok": false, "detail": "no answer", "region": "eu", "dash": "https://g.example/d"},
        {"id": 8, "name": "Cart", "svc": "CART", "since": "yesterday", "ok": true, "detail": null, "region": "us", "dash": "file:///etc"},
        {"id": 9, "name": "Bare"}]}"#;

    let reading = read(message, &mappings).expect("the mapping takes it");

    insta::assert_snapshot!(serde_json::to_string_pretty(&reading).expect("a reading is JSON"));
    assert!(read(r#"{"kind": "other"}"#, &mappings).is_err(), "not meant");
}

#[test]
fn a_mapping_reads_what_sns_carries() {
    let toml = "[[source]]\nname = \"Ours\"\nwhen = \"probe is defined\"\ntitle = \"probe\"";
    let text = r#"{"Type":"Notification","TopicArn":"arn:aws:sns:x","Message":"{\"probe\":\"Pay fails\"}"}"#;

    let reading = read(text, &Mappings::parse(toml).expect("it is whole")).expect("an alert");

    assert_eq!((reading.alerts[0].title.as_str(), &reading.alerts[0].source), ("Pay fails", &Source::Mapped("Ours".to_owned())));
}

#[test]
fn a_mapping_comes_before_the_built_in_sources() {
    let toml = "[[source]]\nname = \"Ours\"\nwhen = \"receiver == 'ours'\"\ntitle = \"'Mapped'\"";
    let mappings = Mappings::parse(toml).expect("it is whole");
    let text = |receiver: &str| {
        format!(
            r#"{{"receiver":"{receiver}","alerts":[{{"status":"firing","labels":{{"alertname":"A"}},"startsAt":"2026-11-23T14:02:11Z"}}]}}"#
        )
    };
    let source = |receiver: &str| read(&text(receiver), &mappings).expect("an alert").alerts[0].source.clone();

    assert_eq!((source("ours"), source("other")), (Source::Mapped("Ours".to_owned()), Source::Alertmanager));
}

#[test]
fn a_bad_mapping_is_refused_by_line_and_key() {
    let source = |more: &str| format!("[[source]]\nname = \"X\"\nwhen = \"true\"\ntitle = \"t\"\n{more}");
    let cases = [
        ("no toml", "[[source".to_owned()),
        ("no title", "[[source]]\nname = \"X\"\nwhen = \"true\"".to_owned()),
        ("a strange key", source("titel = \"x\"")),
        ("no expression", source("service = \"a +\"")),
        ("a link of no expression", source("[source.links]\nDashboard = \"{{ x }}\"")),
        ("a name of Sitrep's", "[[source]]\nname = \"grafana\"\nwhen = \"true\"\ntitle = \"t\"".to_owned()),
        ("a wrong type", source("service = 7")),
    ];
    let mut page = String::new();
    for (name, toml) in cases {
        let error = Mappings::parse(&toml).map(|_| "taken".to_owned()).unwrap_or_else(|error| error.to_string());
        writeln!(page, "{name}: {error}").expect("a string takes it");
    }
    insta::assert_snapshot!(page);
}

#[test]
fn an_endless_mapping_is_stopped() {
    let toml = "[[source]]\nname = \"X\"\nwhen = \"a is defined\"\ntitle = \"'t'\"\nservice = \"range(99999) | map('upper') | map('lower') | list | join | length\"\nsummary = \"'x' * 999999999\"";
    let reading = read(r#"{"a": 1}"#, &Mappings::parse(toml).expect("it is whole")).expect("the title is there");
    assert_eq!(reading.alerts[0].title, "t");
}

#[test]
fn datadogs_payload_is_known_and_its_unfilled_variables_are_nothing() {
    let reading = read(&DATADOG_PAYLOAD.replace("$EVENT_TITLE", "[Triggered] Errors"), &Mappings::default()).expect("it is Datadog's");

    let alert = &reading.alerts[0];
    assert_eq!((alert.title.as_str(), &alert.source, alert.state), ("Errors", &Source::Datadog, AlertState::Firing));
    assert_eq!((alert.started_at, alert.severity, alert.service.as_deref(), alert.labels.len()), (None, None, None, 0));
}
