//! What `services.toml` gives an incident: links, commands and queries, filled so that no value breaks out of its place.

mod support;

use proptest::prelude::*;
use sitrep_core::filling::{Values, dashboards, log_query};
use sitrep_core::incident::Incident;
use sitrep_core::team::{Service, Services, TeamFileError};
use sitrep_core::text::{is_blank, one_line};
use sitrep_core::vocabulary::Severity;
use support::{Story, at};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

const FILE: &str = r#"
[[log_platform]]
id = "paper"
title = "Paper"
escape = "text"
query = 'shelf "{shelf}" of "{service}"'

[[log_platform]]
id = "grep"
off = true

[[service]]
name = "payments-api"
rollback = "deployctl undo {service} --why {handle} --severity {severity}"
repositories = ["/src/shared", { path = "/src/payments", branch = "release" }]
logs = { platform = "loki", labels = { app = "payments", env = "pro\"d" }, filter = '!= "health"' }
owners = ["payments"]
contacts = [{ who = "DBA on call", how = "+49 30 1234" }]
runbooks = ["payments.md", "https://wiki.example/payments"]
depends_on = ["ledger"]
[[service.dashboards]]
title = "Overview"
url = "https://grafana.example/d/pay?from={from}&to={to:ms}&t={from:s}&iso={to:iso}&var={service}"

[[service]]
name = "ledger"
logs = { platform = "paper", service = "the \"ledger\"" }
"#;

fn incident() -> Result<Incident> {
    Ok(Incident::fold(&Story::declared(Severity::P1).events).ok_or("no incident")?)
}

fn values(service: &Service) -> Result<Values> {
    Ok(Values::of(&incident()?, Some(service), at(20)))
}

#[test]
fn a_link_holds_the_time_range_and_a_command_the_facts() -> Result {
    let services = Services::parse(FILE)?;
    let service = services.find("payments-api").ok_or("none")?;
    let values = values(service)?;
    // The onset is 13:50, half an hour before it 13:20; now is 14:20.
    let links = dashboards::links(service, &values);
    assert_eq!(
        links[0].url,
        "https://grafana.example/d/pay?from=1795440000000&to=1795443600000&t=1795440000&iso=2026-11-23T14%3A20%3A00Z&var=payments-api"
    );
    let command = values.command(service.rollback.as_deref().unwrap_or_default());
    assert_eq!(command, "deployctl undo payments-api --why 2026-11-23-payments-failing --severity P1");
    assert_eq!(values.branch, "release");
    assert_eq!(service.deployed_from().and_then(|repository| repository.folder()), Some("/src/payments"));
    let link = Services::parse("[[service]]\nname = \"a\"\nrepositories = [\"https://git.example/a\"]")?;
    assert_eq!(link.services[0].deployed_from().map(|repository| repository.folder()), Some(None));
    Ok(())
}

#[test]
fn after_the_resolution_the_range_ends() -> Result {
    use sitrep_core::event::EventBody;
    use sitrep_core::vocabulary::Status;
    let story = Story::declared(Severity::P1)
        .then(60, EventBody::StatusChanged { from: Status::Investigating, to: Status::Resolved, reason: None });
    let incident = Incident::fold(&story.events).ok_or("no incident")?;
    assert_eq!(Values::of(&incident, None, at(70)).to, at(70));
    assert_eq!(Values::of(&incident, None, at(6000)).to, at(90));
    assert_eq!(Values::of(&incident, None, at(70)).service, "Checkout");
    Ok(())
}

#[test]
fn queries_are_those_of_the_procedure() -> Result {
    let services = Services::parse("[[service]]\nname = \"order-service\"")?;
    let service = services.find("order-service").ok_or("none")?;
    let queries = log_query::queries(&services, Some(service), &values(service)?);
    let told: Vec<_> = queries.iter().map(|query| (query.platform.as_str(), query.query.as_str())).collect();
    assert_eq!(
        told,
        [
            ("kibana", "level:ERROR AND service:order-service AND @timestamp >= \"2026-11-23T13:50:00Z\""),
            ("datadog", "service:order-service status:error"),
            ("cloudwatch", "filter @message like /ERROR/ | sort @timestamp desc"),
            ("loki", "{service=\"order-service\"} |= \"ERROR\""),
            ("splunk", "index=\"main\" service=\"order-service\" level=ERROR earliest=1795441800 latest=1795443600"),
            ("grep", "grep -nE 'ERROR|FATAL' -- /var/log/order-service.log"),
        ]
    );
    assert_eq!(queries[2].around.as_deref(), Some("Log group of order-service, from 2026-11-23T13:50:00Z to 2026-11-23T14:20:00Z."));
    assert!(queries.iter().all(|query| query.missing.is_empty()), "{queries:?}");
    Ok(())
}

#[test]
fn a_service_names_its_platform_and_a_team_adds_its_own() -> Result {
    let services = Services::parse(FILE)?;
    let ids: Vec<String> = services.log_platforms().into_iter().map(|platform| platform.id).collect();
    assert_eq!(ids, ["kibana", "datadog", "cloudwatch", "loki", "splunk", "paper"]);
    let ask = |name: &str| -> Result<_> {
        let service = services.find(name).ok_or("none")?;
        Ok(log_query::queries(&services, Some(service), &values(service)?))
    };
    let loki = ask("payments-api")?;
    assert_eq!(loki.len(), 1);
    assert_eq!(loki[0].query, "{app=\"payments\", env=\"pro\\\"d\"} |= \"ERROR\" != \"health\"");
    let paper = ask("ledger")?;
    assert_eq!(paper[0].query, "shelf \"{shelf}\" of \"the \\\"ledger\\\"\"");
    assert_eq!(paper[0].missing, ["shelf"]);
    Ok(())
}

