//! The tray shows the active incidents and acts on them.

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::tray::Tray;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_main, is_quick};

#[test]
fn its_menu_holds_the_active_incidents() -> Outcome {
    let desktop = Desktop::start()?;
    let tray = Tray::start(&desktop)?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    tray.wait_for("P1 Payments failing")?;
    desktop.declare("P2 Search is slow")?;
    tray.wait_for("P2 Search is slow")?;
    let due = || -> Outcome<Vec<String>> {
        let labels = tray.menu()?.into_iter().map(|line| line.label);
        Ok(labels.filter(|label| label.contains("due in") && !label.contains("next:")).collect())
    };
    until("both to say what is due", || Ok(due()?.len() == 2))?;
    let before = due()?;
    until("what is due to count down", || Ok(due()? != before))?;
    let headline = tray.menu()?.into_iter().next().map(|line| line.label).unwrap_or_default();
    assert!(headline.starts_with("2 active, next: Impact due in"), "{headline}");
    assert!(!app.shows("notice-tray")?, "nothing is said of a tray that is there");
    let payments = desktop.json(&["list"])?[0]["handle"].as_str().unwrap_or_default().to_owned();
    desktop.sitrep(&["resolve", "--reason", "over", "-i", &payments])?.done()?;
    until("the resolved incident to leave", || Ok(tray.menu()?.iter().filter(|line| line.label.starts_with('P')).count() == 1))
}

#[test]
fn without_a_place_of_the_session_its_icon_is_in_a_folder_of_its_own() -> Outcome {
    let desktop = Desktop::start()?;
    let tray = Tray::start(&desktop)?;
    desktop.declare("P1 Payments failing")?;
    let shared = desktop.folder().join("shared");
    std::fs::create_dir(&shared)?;
    let _app = App::open_with(&desktop, &[("XDG_RUNTIME_DIR", ""), ("TMPDIR", &shared.to_string_lossy())])?;
    tray.wait_for("P1 Payments failing")?;
    let own = desktop.data().join("session");
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&own)?.permissions());
    assert_eq!((mode & 0o777, std::fs::read_dir(&own)?.count()), (0o700, 1));
    assert!(std::fs::read_dir(&shared)?.flatten().all(|file| !file.file_name().to_string_lossy().contains("tray")));
    Ok(())
}

#[test]
fn its_lines_act_with_the_main_window_closed() -> Outcome {
    let desktop = Desktop::start()?;
    let tray = Tray::start(&desktop)?;
    let handle = desktop.declare("P1 Payments failing")?;
    let _app = desktop.open_app()?;
    tray.wait_for("P1 Payments failing")?;
    desktop.close_main_window()?;
    let screen = Screen::of(&desktop)?;
    tray.press("Snooze 5 min")?;
    until("the snooze", || Ok(desktop.deadline(&handle, "update")?["state"] == "snoozed"))?;
    tray.press("Log an entry")?;
    screen.wait_until_active("quick entry to have the keyboard", is_quick)?;
    tray.press("P1 Payments failing")?;
    screen.wait_until_active("the main window to be in front", is_main)
}

/// What a notification offers, the tray offers too.
#[test]
fn it_answers_what_the_reminders_ask() -> Outcome {
    let desktop = Desktop::start()?;
    let tray = Tray::start(&desktop)?;
    let handle = desktop.declare_at("-5500", "P1 Payments failing")?;
    desktop.sitrep_at("-400", &["update", "--sent", "--set", "impact=EU cards", "--set", "incident_commander=@ana"])?;
    let _app = desktop.open_app()?;
    tray.press("Not sent")?;
    until("the update to be taken back", || desktop.timeline_has(&handle, "was not sent"))?;
    tray.press("Not yet")?;
    until("the answer", || desktop.timeline_has(&handle, "Not escalated yet"))?;
    desktop.sitrep(&["snooze", "0", "--deadline", "escalation"])?.done()?;
    tray.press("Escalate to P0")?;
    until("the escalation", || Ok(desktop.json(&["show"])?["severity"] == "P0"))?;

    let fresh = desktop.declare("P1 Search down")?;
    tray.press("Acknowledge")?;
    until("the responder", || desktop.timeline_has(&fresh, "Acknowledged"))
}

#[test]
fn with_a_tray_the_window_closes_and_the_app_stays_even_when_all_is_quiet() -> Outcome {
    let desktop = Desktop::start()?;
    let tray = Tray::start(&desktop)?;
    let mut app = desktop.open_app()?;
    until("the icon", || Ok(!tray.menu()?.is_empty()))?;
    desktop.close_main_window()?;
    assert!(app.is_running()?);
    desktop.sitrep(&[])?.done()?;
    Screen::of(&desktop)?.wait_until_active("the main window to be in front", is_main)?;
    tray.press("Quit")?;
    app.ended().map(|_| ())
}
