//! A newcomer tries everything in a folder apart, and nothing of it touches real data.

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::Screen;

#[test]
fn practice_is_marked_alive_and_apart() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.click("start-practice")?;
    app.element("practice-banner")?;
    app.element("next-step")?;
    until("some history", || Ok(app.rows()?.len() > 3))?;
    app.log("practising")?;
    app.wait_for_row("practising")?;
    assert_eq!(desktop.json(&["list"])?, serde_json::json!([]), "the real folder holds nothing");
    let practised = desktop.sitrep(&["--practice", "timeline"])?.done()?.out;
    assert!(practised.contains("practising"), "{practised}");

    app.click("leave-practice")?;
    app.wait_for_words("All quiet")?;
    assert!(!app.shows("practice-banner")?);
    Ok(())
}

#[test]
fn real_incidents_stay_as_they_are() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    desktop.sitrep(&["log", "real work"])?.done()?;
    let before = (desktop.json(&["list"])?, desktop.timeline(&handle)?);
    let _app = desktop.open_app_with(&["--practice"], |_| {})?;
    Screen::of(&desktop)?.wait_for("the practice window", |title| title.contains("Sitrep practice"))?;
    desktop.sitrep(&["practice"])?.done()?;
    desktop.sitrep(&["--practice", "log", "practising"])?.done()?;
    desktop.sitrep(&["--practice", "resolve", "--reason", "over"])?.done()?;
    assert_eq!((desktop.json(&["list"])?, desktop.timeline(&handle)?), before);
    Ok(())
}

#[test]
fn sitrep_practice_opens_the_app_on_it() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.wait_for_words("All quiet")?;
    desktop.sitrep(&["practice"])?.done()?;
    app.element("practice-banner")?;
    Ok(())
}
