//! Alerts of a real Alertmanager: which come, and what is said when it is gone.

use std::time::{Duration, Instant};

use crate::support::alertmanager::Alertmanager;
use crate::support::{again, source};
use serde_json::json;
use sitrep_alertmanager::{Client, FetchError, Firing, Seen, Source};
use sitrep_alerts::{Alert, Mappings};

fn at(alertmanager: &Alertmanager, filters: &[&str]) -> Source {
    Source { filters: filters.iter().map(|&filter| filter.to_owned()).collect(), ..source(alertmanager.url()) }
}

fn alerts(client: &Client, source: &Source) -> Vec<Alert> {
    let text = client.fetch(source).expect("it answers");
    // An empty list is no text to read alerts from.
    if text.trim() == "[]" { Vec::new() } else { sitrep_alerts::read(&text, &Mappings::default()).expect("it is read").alerts }
}

fn names(client: &Client, source: &Source) -> Vec<String> {
    let mut names: Vec<String> = alerts(client, source).into_iter().filter_map(|alert| alert.name).collect();
    names.sort();
    names
}

/// It learns by itself, in a moment, what inhibits what.
fn names_become(client: &Client, source: &Source, expected: &[&str]) {
    let end = Instant::now() + Duration::from_secs(20);
    while names(client, source) != expected {
        assert!(Instant::now() < end, "it still tells of {:?}", names(client, source));
    }
}

#[test]
fn what_fires_comes_and_what_is_silenced_or_inhibited_does_not() {
    let alertmanager = Alertmanager::start();
    let (client, source) = (Client::new(), at(&alertmanager, &[]));
    assert_eq!(client.fetch(&source).expect("it answers").trim(), "[]", "nothing fires");

    alertmanager.fire(&[
        json!({ "alertname": "Down", "severity": "critical", "cluster": "a" }),
        json!({ "alertname": "Slow", "severity": "warning", "cluster": "b" }),
        json!({ "alertname": "Known", "severity": "page", "cluster": "a" }),
        json!({ "alertname": "Follows", "severity": "warning", "cluster": "a" }),
    ]);
    alertmanager.silence("Known");

    names_become(&client, &source, &["Down", "Slow"]);
}

