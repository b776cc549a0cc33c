//! An alert that is pasted becomes an incident with its runbook open, or goes to the one that is there.

use std::fs;

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

const RUNBOOK: &str = "---
alerts: [PaymentErrorsHigh]
service: payments-api
---
# Payment errors high

## Steps

### 1. Verify the problem
```bash
kubectl get pods -l app={{service}}
```
**Expected**: all pods ready
";

fn alertmanager(state: &str) -> String {
    let started = chrono::Utc::now() - chrono::TimeDelta::minutes(4);
    let one = |name: &str| {
        format!(
            r#"{{"status": "{state}", "labels": {{"alertname": "{name}", "service": "payments-api", "severity": "critical"}},
                "annotations": {{"summary": "{name}: payments fail"}}, "startsAt": "{}", "endsAt": "0001-01-01T00:00:00Z",
                "generatorURL": "", "fingerprint": "{name}"}}"#,
            started.to_rfc3339()
        )
    };
    let alerts = [one("PaymentErrorsHigh"), one("CheckoutLatencyHigh"), one("PaymentPoolWait")].join(",\n");
    format!(
        r#"{{"version": "4", "groupKey": "g", "truncatedAlerts": 2, "status": "{state}", "receiver": "sitrep", "groupLabels": {{}}, "commonLabels": {{}},
            "commonAnnotations": {{}}, "externalURL": "https://alertmanager.example", "alerts": [{alerts}]}}"#
    )
}

fn with_a_runbook() -> Outcome<Desktop> {
    let desktop = Desktop::start()?;
    let folder = desktop.folder().join("config/sitrep/runbooks");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("errors-high.md"), RUNBOOK)?;
    Ok(desktop)
}

#[test]
fn a_pasted_alert_is_declared_with_its_runbook_open_in_two_keys() -> Outcome {
    let desktop = with_a_runbook()?;
    let app = App::open(&desktop)?;
    desktop.put_on_clipboard("UTF8_STRING", alertmanager("firing").as_bytes())?;
    desktop.press(&["ctrl+v"])?;
    app.wait_for_text("alert-storm", "Storm: 3 alerts on payments-api at once.")?;
    app.wait_for_words("The sender left out 2 more alerts")?;
    app.wait_for_words("Not declared yet.")?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_text("run-progress", "Step 1 of 1")?;
    app.wait_for_text("run-command-1", "kubectl get pods -l app=payments-api")?;
    let handle = desktop.json(&["list"])?[0]["handle"].as_str().unwrap_or_default().to_owned();
    let told = desktop.timeline(&handle)?;
    assert_eq!(told.iter().filter(|line| line.starts_with("Alert: ")).count(), 3, "{told:?}");
    assert!(told.iter().any(|line| line == "Detected by an alert"), "{told:?}");
    Ok(())
}

#[test]
fn an_alert_pasted_into_the_log_is_read_as_one_and_goes_to_its_incident() -> Outcome {
    let desktop = with_a_runbook()?;
    let handle = desktop.declare("P1 Payments failing")?;
    desktop.sitrep(&["alert", "-", "--add", "-i", &handle])?.input(&alertmanager("firing")).done()?;
    let app = App::open(&desktop)?;
    app.click("log-input")?;
    desktop.put_on_clipboard("UTF8_STRING", alertmanager("resolved").as_bytes())?;
    desktop.press(&["ctrl+v"])?;
    app.wait_for_words("It never declares.")?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_row("Recovered: PaymentErrorsHigh: payments fail")?;
    assert_eq!(desktop.json(&["list"])?.as_array().map(Vec::len), Some(1), "nothing was declared");

    desktop.put_on_clipboard("UTF8_STRING", b"{not an alert}")?;
    app.click("log-input")?;
    desktop.press(&["ctrl+v"])?;
    until("the words in the line", || Ok(app.value("log-input")? == "{not an alert}"))
}

#[test]
fn a_link_fills_the_form_and_never_declares() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    desktop.open_app_with(&["sitrep://declare?title=Search%20down&severity=P1&service=search&started=-10m"], |_| {})?.ended()?;
    until("the form to be filled", || Ok(app.value("declare-line")? == "Search down"))?;
    assert_eq!(desktop.json(&["list"])?.as_array().map(Vec::len), Some(0), "a person declares");
    app.press_in("declare-line", Key::Enter)?;
    app.wait_for_row("Declared P1: Search down")
}
