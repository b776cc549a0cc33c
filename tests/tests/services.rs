//! What the team wrote down of its services is at hand in the incident.

use std::fs;

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::browser::Browser;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

const SERVICES: &str = r#"[[service]]
name = "payments"
owners = ["team-pay"]
contacts = [{ who = "Database on call", how = "+49 30 901820" }]
runbooks = ["payments.md", "https://wiki.example.com/{service}"]
depends_on = ["ledger"]

[[service.dashboards]]
title = "Overview"
url = "https://grafana.example.com/d/{service}"
"#;

#[test]
fn owners_contacts_runbooks_and_dashboards_are_one_press_away() -> Outcome {
    let desktop = Desktop::start()?;
    let config = desktop.folder().join("config/sitrep");
    fs::create_dir_all(&config)?;
    fs::write(config.join("services.toml"), SERVICES)?;
    let browser = Browser::stand_in(&desktop)?;
    desktop.sitrep(&["declare", "P1 Payments failing", "--service", "payments"])?.done()?;

    let app = App::open(&desktop)?;
    app.click("tab-team")?;
    app.wait_for_text("service-help", "owned by team-pay")?;
    app.wait_for_text("service-help", "ledger")?;
    app.click("copy-contact")?;
    until("the number on the clipboard", || Ok(desktop.clipboard()? == "+49 30 901820"))?;
    app.click("copy-runbook")?;
    until("the path on the clipboard", || Ok(desktop.clipboard()?.ends_with("/runbooks/payments.md")))?;
    app.click("open-runbook")?;
    browser.wait_for(&["https://wiki.example.com/payments"])?;
    app.click("tab-investigate")?;
    app.click("begin-dashboards")?;
    app.click("dashboard-0")?;
    browser.wait_for(&["https://wiki.example.com/payments", "https://grafana.example.com/d/payments"])
}
