//! The app starts with the desktop when that is asked for: without a window, and reminding all the same.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::{eventually, stays, until};
use sitrep_tests::windows::{Screen, is_main};
use sitrep_tests::{Outcome, binaries};

/// As on most people's machines: the desktop reads its configuration where the entry is written.
fn config(desktop: &Desktop) -> PathBuf {
    desktop.folder().join("home/.config")
}

fn entries(desktop: &Desktop) -> Vec<PathBuf> {
    let files = fs::read_dir(config(desktop).join("autostart"));
    files.into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

#[test]
fn one_click_starts_it_at_login_and_another_stops_that() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open_with(&desktop, &[("XDG_CONFIG_HOME", &config(&desktop).to_string_lossy())])?;
    app.click("settings-button")?;
    app.element("login-off")?;
    assert!(entries(&desktop).is_empty(), "off until asked for");

    app.click("login-on")?;
    let start = eventually("the desktop's entry", || {
        let entry = entries(&desktop).first().map(fs::read_to_string).transpose()?.unwrap_or_default();
        Ok(entry.lines().find_map(|line| line.strip_prefix("Exec=").map(str::to_owned)))
    })?;
    assert_eq!(start, format!("{} --background", binaries::desktop_app()?.display()));

    app.click("login-off")?;
    until("the entry to be gone", || Ok(entries(&desktop).is_empty()))
}

#[test]
fn an_entry_that_the_desktop_would_not_read_is_refused_in_words() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.click("settings-button")?;
    app.click("login-on")?;
    app.wait_for_text("refusal", "Start at login was not changed")?;
    app.until_script("the row to go back", "return document.querySelector(`[data-testid='login-off'] input`)?.checked === true")?;
    assert!(entries(&desktop).is_empty());
    Ok(())
}

#[test]
fn started_at_login_it_shows_no_window_and_reminds() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.follow_policy_of_updates()?;
    desktop.declare_at("-1600", "P1 Payments failing")?;
    let _app = desktop.open_app_with(&["--background"], |_| {})?;
    desktop.wait_for_notification("Initial alert due")?;
    let screen = Screen::of(&desktop)?;
    stays(Duration::from_secs(1), "no window on the screen", || Ok(!screen.shows(is_main)?))?;
    desktop.open_app_with(&["--background"], |_| {})?.ended()?;
    assert!(!screen.shows(is_main)?, "nor does a second login bring one");
    desktop.sitrep(&[])?.done()?;
    screen.wait_until_active("the main window to be in front", is_main)
}
