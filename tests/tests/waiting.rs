//! Whatever hangs beside the app, a drive or its own window, holds up nothing that does not need it.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::json;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::fake_notifications::FakeNotifications;
use sitrep_tests::process::HeldThread;
use sitrep_tests::wait::until;

/// A P1 warns of its first update 25 minutes after its declaration. These are seconds before now, as faketime takes them.
const IS_WARNED: &str = "-1600";

#[test]
fn a_hundred_repositories_that_do_not_answer_hold_up_no_entry() -> Outcome {
    let desktop = Desktop::start()?;
    let git = desktop.folder().join("bin/git");
    fs::create_dir_all(desktop.folder().join("bin"))?;
    fs::write(&git, "#!/bin/sh\nexec sleep 60\n")?;
    fs::set_permissions(&git, fs::Permissions::from_mode(0o755))?;
    let config = desktop.folder().join("config/sitrep");
    fs::create_dir_all(&config)?;
    let services = format!("[[service]]\nname = \"payments\"\nrepositories = [{:?}]\n", desktop.folder().display().to_string());
    fs::write(config.join("services.toml"), services)?;
    let handle = desktop.sitrep(&["declare", "P1 Payments failing", "--service", "payments"])?.done()?.out;
    let handle = handle.lines().next().unwrap_or_default().to_owned();
    let app = App::open(&desktop)?;

    let read = "for (let i = 0; i < 100; i++) window.__TAURI_INTERNALS__.invoke('recent_changes', arguments[0]).catch(() => {})";
    app.script(read, vec![json!({ "handle": handle, "hours": 2 })])?;
    app.log("still here")?;

    until("what was logged meanwhile", || desktop.timeline_has(&handle, "still here"))?;
    let deadlines = desktop.json(&["deadlines"])?;
    let key = deadlines[0]["key"].as_str().unwrap_or_default();
    let snoozed = app.invoke("snooze", json!({ "handle": handle, "key": key, "minutes": 5 }))?;
    assert!(snoozed.get("refused").is_none(), "{snoozed}");
    Ok(())
}

#[test]
fn a_window_that_hangs_holds_up_no_reminder() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    let service = FakeNotifications::start(&desktop)?;
    let app = App::open(&desktop)?;
    app.invoke("send_test_notification", json!({}))?;
    service.wait_for("Notifications work")?;

    let _held = HeldThread::first_of(desktop.app_ids()[0])?;
    desktop.declare_at(IS_WARNED, "P1 Payments failing")?;

    service.wait_for("Initial alert due")?;
    Ok(())
}
