//! The team's own policy is followed while the app is open, shown where it comes from, and a bad file changes nothing.

use std::fs;

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

/// Where a person keeps the file; the folder exists before the app starts.
fn policy_file(desktop: &Desktop) -> Outcome<std::path::PathBuf> {
    let report = desktop.json(&["doctor"])?;
    let folder = std::path::PathBuf::from(report["config"].as_str().unwrap_or_default());
    fs::create_dir_all(&folder)?;
    Ok(folder.join("policy.toml"))
}

#[test]
fn a_changed_policy_holds_at_once_in_the_open_window() -> Outcome {
    let desktop = Desktop::start()?;
    let file = policy_file(&desktop)?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.wait_for_text("deadline-update", "29:")?;
    fs::write(&file, "[severity.P1]\nupdate_every_minutes = 20\n")?;
    app.wait_for_text("deadline-update", "19:")?;
    app.wait_for_row("Policy changed: severity.P1.update_every_minutes from 30 to 20")?;

    app.click("settings-button")?;
    app.wait_for_text("policy-value", "policy.toml, line 2")?;
    fs::write(&file, "[severity.P1]\nupdate_every_minutes = 'soon'\n")?;
    app.wait_for_text("policy-problem", "line 2, severity.P1.update_every_minutes")?;
    assert!(desktop.timeline_has(&handle, "Policy changed")?);
    Ok(())
}

#[test]
fn doctor_says_where_each_value_comes_from() -> Outcome {
    let desktop = Desktop::start()?;
    let file = policy_file(&desktop)?;
    fs::write(&file, "# ours\n[severity.P0]\nupdate_every_minutes = 10\n")?;
    let report = desktop.sitrep(&["doctor"])?.done()?.out;
    for words in
        ["update_every_minutes = 10  (policy.toml, line 3)", "severity.P1.update_every_minutes = 30  (built in)", "read and written"]
    {
        assert!(report.contains(words), "{words}: {report}");
    }
    fs::write(&file, "[severity.P0]\nupdate_evry_minutes = 10\n")?;
    until("the problem", || {
        Ok(desktop.sitrep(&["doctor"])?.done()?.out.contains("is not followed: line 2, severity.P0.update_evry_minutes"))
    })
}