#[test]
fn filters_are_the_alertmanagers_own() {
    let alertmanager = Alertmanager::start();
    let client = Client::new();
    alertmanager.fire(&[
        json!({ "alertname": "A", "team": "payments", "path": "C:\\a \"b\" + é" }),
        json!({ "alertname": "B", "team": "pay", "severity": "critical" }),
        json!({ "alertname": "C", "team": "web", "severity": "critical" }),
    ]);

    for (filters, expected) in [
        (&[][..], &["A", "B", "C"][..]),
        (&[r#"severity="critical""#], &["B", "C"]),
        (&[r#"team=~"pay.*""#], &["A", "B"]),
        (&[r#"team!~"pay.*""#], &["C"]),
        (&[r#"team=~"pay.*""#, r#"severity="critical""#], &["B"]),
        (&[r#"severity!="critical""#], &["A"]),
        (&[r#"path="C:\\a \"b\" + é""#], &["A"]),
        (&[r#"team="none""#], &[]),
    ] {
        assert_eq!(names(&client, &at(&alertmanager, filters)), expected, "{filters:?}");
    }
}

#[test]
fn what_it_refuses_is_said_in_its_words() {
    let alertmanager = Alertmanager::start();

    let error = Client::new().fetch(&at(&alertmanager, &[r#"a=~"x[""#])).expect_err("its expression does not end");

    assert_eq!(error.code(), "watch_status");
    assert!(error.to_string().contains("answered 400: ") && error.to_string().contains("missing closing ]"), "{error}");
}

#[test]
fn it_is_found_below_a_path_and_missed_without() {
    let alertmanager = Alertmanager::below("/alertmanager/");
    let client = Client::new();

    assert!(client.fetch(&source(format!("{}/alertmanager/", alertmanager.url()))).is_ok());
    let error = client.fetch(&source(alertmanager.url())).expect_err("its alerts are below the path");
    assert!(error.to_string().contains("answered 404: its alerts are not there"), "{error}");
}

#[test]
fn what_is_gone_is_said_and_what_is_back_is_found() {
    let client = Client::new();
    let alertmanager = Alertmanager::start();
    let source = at(&alertmanager, &[]);
    alertmanager.fire(&[json!({ "alertname": "A" })]);
    assert_eq!(names(&client, &source), ["A"]);

    let alertmanager = alertmanager.crash_and_start_again();
    assert_eq!(names(&client, &source), [""; 0], "the kept connection is made anew");

    let place = alertmanager.crash().to_string();
    let error = client.fetch(&source).expect_err("it is gone");
    assert_eq!(error, FetchError::Refused { place: place.clone() });
    assert_eq!(error.to_string(), format!("Nothing listens at {place}: see whether the Alertmanager, or the port-forward to it, runs"));
}

#[test]
fn a_look_after_a_look_tells_what_is_new() {
    let alertmanager = Alertmanager::start();
    let (client, source) = (Client::new(), at(&alertmanager, &[]));
    let mut seen = Seen::default();
    let mut look = |second: i64| {
        let firing: Vec<Firing> =
            alerts(&client, &source).into_iter().map(|alert| Firing { fingerprint: alert.fingerprint, onset: alert.started_at }).collect();
        seen.look(&firing, chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::seconds(second)).new.len()
    };

    alertmanager.fire(&[json!({ "alertname": "A" })]);
    assert_eq!((look(0), look(60)), (1, 0));
    alertmanager.fire(&[json!({ "alertname": "A" }), json!({ "alertname": "B" })]);
    assert_eq!((look(120), look(180)), (1, 0));
}

/// A certificate for 127.0.0.1 that nobody signed, and an Alertmanager that shows it.
fn with_tls() -> Alertmanager {
    let folder = tempfile::tempdir().expect("a folder is made");
    let certified = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate is made");
    std::fs::write(folder.path().join("cert.pem"), certified.cert.pem()).expect("it is written");
    std::fs::write(folder.path().join("key.pem"), certified.signing_key.serialize_pem()).expect("it is written");
    Alertmanager::with_web(folder, "tls_server_config: { cert_file: cert.pem, key_file: key.pem }")
}

#[test]
fn a_certificate_that_nobody_signed_is_refused() {
    let alertmanager = with_tls();
    let client = Client::new();

    let safe = client.fetch(&source(format!("https://{}", alertmanager.address))).expect_err("it is not trusted");
    let plain = client.fetch(&source(alertmanager.url())).expect_err("it speaks TLS alone");

    assert_eq!(safe.code(), "watch_tls");
    assert!(safe.to_string().contains("nobody that this computer trusts signed its certificate"), "{safe}");
    assert!(plain.to_string().contains("answered 400: Client sent an HTTP request to an HTTPS server"), "{plain}");
}

#[test]
fn what_the_system_trusts_is_trusted() {
    if let Some(url) = again::deed() {
        Client::new().fetch(&source(url)).expect("the system's authorities are asked");
        return;
    }
    let alertmanager = with_tls();
    let certificate = alertmanager.folder().join("cert.pem");
    let environment = [("SSL_CERT_FILE", certificate.to_str().expect("the folder's name is text"))];

    again::with_environment("real::what_the_system_trusts_is_trusted", &format!("https://{}", alertmanager.address), &environment);
}

#[test]
fn user_and_password_are_those_of_the_address() {
    let folder = tempfile::tempdir().expect("a folder is made");
    // bcrypt of "p:ss word", cost 4.
    let alertmanager =
        Alertmanager::with_web(folder, "basic_auth_users: { on-call: '$2b$04$abcdefghijklmnopqrstuuXCXcm.22d2AzwcYifIiF1tcmnmrz2z6' }");
    let client = Client::new();

    assert!(client.fetch(&source(format!("http://on-call:p%3Ass%20word@{}", alertmanager.address))).is_ok());
    for url in [alertmanager.url(), format!("http://on-call:secret@{}", alertmanager.address)] {
        let error = client.fetch(&source(url)).expect_err("it is not let in");
        assert_eq!(error, FetchError::Login { place: alertmanager.address.to_string(), status: 401 });
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
