//! What is one incident and what is two is put right in the window, and what was before there was a Sitrep is brought in.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;

const POSTMORTEM: &str = "# Search results were stale\n\n**Severity:** P2\n**Date:** 2026-03-04\n\n## Summary\n\nThe indexer stood still.\n\n\
    ## Timeline (UTC)\n\n- 09:12 Alert: index age over an hour\n- 09:40 Indexer restarted\n- 10:05 Resolved\n\n## Lessons\n\nNobody watched it.\n";

fn texts(desktop: &Desktop, handle: &str) -> Outcome<Vec<String>> {
    let rows = desktop.json(&["timeline", "-i", handle])?;
    Ok(rows.as_array().into_iter().flatten().map(|row| row["text"].as_str().unwrap_or_default().to_owned()).collect())
}

/// Opens the command menu and does the first that is found for these words.
fn do_by_menu(desktop: &Desktop, app: &App, words: &str, shows: &str) -> Outcome {
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    app.type_into("menu-input", words)?;
    app.wait_for_text("command-menu", shows)?;
    app.press_in("menu-input", Key::Enter)
}

#[test]
fn one_that_is_a_part_of_another_is_merged_and_brought_back() -> Outcome {
    let desktop = Desktop::start()?;
    let whole = desktop.declare("P1 Payments failing at checkout")?;
    let part = desktop.declare("P2 Card form hangs")?;
    desktop.sitrep(&["log", "The card form waits for the pool", "-i", &part])?.done()?;
    let app = App::open(&desktop)?;
    app.click(&format!("incident-{part}"))?;
    app.wait_for_row("The card form waits for the pool")?;

    do_by_menu(&desktop, &app, "merge payments", "Merge into: P1 Payments failing at checkout")?;
    app.wait_for_text("withdrawn", "it is a part of Payments failing at checkout")?;
    app.click("open-merged-into")?;
    app.wait_for_row("The card form waits for the pool")?;
    until("the other to be in no list", || Ok(desktop.json(&["list"])?.as_array().map(Vec::len) == Some(1)))?;

    app.click("history-button")?;
    app.type_into("history-search", "card form waits")?;
    do_by_menu(&desktop, &app, "card form hangs", "withdrawn")?;
    app.click("bring-back")?;
    app.element(&format!("incident-{part}"))?;
    assert!(!texts(&desktop, &whole)?.iter().any(|text| text.contains("card form waits")), "what was merged leaves again");
    assert!(texts(&desktop, &part)?.iter().any(|text| text.contains("card form waits")));
    Ok(())
}

#[test]
fn what_belongs_to_another_is_split_off_with_the_keyboard() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing at checkout")?;
    for words in ["502s on card payments", "Search shows yesterday's prices", "The indexer stands still"] {
        desktop.sitrep(&["log", words])?.done()?;
    }
    let app = App::open(&desktop)?;
    app.click(&format!("incident-{handle}"))?;
    app.wait_for_row("The indexer stands still")?;
    do_by_menu(&desktop, &app, "split", "Split off an incident")?;
    app.wait_for_focus("split-line")?;
    app.wait_for_words("502s on card payments")?;
    desktop.type_text("Search results are stale")?;
    // To the first entry, past the severities; the second to the last of them with Shift.
    desktop.press(&["Tab", "Tab", "Down", "space", "Down", "shift+space"])?;
    app.wait_for_text("split", "Split off 2 entries")?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_words("In doubt, choose the higher.")?;
    app.wait_for_focus("split-P0")?;
    desktop.press(&["alt+2", "ctrl+Return"])?;
    app.wait_for_words("2 entries are there now")?;
    app.wait_for_row("The indexer stands still")?;
    let list = desktop.json(&["list"])?;
    let new = list.as_array().into_iter().flatten().find(|one| one["title"] == "Search results are stale").cloned().unwrap_or_default();
    assert_eq!(new["severity"], "P2", "{list}");
    let left = texts(&desktop, &handle)?;
    assert!(
        left.iter().any(|text| text == "502s on card payments") && !left.iter().any(|text| text == "The indexer stands still"),
        "{left:?}"
    );
    Ok(())
}

#[test]
fn a_past_incident_is_brought_in_from_its_postmortem() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.click("history-button")?;
    app.click("open-backfill")?;
    app.wait_for_focus("backfill-text")?;
    desktop.put_on_clipboard("UTF8_STRING", POSTMORTEM.as_bytes())?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+v"])?;
    app.wait_for_text("backfill-reading", "Search results were stale")?;
    app.wait_for_text("backfill-reading", "3 lines of timeline")?;
    assert_eq!(desktop.json(&["list"])?, serde_json::json!([]), "nothing is recorded before it is confirmed");
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_words("Recorded. Nothing of it is due.")?;
    app.wait_for_row("Indexer restarted")?;
    let all = desktop.json(&["list"])?;
    assert_eq!((&all[0]["severity"], &all[0]["status"]), (&"P2".into(), &"Resolved".into()), "{all}");
    until("the draft to go", || Ok(!desktop.drafts()?.iter().any(|draft| draft.contains("indexer"))))
}
