//! What is said at 3 a.m., on one page.

use std::fmt::Write as _;
use std::time::Duration;

use sitrep_alertmanager::{FetchError, SourceError};

fn every_error() -> Vec<FetchError> {
    let place = || "127.0.0.1:9093".to_owned();
    vec![
        SourceError::NoName.into(),
        SourceError::TooLong { what: "address", most: 1_000 }.into(),
        SourceError::UrlScheme.into(),
        SourceError::UrlUnreadable { reason: "invalid port number".into() }.into(),
        SourceError::UrlTail { write: "http://127.0.0.1:9093".into() }.into(),
        SourceError::TooManyFilters { count: 21, most: 20 }.into(),
        SourceError::Filter { filter: "severity=critical".into(), reason: "the value stands in double quotes" }.into(),
        FetchError::Refused { place: place() },
        FetchError::NoAddress { place: "am.example.com:443".into(), reason: "Name or service not known".into() },
        FetchError::Unreachable { place: place(), reason: "No route to host".into() },
        FetchError::ConnectTooSlow { place: place(), limit: Duration::from_secs(3) },
        FetchError::TooSlow { place: place(), limit: Duration::from_secs(10) },
        FetchError::CutOff { place: place() },
        FetchError::Tls { place: place(), reason: "its certificate has expired".into() },
        FetchError::Login { place: place(), status: 401 },
        FetchError::Redirect { place: place(), status: 302, to: "https://login.example.com/start".into() },
        FetchError::Status { place: place(), status: 500, says: String::new() },
        FetchError::Status { place: place(), status: 400, says: "bad matcher format: a".into() },
        FetchError::TooLarge { place: place(), most: 5_000_000 },
        FetchError::NotAlertmanager { place: place(), seen: "with a web page" },
    ]
}

#[test]
fn every_error_reads_well() {
    let page = every_error().iter().fold(String::new(), |mut page, error| {
        let _ = writeln!(page, "{}\n  {error}", error.code());
        page
    });

    insta::assert_snapshot!(page);
}
