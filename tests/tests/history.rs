//! What was is found again: an entry in four keys, the incidents behind a figure, and what an earlier incident taught.

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::earlier::earlier_incidents;
use sitrep_tests::wait::until;

#[test]
fn from_a_blank_window_to_the_right_entry_in_four_keys() -> Outcome {
    let desktop = Desktop::start()?;
    earlier_incidents(&desktop)?;
    let app = App::open(&desktop)?;
    app.element("declare-line")?;

    desktop.press(&["ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    desktop.type_text("pool wait")?;
    app.wait_for_words("Search for “pool wait”")?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_focus("history-search")?;
    app.wait_for_text("history-counted", "hits in 1 incident")?;
    desktop.press(&["Down"])?;
    app.wait_for_text("beside-lit", "Alert on pool wait")?;
    desktop.press(&["Up"])?;
    app.wait_for_text("beside-lit", "pool wait up from 3 ms")?;
    desktop.press(&["Return"])?;

    app.wait_for_focus("timeline-row")?;
    let row = app.script("return document.activeElement.textContent", vec![])?;
    assert!(row.as_str().is_some_and(|row| row.contains("pool wait up from 3 ms")), "{row}");
    Ok(())
}

#[test]
fn hits_are_walked_filtered_and_cleared_without_leaving_the_field() -> Outcome {
    let desktop = Desktop::start()?;
    earlier_incidents(&desktop)?;
    let app = App::open(&desktop)?;
    app.click("history-button")?;
    app.wait_for_focus("history-search")?;
    app.wait_for_text("history-counted", "2 incidents")?;
    app.wait_for_text("history-tab-actions", "1")?;

    desktop.type_text("pool")?;
    app.wait_for_text("history-counted", "in 2 incidents")?;
    let marks =
        "return [...new Set([...document.querySelectorAll('[data-testid=history-hit] mark')].map((mark) => mark.textContent))].join()";
    until("the words to be marked", || Ok(app.script(marks, vec![])? == "pool"))?;
    let hits = "return document.querySelectorAll('[data-testid=history-hit]').length";
    let before = app.script(hits, vec![])?;
    desktop.press(&["Right"])?;
    until("more of the incident", || Ok(app.script(hits, vec![])?.as_u64() > before.as_u64()))?;
    app.wait_for_text("beside-facts", "Rolled back payments-api")?;

    desktop.press(&["alt+f"])?;
    app.wait_for_focus("history-severity")?;
    app.click("history-range")?;
    app.click("history-range-28d")?;
    app.wait_for_text("history-counted", "in 1 incident")?;
    app.type_into("history-search", " relay")?;
    app.wait_for_text("history-none", "Nothing holds “pool relay” in the last 4 weeks. 1 hit before that")?;
    app.click("history-drop")?;
    app.wait_for_text("history-counted", "1 hit in 1 incident")?;

    app.script("document.querySelector('#history-search').focus()", vec![])?;
    desktop.press(&["Escape"])?;
    app.wait_for_text("history-counted", "2 incidents")?;
    desktop.press(&["Escape"])?;
    app.element("declare-line")?;
    Ok(())
}

#[test]
fn the_incidents_behind_a_figure_are_opened_from_it() -> Outcome {
    let desktop = Desktop::start()?;
    earlier_incidents(&desktop)?;
    let app = App::open(&desktop)?;
    app.click("history-button")?;
    app.click("history-tab-figures")?;
    app.wait_for_text("figures", "2 incidents")?;

    desktop.press(&["Down"])?;
    desktop.press(&["c"])?;
    until("the table to be copied", || Ok(desktop.clipboard()?.contains("P1")))?;
    desktop.press(&["Return"])?;

    app.wait_for_text("history-among", "Worst was P1")?;
    app.wait_for_text("history-counted", "1 incident")?;
    app.wait_for_text("history-row", "Payments failing at checkout")?;
    app.click("history-among-drop")?;
    app.wait_for_text("history-counted", "2 incidents")
}

#[test]
fn a_new_incident_is_told_what_the_last_one_like_it_taught() -> Outcome {
    let desktop = Desktop::start()?;
    earlier_incidents(&desktop)?;
    desktop.sitrep(&["declare", "P1 Payments failing at checkout again", "--service", "payments-api"])?.done()?;
    let app = App::open(&desktop)?;

    app.wait_for_text("seen-before", "Rolled back payments-api")?;
    app.wait_for_text("seen-before", "Alert on pool wait, @kai, 8 d late")?;
    app.wait_for_text("came-back", "It came back while its action is undone.")?;
    desktop.press(&["alt+b"])?;
    app.wait_for_text("beside", "pool wait up from 3 ms")?;
    desktop.press(&["Escape"])?;
    until("the timeline again", || Ok(!app.shows("beside")?))
}
