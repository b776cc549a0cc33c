//! What is typed lands where it was seen to go, while others write to the same data.

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::tray::Tray;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_quick};

#[test]
fn quick_entry_goes_where_it_was_shown_though_another_process_writes() -> Outcome {
    let desktop = Desktop::start()?;
    let checkout = desktop.declare("P1 Checkout is down")?;
    let search = desktop.declare("P2 Search is slow")?;
    let app = App::open(&desktop)?;
    desktop.close_main_window()?;
    app.open_quick_entry(&desktop)?;
    app.wait_for_text("quick-target", "Search is slow")?;

    desktop.type_text("restarted ")?;
    desktop.sitrep(&["log", "-i", &checkout, "from the terminal"])?.done()?;
    desktop.type_text("the pool")?;
    app.wait_for_text("quick-target", "Search is slow")?;
    desktop.press(&["Return"])?;

    app.wait_for_text("quick-sign", "Search is slow")?;
    assert!(desktop.timeline_has(&search, "restarted the pool")?);
    assert!(!desktop.timeline_has(&checkout, "restarted the pool")?);
    Screen::of(&desktop)?.wait_until_gone("quick entry, once it was seen where the line went", is_quick)
}

#[test]
fn quick_entry_over_the_window_goes_to_the_incident_that_is_open_there() -> Outcome {
    let desktop = Desktop::start()?;
    let checkout = desktop.declare("P1 Checkout is down")?;
    let app = App::open(&desktop)?;
    app.wait_for_row("Declared P1")?;
    desktop.declare("P2 Search is slow")?;
    desktop.focus_window("the main window", sitrep_tests::windows::is_main)?;
    app.open_quick_entry(&desktop)?;
    app.wait_for_text("quick-target", "Checkout is down")?;
    desktop.type_text("restarted the pool")?;
    desktop.press(&["Return"])?;
    until("the entry", || desktop.timeline_has(&checkout, "restarted the pool"))
}

#[test]
fn the_trays_line_logs_to_the_incident_that_it_stands_under() -> Outcome {
    let desktop = Desktop::start()?;
    let tray = Tray::start(&desktop)?;
    let checkout = desktop.declare("P1 Checkout is down")?;
    let app = App::open(&desktop)?;
    desktop.declare("P2 Search is slow")?;
    tray.wait_for("P2 Search is slow")?;
    // The first of them stands under the first incident, the most severe.
    tray.press("Log an entry")?;
    app.wait_for_quick_entry(&desktop)?;
    app.wait_for_text("quick-target", "Checkout is down")?;
    desktop.type_text("restarted the pool")?;
    desktop.press(&["Return"])?;
    until("the entry", || desktop.timeline_has(&checkout, "restarted the pool"))
}

#[test]
fn what_was_chosen_stays_with_the_draft() -> Outcome {
    let desktop = Desktop::start()?;
    let checkout = desktop.declare("P1 Checkout is down")?;
    let search = desktop.declare("P2 Search is slow")?;
    let app = App::open(&desktop)?;
    desktop.close_main_window()?;
    app.open_quick_entry(&desktop)?;
    desktop.type_text("restarted the pool")?;
    app.wait_for_text("quick-target", "Search is slow")?;
    desktop.press(&["Tab"])?;
    app.wait_for_text("quick-target", "Checkout is down")?;
    desktop.press(&["Escape"])?;
    Screen::of(&desktop)?.wait_until_gone("quick entry", is_quick)?;

    desktop.sitrep(&["log", "-i", &search, "from the terminal"])?.done()?;
    app.open_quick_entry(&desktop)?;
    app.wait_for_text("quick-target", "Checkout is down")?;
    desktop.press(&["Return"])?;
    until("the entry", || desktop.timeline_has(&checkout, "restarted the pool"))
}

#[test]
fn an_incident_that_ended_meanwhile_is_said_and_the_words_stay() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Checkout is down")?;
    let search = desktop.declare("P2 Search is slow")?;
    let app = App::open(&desktop)?;
    desktop.close_main_window()?;
    app.open_quick_entry(&desktop)?;
    app.wait_for_text("quick-target", "Search is slow")?;
    desktop.type_text("restarted the pool")?;
    desktop.sitrep(&["resolve", "--reason", "over", "-i", &search])?.done()?;
    desktop.press(&["Return"])?;
    app.wait_for_text("quick-preview", "is over by now")?;
    assert_eq!(app.value("quick-input")?, "restarted the pool");
    assert!(!desktop.timeline_has(&search, "restarted the pool")?);
    desktop.press(&["Tab"])?;
    app.wait_for_text("quick-target", "Checkout is down")
}
