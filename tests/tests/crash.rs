//! What was entered survives the power cut that follows it.

use std::time::Duration;

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::fake_notifications::{Behaviour, FakeNotifications};
use sitrep_tests::wait::{eventually_within, stays, until};
use sitrep_tests::windows::{Screen, is_quick};

/// The claim of a process that died is taken over after 15 seconds, and looked at again at the latest 20 seconds later.
const TAKEN_OVER: Duration = Duration::from_secs(45);
/// Longer than a beat of the app, so that what was going to come has come.
const A_WHILE: Duration = Duration::from_secs(3);

#[test]
fn an_entry_is_there_when_the_app_is_killed_as_soon_as_enter_is_answered() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    for round in 0..3 {
        let app = App::open(&desktop)?;
        let line = format!("last words {round}");
        app.type_into("log-input", &line)?;
        // The field is emptied when, and only when, the entry is on disk; the kill comes with that.
        app.script(
            "const field = document.querySelector(\"[data-testid='log-input']\"); window.emptied = new Promise((done) => {\
             const look = () => field.value === '' ? done() : requestAnimationFrame(look); look() })",
            vec![],
        )?;
        app.press_in("log-input", Key::Enter)?;
        app.promise("window.emptied")?;
        app.kill(&desktop)?;
        assert!(desktop.timeline_has(&handle, &line)?, "{:?}", desktop.timeline(&handle)?);
    }
    Ok(())
}

#[test]
fn a_quick_entry_is_there_when_the_app_is_killed_as_its_window_goes() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.open_quick_entry(&desktop)?;
    desktop.type_text("last words")?;
    desktop.press(&["Return"])?;
    Screen::of(&desktop)?.wait_until_gone("quick entry", is_quick)?;
    app.kill(&desktop)?;
    assert!(desktop.timeline_has(&handle, "last words")?, "{:?}", desktop.timeline(&handle)?);
    Ok(())
}

#[test]
fn sitrep_log_is_on_disk_once_it_has_printed() -> Outcome {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    for round in 0..10 {
        let line = format!("last words {round}");
        let mut child = desktop.sitrep(&["log", &line])?.into_command().stdout(Stdio::piped()).spawn()?;
        let mut printed = String::new();
        if let Some(pipe) = child.stdout.take() {
            BufReader::new(pipe).read_line(&mut printed)?;
        }
        child.kill()?;
        child.wait()?;
        assert!(printed.contains("Logged at"), "{printed}");
        assert!(desktop.timeline_has(&handle, &line)?, "{line}");
    }
    Ok(())
}

#[test]
fn a_draft_survives_a_crash() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.type_into("log-input", "half a thought")?;
    until("the draft to be kept", || Ok(desktop.drafts()?.iter().any(|draft| draft == "half a thought")))?;
    app.kill(&desktop)?;
    let app = App::open(&desktop)?;
    until("the draft", || Ok(app.value("log-input")? == "half a thought"))
}

#[test]
fn a_reminder_comes_though_the_app_was_killed_before_it_was_shown() -> Outcome {
    reminded_through(Behaviour::KillsThenShowsNothing, 1)
}

#[test]
fn a_reminder_comes_twice_at_most_when_the_app_was_killed_as_it_was_shown() -> Outcome {
    reminded_through(Behaviour::ShowsThenKills, 2)
}

/// What was killed after the mark is in `remind.rs`.
fn reminded_through(behaviour: Behaviour, times: usize) -> Outcome {
    let desktop = Desktop::without_notifications()?;
    desktop.follow_policy_of_updates()?;
    let service = FakeNotifications::start(&desktop)?;
    service.behave(behaviour);
    desktop.declare_at("-1600", "P1 Payments failing")?;
    desktop.open_app()?.ended()?;
    assert_eq!(desktop.shown_reminders()?, 0, "it is not marked");
    desktop.wait_until_forgotten()?;
    let _again = desktop.open_app()?;
    eventually_within(TAKEN_OVER, "the reminder", || Ok((service.count("Initial alert") == times).then_some(())))?;
    until("the mark on disk", || Ok(desktop.shown_reminders()? == 1))?;
    stays(A_WHILE, "no more of them", || Ok(service.count("Initial alert") == times))
}
