//! A real Alertmanager that is watched: what fires is a notification, and a person declares.

use serde_json::json;
use sitrep_tests::Outcome;
use sitrep_tests::alertmanager::Alertmanager;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

fn watched(app: &App, alertmanager: &Alertmanager) -> Outcome {
    app.click("settings-button")?;
    app.type_into("alert-source-name", "production")?;
    app.type_into("alert-source-url", &alertmanager.url())?;
    app.click("add-alert-source")?;
    app.wait_for_text("alert-sources", "production")
}

#[test]
fn what_fires_is_a_notification_and_is_declared_by_a_person() -> Outcome {
    let alertmanager = Alertmanager::start()?;
    alertmanager.fire(&json!({ "alertname": "PaymentErrorsHigh", "service": "payments-api", "severity": "critical" }))?;
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    watched(&app, &alertmanager)?;
    desktop.wait_for_notification("Firing: PaymentErrorsHigh on payments-api")?;
    assert_eq!(desktop.json(&["list"])?.as_array().map(Vec::len), Some(0), "it never declares");
    desktop.press_notification("Firing: PaymentErrorsHigh", "Declare…")?;
    app.wait_for_words("Not declared yet.")?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_row("Alert: Payments fail (Alertmanager")?;
    until("the incident", || Ok(desktop.json(&["list"])?[0]["severity"] == "P1"))
}

#[test]
fn one_that_does_not_answer_is_said_and_nothing_else_is_hindered() -> Outcome {
    let alertmanager = Alertmanager::start()?;
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    let address = alertmanager.url();
    drop(alertmanager);
    app.click("settings-button")?;
    app.type_into("alert-source-name", "production")?;
    app.type_into("alert-source-url", &address)?;
    app.click("add-alert-source")?;
    app.wait_for_words("'production' is not watched now.")?;
    app.click("leave-alert-source")?;
    app.wait_until_gone("Watch no more")
}
