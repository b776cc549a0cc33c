//! Alerts that are pasted: previewed, declared, added, recovered.

mod support;

use sitrep_core::vocabulary::{Detection, Role, Severity, VerificationCheck};
use sitrep_workstation::Error;
use sitrep_workstation::acts::AlertInput;
use support::{Bench, Result};

/// Alertmanager's webhook: what each alert is called, its state and the minute of 13:.. at which it began.
fn alertmanager(alerts: &[(&str, &str, u32)]) -> AlertInput {
    let one = |(name, state, minute): &(&str, &str, u32)| {
        format!(
            r#"{{"status": "{state}", "labels": {{"alertname": "{name}", "service": "payments-api", "severity": "critical", "cluster": "eu-1"}},
               "annotations": {{"summary": "{name} on payments", "runbook_url": "https://git.example/runbooks/blob/main/errors-high.md"}},
               "startsAt": "2026-11-23T13:{minute:02}:00Z", "endsAt": "0001-01-01T00:00:00Z",
               "generatorURL": "https://prometheus.example/graph", "fingerprint": "{name}-1"}}"#
        )
    };
    let all: Vec<String> = alerts.iter().map(one).collect();
    let text = format!(
        r#"{{"version": "4", "groupKey": "{{}}", "truncatedAlerts": 0, "status": "firing", "receiver": "sitrep", "groupLabels": {{}},
            "commonLabels": {{}}, "commonAnnotations": {{}}, "externalURL": "https://alertmanager.example", "alerts": [{}]}}"#,
        all.join(",")
    );
    AlertInput { text, ..AlertInput::default() }
}

fn code<T>(done: std::result::Result<T, Error>) -> &'static str {
    done.map_or_else(|error| error.code(), |_| "done")
}

#[test]
fn an_alert_becomes_an_incident_with_its_own_onset_and_service() -> Result {
    let bench = Bench::new()?;
    let input = alertmanager(&[("PaymentErrorsHigh", "firing", 52)]);
    let preview = bench.room.preview_alerts(&input)?;
    let proposal = preview.proposal.ok_or("it fires")?;
    assert_eq!((proposal.severity, proposal.onset.as_deref()), (Some(Severity::P1), Some("13:52 UTC, 8 min ago")));
    assert_eq!(bench.room.list()?.len(), 0, "nothing is recorded by looking");

    let declared = bench.room.declare_alerts(&input)?;
    assert_eq!((declared.title.as_str(), declared.severity), ("PaymentErrorsHigh on payments", Severity::P1));
    let screen = bench.room.incident_screen(&declared.handle)?;
    assert!(screen.since.contains("13:52 UTC"), "{}", screen.since);
    assert_eq!(screen.triage.detected, Some(Detection::Alert));
    let findings = bench.room.investigation(&declared.handle)?.findings;
    assert_eq!(findings.len(), 1);
    assert!(findings[0].text.contains("cluster eu-1"), "{}", findings[0].text);
    let lines: Vec<String> = bench.room.timeline(Some(&declared.handle))?.into_iter().map(|row| row.text).collect();
    assert!(
        lines.iter().any(|line| line.starts_with("Alert: PaymentErrorsHigh on payments (Alertmanager, firing since 13:52 UTC)")),
        "{lines:?}"
    );
    Ok(())
}

#[test]
fn three_of_one_service_are_a_storm_and_one_incident() -> Result {
    let bench = Bench::new()?;
    let input = alertmanager(&[("PaymentErrorsHigh", "firing", 52), ("CheckoutLatencyHigh", "firing", 53), ("PoolWait", "firing", 54)]);
    let preview = bench.room.preview_alerts(&input)?;
    assert_eq!(preview.storm.as_deref(), Some("Storm: 3 alerts on payments-api in 2 min. One incident takes them all."));
    let some = AlertInput { picked: vec![1, 2], ..input };
    let declared = bench.room.declare_alerts(&some)?;
    let screen = bench.room.incident_screen(&declared.handle)?;
    assert!(screen.since.contains("13:53 UTC"), "the earliest of those that were picked: {}", screen.since);
    Ok(())
}

#[test]
fn a_recovery_never_declares_and_is_told_of_its_incident() -> Result {
    let bench = Bench::new()?;
    let declared = bench.room.declare_alerts(&alertmanager(&[("PaymentErrorsHigh", "firing", 52)]))?;
    let recovered = alertmanager(&[("PaymentErrorsHigh", "resolved", 52)]);
    assert_eq!(code(bench.room.declare_alerts(&recovered)), "nothing_fires");
    let preview = bench.room.preview_alerts(&recovered)?;
    assert_eq!(preview.proposal, None);
    assert_eq!(
        preview.belongs_to.iter().map(|one| (one.handle.as_str(), one.likely)).collect::<Vec<_>>(),
        [(declared.handle.as_str(), true)]
    );

    bench.clock.set_minutes(30);
    bench.room.add_alerts(&declared.handle, &recovered)?;
    bench.room.add_alerts(&declared.handle, &recovered)?;
    let lines: Vec<String> = bench.room.timeline(Some(&declared.handle))?.into_iter().map(|row| row.text).collect();
    assert_eq!(lines.iter().filter(|line| line.starts_with("Recovered")).count(), 1, "{lines:?}");
    let alert = bench.room.timeline(Some(&declared.handle))?.into_iter().find(|row| row.text.starts_with("Alert: ")).ok_or("its line")?.id;
    let offered = bench.room.incident_screen(&declared.handle)?.verification.recoveries;
    assert_eq!(offered.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["PaymentErrorsHigh recovered 14:30 UTC"]);
    bench.room.recovery_as_evidence(&declared.handle, offered[0].alert)?;
    assert_eq!(offered[0].alert, alert);
    let checks = bench.room.incident_screen(&declared.handle)?.verification.checks;
    let seen = checks.iter().find(|check| check.check == VerificationCheck::ErrorRate).and_then(|check| check.evidence.clone());
    let seen = seen.ok_or("it is evidence")?;
    assert_eq!((seen.text.as_str(), seen.source), ("the alert PaymentErrorsHigh on payments recovered at 14:30 UTC", Some(alert)));
    assert!(bench.room.incident_screen(&declared.handle)?.verification.recoveries.is_empty(), "it is offered once");
    Ok(())
}

