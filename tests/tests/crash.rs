//! What was entered survives the power cut that follows it.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_quick};

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