#[test]
fn the_example_in_the_documents_is_taken() -> Result {
    let services = Services::parse(include_str!("../../../docs/services.toml"))?;
    let payments = services.find("payments-api").ok_or("none")?;
    let all = [payments.deploy.is_some(), payments.rollback.is_some(), payments.status.is_some(), payments.logs.is_some()];
    assert_eq!(all, [true; 4]);
    let lists = [payments.dashboards.len(), payments.repositories.len(), payments.owners.len(), payments.contacts.len()];
    assert!(lists.iter().chain(&[payments.runbooks.len(), payments.depends_on.len(), payments.jargon.len()]).all(|count| *count > 0));
    Ok(())
}

/// A service that is called anything at all; what a file would refuse may still be typed when an incident is declared.
fn called(name: &str) -> Service {
    Service { name: name.to_owned(), ..Service::default() }
}

/// A text within double quotes and what follows it, read as a platform reads it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let (mut value, mut escaped) = (String::new(), false);
    let inside = text.strip_prefix('"')?;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => {
                value.push(c);
                escaped = false;
            }
            '\\' => escaped = true,
            '"' => return Some((value, &inside[at + 1..])),
            _ => value.push(c),
        }
    }
    None
}

/// A bare word or a quoted text, and what follows it.
fn word(text: &str) -> Option<(String, &str)> {
    if text.starts_with('"') {
        return quoted(text);
    }
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c))).unwrap_or(text.len());
    Some((text[..end].to_owned(), &text[end..]))
}

fn query_of(platform: &str, name: &str) -> std::result::Result<String, TestCaseError> {
    let fail = |error: &dyn std::fmt::Display| TestCaseError::fail(error.to_string());
    let service = called(name);
    let values = values(&service).map_err(|error| fail(&error))?;
    let services = Services::parse("").map_err(|error: TeamFileError| fail(&error))?;
    let all = log_query::queries(&services, Some(&service), &values);
    all.into_iter().find(|query| query.platform == platform).map(|query| query.query).ok_or_else(|| fail(&"no query"))
}

proptest! {
    #[test]
    fn no_name_breaks_out_of_a_query(name in "[ -~é\n\t]{1,24}") {
        prop_assume!(!is_blank(&name));
        let line = one_line(&name);
        for (platform, before, after) in [
            ("kibana", "level:ERROR AND service:", " AND @timestamp >= \"2026-11-23T13:50:00Z\""),
            ("datadog", "service:", " status:error"),
        ] {
            let query = query_of(platform, &name)?;
            let read = query.strip_prefix(before).and_then(word);
            prop_assert_eq!(read, Some((line.clone(), after)), "{}", query);
        }
        for (platform, before, after) in [
            ("loki", "{service=", "} |= \"ERROR\""),
            ("splunk", "index=\"main\" service=", " level=ERROR earliest=1795441800 latest=1795443600"),
        ] {
            let query = query_of(platform, &name)?;
            let read = query.strip_prefix(before).and_then(quoted);
            prop_assert_eq!(read, Some((line.clone(), after)), "{}", query);
        }
        let words = shlex::split(&query_of("grep", &name)?);
        let file = format!("/var/log/{line}.log");
        prop_assert_eq!(words, Some(["grep", "-nE", "ERROR|FATAL", "--", &file].map(str::to_owned).to_vec()));
    }

    #[test]
    fn no_value_breaks_out_of_a_command_or_a_link(name in "\\PC{1,24}|[ -~\n\t\0]{1,24}") {
        let values = values(&called(&name)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assume!(!is_blank(&name));
        let words = shlex::split(&values.command("run --for={service} end"));
        let given = format!("--for={}", one_line(&name));
        prop_assert_eq!(words, Some(vec!["run".to_owned(), given, "end".to_owned()]));
        let link = values.link("https://grafana.example/d?var={service}&end=1");
        let value = link.strip_prefix("https://grafana.example/d?var=").and_then(|rest| rest.strip_suffix("&end=1"));
        let value = value.ok_or_else(|| TestCaseError::fail(link.clone()))?;
        prop_assert!(value.chars().all(|c| c.is_ascii_alphanumeric() || "-._~%".contains(c)), "{}", link);
        let back = percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned();
        prop_assert_eq!(back, one_line(&name));
    }
}

#[test]
fn a_word_that_a_platform_reads_as_its_own_is_quoted() -> Result {
    for (name, expected) in [
        ("or", "service:\"or\" status:error"),
        ("-payments", "service:\"-payments\" status:error"),
        ("pay*", "service:\"pay*\" status:error"),
        ("a\" OR status:ok \"", "service:\"a\\\" OR status:ok \\\"\" status:error"),
        ("a\\", "service:\"a\\\\\" status:error"),
    ] {
        assert_eq!(query_of("datadog", name).map_err(|error| error.to_string())?, expected, "{name}");
    }
    Ok(())
}
