//! `sitrep doctor` says in plain words what works on this desktop, and beside what does not, what to do.

use std::fs;

use serde_json::Value;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::fake_portal::{FakePortal, Mood};
use sitrep_tests::tray::Tray;
use sitrep_tests::wait::until;
use sitrep_tests::windows::Screen;
use sitrep_tests::{Failure, Outcome};
use zbus::blocking::connection;

/// The lines of one check, as a person reads them.
fn told(report: &str, name: &str) -> Outcome<String> {
    let is_title = |line: &str| line.get(2..3).is_some_and(|letter| letter.trim() != "");
    let mut lines = report.lines().skip_while(|line| !line.get(2..).is_some_and(|line| line.starts_with(name)));
    let first = lines.next().ok_or_else(|| Failure::new(format!("no line about {name} in:\n{report}")))?;
    Ok(std::iter::once(first).chain(lines.take_while(|line| !is_title(line))).collect::<Vec<_>>().join("\n"))
}

fn check(report: &Value, name: &str) -> Outcome<Value> {
    let found = report["checks"].as_array().into_iter().flatten().find(|check| check["name"] == name);
    found.cloned().ok_or_else(|| Failure::new(format!("no check {name} in {report}")))
}

#[test]
fn where_all_is_well_it_says_so_and_sends_a_test() -> Outcome {
    let desktop = Desktop::start()?;
    let _tray = Tray::start(&desktop)?;
    let _logind = connection::Builder::address(desktop.bus())?.name("org.freedesktop.login1")?.build()?;
    let _app = desktop.open_app()?;
    until("the app to have found its key", || Ok(desktop.sitrep(&["doctor"])?.done()?.out.contains("Ctrl+Alt+Space works")))?;
    let report = desktop.sitrep(&["doctor"])?.env("DBUS_SYSTEM_BUS_ADDRESS", desktop.bus()).done()?.out;
    for words in [
        "(read and written)",
        "X11, :",
        "runs, so reminders come",
        "dunst",
        "with actions",
        "this desktop shows icons",
        "logind tells",
        "off: ",
    ] {
        assert!(report.contains(words), "{words}: {report}");
    }
    assert!(report.contains("All of it works.") && !report.contains("\n! "), "{report}");
    desktop.wait_for_notification("Sitrep test: notifications work")?;
    Ok(())
}

#[test]
fn what_does_not_work_is_named_with_what_still_does() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    let screen = Screen::of(&desktop)?;
    screen.hold_control_alt(' ')?;
    let app = App::open(&desktop)?;
    app.wait_for_text("notice-hotkey", "Another program holds")?;
    let nowhere = ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere");
    let answer = desktop.sitrep(&["doctor"])?.env(nowhere.0, nowhere.1).done()?;
    let report = answer.out;
    for (name, words, advice) in [
        ("Hotkey", "Another program holds Ctrl+Alt+Space", "sitrep quick"),
        ("Notifications", "no service shows them", "appear in Sitrep's window"),
        ("Tray", "nothing here shows icons", "in the window too"),
        ("Sleep", "logind cannot be reached", "still reminded of"),
    ] {
        let told = told(&report, name)?;
        assert!(told.starts_with('!') && told.contains(words) && told.contains(advice), "{told}");
    }
    assert!(report.contains("4 things, marked with !"), "{report}");
    app.kill(&desktop)?;
    assert!(told(&desktop.sitrep(&["doctor"])?.done()?.out, "App")?.contains("does not run"));
    Ok(())
}

#[test]
fn on_wayland_it_knows_the_portal_and_otherwise_the_steps() -> Outcome {
    let desktop = Desktop::start()?;
    let on_wayland = |json: bool| -> Outcome<String> {
        let words: &[&str] = if json { &["doctor", "--json"] } else { &["doctor"] };
        Ok(desktop.sitrep(words)?.env("WAYLAND_DISPLAY", "wayland-0").env("XDG_CURRENT_DESKTOP", "sway").done()?.out)
    };
    let told_by_hand = told(&on_wayland(false)?, "Hotkey")?;
    assert!(told_by_hand.contains("bindsym Ctrl+Mod1+space exec") && told_by_hand.contains(" quick"), "{told_by_hand}");
    assert!(!told_by_hand.contains("Ask this desktop"), "{told_by_hand}");
    let _portal = FakePortal::start(&desktop, Mood::Gives)?;
    assert!(told(&on_wayland(false)?, "Hotkey")?.contains("press 'Ask this desktop for the keys'"));
    let hotkey = check(&serde_json::from_str(&on_wayland(true)?)?, "hotkey")?;
    assert_eq!(hotkey["good"], false, "{hotkey}");
    Ok(())
}

#[test]
fn a_session_without_a_bus_or_a_data_folder_still_gets_its_report() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    let answer = desktop
        .sitrep(&["doctor"])?
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        .env("SITREP_DATA_DIR", "/proc/no-such-place")
        .answer()?;
    assert_eq!(answer.code, 0, "it is a report: {answer:?}");
    let data = told(&answer.out, "Data")?;
    assert!(data.starts_with('!') && data.contains("/proc/no-such-place") && data.contains("SITREP_DATA_DIR"), "{data}");
    assert!(told(&answer.out, "Session bus")?.contains("cannot be reached"), "{}", answer.out);
    Ok(())
}

#[test]
fn a_notification_service_that_never_answers_is_said_to_be_silent() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    // Whoever holds the name and serves nothing never replies.
    let _silent = connection::Builder::address(desktop.bus())?.name("org.freedesktop.Notifications")?.build()?;
    let told = told(&desktop.sitrep(&["doctor"])?.done()?.out, "Notifications")?;
    assert!(told.starts_with('!') && told.contains("no answer within"), "{told}");
    Ok(())
}

#[test]
fn start_at_login_is_seen_where_the_app_puts_it() -> Outcome {
    let desktop = Desktop::start()?;
    assert!(told(&desktop.sitrep(&["doctor"])?.done()?.out, "Start at login")?.contains("off: "));
    let config = desktop.folder().join("home/.config");
    let app = App::open_with(&desktop, &[("XDG_CONFIG_HOME", &config.to_string_lossy())])?;
    app.click("settings-button")?;
    app.click("login-on")?;
    until("the entry", || Ok(fs::read_dir(config.join("autostart")).is_ok_and(|entries| entries.count() == 1)))?;
    until("the report to say so", || Ok(told(&desktop.sitrep(&["doctor"])?.done()?.out, "Start at login")?.contains("on, by ")))
}

#[test]
fn a_program_that_took_sitreps_name_keeps_no_window_from_opening() -> Outcome {
    let desktop = Desktop::start()?;
    let _taken = connection::Builder::address(desktop.bus())?.name("app.sitrep.Sitrep.SingleInstance")?.build()?;
    let app = App::open(&desktop)?;
    app.wait_for_text("notice-name", "holds Sitrep's name")?;
    let report = desktop.sitrep(&["doctor"])?.answer()?.out;
    let app_line = told(&report, "App")?;
    assert!(app_line.contains("another program, 'doctor-") && app_line.contains("Close that program"), "{app_line}");
    Ok(())
}
