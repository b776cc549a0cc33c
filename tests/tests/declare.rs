//! An incident is declared from every door.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_main, is_quick, is_terminal};

#[test]
fn one_line_in_the_window_declares() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.wait_for_focus("declare-line")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.type_text("P1 Payments failing at checkout")?;
    app.wait_for_text("declare-preview", "Payments failing at checkout")?;
    desktop.press(&["Return"])?;
    app.wait_for_text("title", "Payments failing at checkout")?;
    app.wait_for_row("Declared P1: Payments failing at checkout")?;

    let shown = desktop.json(&["show"])?;
    assert_eq!(shown["title"], "Payments failing at checkout");
    assert_eq!(shown["severity"], "P1");
    let handle = shown["handle"].as_str().unwrap_or_default();
    assert!(handle.ends_with("-payments-failing"), "{handle}");
    app.wait_for_text("channel", &format!("#incident-{handle}"))?;
    app.click("copy-channel")?;
    until("the channel's name on the clipboard", || Ok(desktop.clipboard()? == format!("#incident-{handle}")))
}

#[test]
fn what_is_declared_twice_is_offered_the_first() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("declare-button")?;
    app.wait_for_focus("declare-line")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.type_text("P2 payments failing")?;
    app.wait_for_text("declared-already", "P1 Payments failing is there already.")?;
    desktop.press(&["Return"])?;
    app.wait_for_words("Nothing was declared: P1 Payments failing is there already")?;
    app.click("open-first")?;
    app.wait_for_text("channel", &format!("#incident-{handle}"))?;
    assert_eq!(desktop.json(&["list"])?.as_array().map(Vec::len), Some(1));

    app.click("declare-button")?;
    app.click("declare-another")?;
    until("the second", || Ok(desktop.json(&["list"])?.as_array().map(Vec::len) == Some(2)))
}

#[test]
fn a_mistake_is_withdrawn_from_the_menu_and_brought_back() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("next-step")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    app.type_into("menu-input", "withdraw")?;
    app.wait_for_words("Withdraw the incident: it was none")?;
    app.press_in("menu-input", Key::Enter)?;
    app.wait_for_focus("withdraw-reason")?;
    desktop.press(&["Return"])?;
    app.wait_for_text("withdraw-refusal", "needs a reason")?;
    app.type_into("withdraw-reason", "a test alert")?;
    app.press_in("withdraw-reason", Key::Enter)?;
    app.wait_for_text("withdrawn", "a test alert")?;
    until("the lists to be without it", || Ok(desktop.json(&["list"])? == serde_json::json!([])))?;
    until("the rail to be without it", || Ok(!app.shows(&format!("incident-{handle}"))?))?;
    app.click("bring-back")?;
    app.element(&format!("incident-{handle}"))?;
    assert_eq!(desktop.json(&["list"])?.as_array().map(Vec::len), Some(1));
    Ok(())
}

#[test]
fn the_chooser_says_what_each_severity_means_and_chooses() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    for (severity, meaning) in [("P0", "Everyone is down"), ("P1", "core function"), ("P2", "degraded"), ("P3", "small fault")] {
        app.wait_for_text(&format!("severity-{severity}"), meaning)?;
    }
    app.wait_for_focus("declare-line")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.type_text("Search is slow in one region")?;
    desktop.press(&["Return"])?;
    app.wait_for_words("How bad is it?")?;
    assert_eq!(desktop.json(&["list"])?, serde_json::json!([]), "there is no default severity");
    app.click("severity-P2")?;
    app.click("declare")?;
    app.wait_for_text("title", "Search is slow in one region")?;
    assert_eq!(desktop.json(&["show"])?["severity"], "P2");
    Ok(())
}

#[test]
fn quick_entry_declares_over_a_terminal() -> Outcome {
    let mut desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    desktop.open_terminal()?;
    app.open_quick_entry(&desktop)?;
    desktop.type_text("/declare P2 Search is slow")?;
    desktop.press(&["Return"])?;
    until("the incident", || Ok(desktop.json(&["list"])?[0]["title"] == "Search is slow"))?;
    Screen::of(&desktop)?.wait_until_active("the terminal to have the keyboard again", is_terminal)
}

#[test]
fn with_nothing_active_quick_entry_offers_to_declare_plain_text() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.open_quick_entry(&desktop)?;
    desktop.type_text("P1 Logins fail for everyone")?;
    app.wait_for_text("quick-preview", "Declare")?;
    desktop.press(&["Return"])?;
    until("the incident", || Ok(desktop.json(&["list"])?[0]["title"] == "Logins fail for everyone"))?;
    Screen::of(&desktop)?.wait_until_gone("quick entry", is_quick)
}

#[test]
fn the_command_line_declares_and_the_open_window_shows_it() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    let handle = desktop.declare("P1 Payments failing at checkout")?;
    app.element(&format!("incident-{handle}"))?;
    app.click(&format!("incident-{handle}"))?;
    app.wait_for_row("Declared P1: Payments failing at checkout")
}

#[test]
fn the_start_may_lie_in_the_past() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.type_into("declare-line", "P1 Payments failing")?;
    app.click("declare-more")?;
    app.type_into("declare-started", "-40m")?;
    app.wait_for_text("declare-preview", "40 min ago")?;
    app.click("declare")?;
    app.wait_for_text("elapsed", "00:40:")?;
    assert_ne!(desktop.json(&["show"])?["started_at"], desktop.json(&["show"])?["declared_at"]);
    desktop.sitrep(&["declare", "P3 Icon is blurred", "--started", "-2h"])?.done()?;
    assert!(desktop.sitrep(&["show", "-i", "icon"])?.done()?.out.contains("02:00:0"));
    Ok(())
}

#[test]
fn a_security_matter_is_p0_and_says_why() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.type_into("declare-line", "P3 Customer data breach in the export")?;
    app.wait_for_text("declare-preview", "a data breach or security compromise is always P0")?;
    app.fill("declare-line", "P3 Odd logins")?;
    app.click("declare-more")?;
    app.click("declare-security")?;
    app.wait_for_text("declare-preview", "a security incident is always P0")?;
    app.click("declare")?;
    app.wait_for_text("title", "Odd logins")?;
    assert_eq!(desktop.json(&["show"])?["severity"], "P0");

    let by_flag = desktop.sitrep(&["declare", "P2 Token in a public log", "--security"])?.done()?;
    assert!(by_flag.out.contains("P0") && by_flag.out.contains("always P0"), "{}", by_flag.out);
    let by_word = desktop.sitrep(&["declare", "P2 Breach of the customer database"])?.done()?;
    assert!(by_word.err.contains("P0, because it says 'Breach of the customer database', a security matter"), "{by_word:?}");
    let feared = desktop.sitrep(&["declare", "P2 Possible breach of the wiki"])?.done()?;
    assert!(feared.out.contains("P2 Possible") && feared.err.contains("Is it a security matter ('breach')?"), "{feared:?}");
    Ok(())
}

#[test]
fn several_incidents_are_switched_by_keyboard() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    desktop.declare("P2 Search is slow")?;
    let app = App::open(&desktop)?;
    app.wait_for_text("title", "Payments failing")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["alt+Down"])?;
    app.wait_for_text("title", "Search is slow")?;
    desktop.press(&["alt+Up"])?;
    app.wait_for_text("title", "Payments failing")
}