#[test]
fn a_recovery_tells_the_time_that_its_sender_told() -> Result {
    let bench = Bench::new()?;
    let declared = bench.room.declare_alerts(&alertmanager(&[("PaymentErrorsHigh", "firing", 52)]))?;
    bench.clock.set_minutes(30);
    let recovered = alertmanager(&[("PaymentErrorsHigh", "resolved", 52)]).text.replace("0001-01-01T00:00:00Z", "2026-11-23T14:21:00Z");
    bench.room.add_alerts(&declared.handle, &AlertInput { text: recovered, ..AlertInput::default() })?;
    let offered = bench.room.incident_screen(&declared.handle)?.verification.recoveries;
    assert_eq!(offered.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["PaymentErrorsHigh recovered 14:21 UTC"]);
    Ok(())
}

#[test]
fn what_an_alert_links_to_stands_among_the_dashboards_once() -> Result {
    let bench = Bench::new()?;
    let two = alertmanager(&[("PaymentErrorsHigh", "firing", 52), ("PoolWait", "firing", 55)]);
    let declared = bench.room.declare_alerts(&two)?;
    let links = bench.room.dashboards(&declared.handle)?.links;
    let graph: Vec<&str> =
        links.iter().filter(|link| link.url == "https://prometheus.example/graph").map(|link| link.service.as_str()).collect();
    assert_eq!(graph, ["PaymentErrorsHigh"], "{links:?}");
    assert!(links.iter().all(|link| link.title != "Runbook"), "{links:?}");
    Ok(())
}

#[test]
fn what_an_incident_has_is_not_added_again() -> Result {
    let bench = Bench::new()?;
    let first = alertmanager(&[("PaymentErrorsHigh", "firing", 52)]);
    let declared = bench.room.declare_alerts(&first)?;
    let both = alertmanager(&[("PaymentErrorsHigh", "firing", 52), ("PoolWait", "firing", 55)]);
    bench.room.add_alerts(&declared.handle, &both)?;
    bench.room.add_alerts(&declared.handle, &both)?;
    let lines: Vec<String> = bench.room.timeline(Some(&declared.handle))?.into_iter().map(|row| row.text).collect();
    assert_eq!(lines.iter().filter(|line| line.starts_with("Alert: ")).count(), 2, "{lines:?}");
    Ok(())
}

#[test]
fn the_runbook_that_the_alert_links_to_is_offered_first() -> Result {
    let bench = Bench::new()?;
    let folder = bench.folder.path().join("config/runbooks");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("errors-high.md"), "# Something\n\n## Steps\n### 1. Look\n```bash\ntrue\n```\n")?;
    std::fs::write(folder.join("payment-errors.md"), "---\nservice: payments-api\n---\n# Payment errors\n")?;
    let preview = bench.room.preview_alerts(&alertmanager(&[("PaymentErrorsHigh", "firing", 52)]))?;
    let runbook = preview.proposal.and_then(|proposal| proposal.runbook).ok_or("a runbook")?;
    assert_eq!((runbook.path.as_str(), runbook.reason.as_str()), ("runbooks/errors-high.md", "Suggested: the alert links to it."));
    Ok(())
}

#[test]
fn what_is_no_alert_says_what_is_missing() -> Result {
    let bench = Bench::new()?;
    for (text, wanted) in [("rolled back to v312", "no_alert"), ("{\"alerts\": [", "cut_off"), ("{\"hello\": 1}", "unknown_json")] {
        let input = AlertInput { text: text.into(), ..AlertInput::default() };
        let found = code(bench.room.preview_alerts(&input));
        assert!(found.contains(wanted) || wanted == "no_alert" && found == "not_an_alert", "{text}: {found}");
    }
    std::fs::create_dir_all(bench.folder.path().join("config"))?;
    std::fs::write(bench.folder.path().join("config/alerts.toml"), "[[source]]\nname = 3\n")?;
    let unmapped = AlertInput { text: "{\"hello\": 1}".into(), ..AlertInput::default() };
    assert_eq!(code(bench.room.preview_alerts(&unmapped)), "bad_alert_mappings");
    let notes = bench.room.preview_alerts(&alertmanager(&[("A", "firing", 52)]))?.notes;
    assert!(notes.iter().any(|note| note.starts_with("alerts.toml is not followed")), "what needs no mapping is read: {notes:?}");
    Ok(())
}

#[test]
fn a_commander_who_takes_an_alert_in_has_not_debugged() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let author = bench.room.settings()?.author;
    bench.room.assign_role(&handle, Role::IncidentCommander, Some(&author))?;
    bench.room.add_alerts(&handle, &alertmanager(&[("PaymentErrorsHigh", "firing", 52)]))?;
    assert_eq!(bench.room.incident_screen(&handle)?.debugging, None);
    Ok(())
}
