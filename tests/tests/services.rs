//! What the team wrote down of its services is at hand in the incident.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
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

/// Takes the place of the person's browser and writes down what it is given.
const BROWSER: &str = "#!/bin/sh\nprintf '%s\\n' \"$@\" >> \"$(dirname \"$0\")/opened\"\n";

#[test]
fn owners_contacts_runbooks_and_dashboards_are_one_press_away() -> Outcome {
    let desktop = Desktop::start()?;
    let (config, bin) = (desktop.folder().join("config/sitrep"), desktop.folder().join("bin"));
    fs::create_dir_all(&config)?;
    fs::write(config.join("services.toml"), SERVICES)?;
    fs::create_dir_all(&bin)?;
    fs::write(bin.join("xdg-open"), BROWSER)?;
    fs::set_permissions(bin.join("xdg-open"), fs::Permissions::from_mode(0o755))?;
    desktop.sitrep(&["declare", "P1 Payments failing", "--service", "payments"])?.done()?;
    let opened = || Ok::<_, sitrep_tests::Failure>(fs::read_to_string(bin.join("opened")).unwrap_or_default());

    let app = App::open(&desktop)?;
    app.click("tab-team")?;
    app.wait_for_text("service-help", "owned by team-pay")?;
    app.wait_for_text("service-help", "ledger")?;
    app.click("copy-contact")?;
    until("the number on the clipboard", || Ok(desktop.clipboard()? == "+49 30 901820"))?;
    app.click("copy-runbook")?;
    until("the path on the clipboard", || Ok(desktop.clipboard()?.ends_with("/runbooks/payments.md")))?;
    app.click("open-runbook")?;
    until("the runbook in the browser", || Ok(opened()? == "https://wiki.example.com/payments\n"))?;
    app.click("tab-investigate")?;
    app.click("begin-dashboards")?;
    app.click("dashboard-0")?;
    until("the dashboard in the browser", || Ok(opened()?.ends_with("https://grafana.example.com/d/payments\n")))
}
