//! Action items are added in the review, each with an owner and a day, and seen through.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

#[test]
fn one_is_added_done_and_dropped_in_the_window() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = resolved(&desktop)?;
    let app = App::open(&desktop)?;
    app.click(&format!("incident-{handle}"))?;
    app.wait_for_words("None yet.")?;

    app.type_into("action-text", "Load test at live volume")?;
    app.type_into("action-owner", "bo")?;
    app.click("action-high")?;
    app.type_into("action-due", "2w")?;
    app.press_in("action-due", Key::Enter)?;
    app.wait_for_text("action-row", "Load test at live volume")?;
    app.wait_for_focus("action-text")?;
    assert_eq!((app.value("action-text")?, app.value("action-owner")?, app.value("action-due")?), Default::default());
    let row = app.text("action-row")?;
    assert!(row.contains("@bo") && row.contains("High") && row.contains("TODO"), "{row}");
    assert!(markdown(&desktop, &handle)?.contains("| Load test at live volume | `@bo` | High |"));
    app.wait_for_row("Load test at live volume")?;

    add(&app, "Alert on pool wait", "52w")?;
    app.wait_for_row("Alert on pool wait")?;
    app.click("action-done")?;
    app.wait_for_text("action-row", "Done")?;
    until("it in the review", || Ok(markdown(&desktop, &handle)?.contains("| Done |")))?;

    app.click("action-drop")?;
    app.press_in("action-drop-text", Key::Enter)?;
    app.wait_for_words("The action item was not dropped: that needs a reason.")?;
    app.type_into("action-drop-text", "the pool is going away")?;
    app.press_in("action-drop-text", Key::Enter)?;
    app.wait_for_text("action-row", "Dropped: the pool is going away")?;
    app.wait_for_focus("action-text")?;
    assert!(markdown(&desktop, &handle)?.contains("Dropped: the pool is going away"));
    assert!(!app.shows("action-done")? && !app.shows("action-drop")?, "what is closed stays closed");
    for line in ["Load test at live volume", "the pool is going away"] {
        assert!(desktop.timeline_has(&handle, line)?, "{line}");
    }
    Ok(())
}

#[test]
fn without_a_day_it_is_refused_and_what_was_typed_stays() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = resolved(&desktop)?;
    let app = App::open(&desktop)?;
    app.click(&format!("incident-{handle}"))?;
    app.element("action-text")?;
    app.press_in("action-text", Key::Enter)?;
    app.wait_for_words("the action item is empty")?;
    app.type_into("action-text", "Alert on pool wait")?;
    app.type_into("action-due", "2020-01-01")?;
    app.press_in("action-due", Key::Enter)?;
    app.wait_for_words("'2020-01-01' is no date within the next ten years")?;
    app.wait_for_focus("action-due")?;
    until("the draft on disk", || Ok(desktop.drafts()?.iter().any(|draft| draft.contains("Alert on pool wait"))))?;

    app.kill(&desktop)?;
    let again = App::open(&desktop)?;
    again.click(&format!("incident-{handle}"))?;
    until("what was typed", || Ok(again.value("action-text")? == "Alert on pool wait"))?;
    again.fill("action-due", "tomorrow")?;
    again.press_in("action-due", Key::Enter)?;
    again.wait_for_text("action-row", "Alert on pool wait")?;
    assert_eq!(desktop.deadline(&handle, "action_item")?["subject"], "Alert on pool wait");
    Ok(())
}

#[test]
fn a_late_one_says_so_and_is_done_where_its_clock_is() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at("-100h", "P1 Payments failing")?;
    desktop.sitrep_at("-98h", &["resolve", "--reason", "checked by hand"])?;
    // Two that read the same: each clock is about its own.
    for due in ["1d", "90d"] {
        desktop.sitrep_at("-97h", &["action", "add", "Rotate the keys", "--due", due, "-i", &handle])?;
    }
    let app = App::open(&desktop)?;
    app.click(&format!("incident-{handle}"))?;
    app.wait_for_text("action-row", "late")?;
    assert_eq!(app.text_now("action-row")?.matches(" late").count(), 1, "only one of the two is late");
    app.click("finish-action")?;
    app.wait_for_text("action-row", "Done")?;
    assert!(app.text("action-row")?.contains("Done"), "the first one, which was late");
    until("one deadline to be left", || Ok(app.text_now("deadline-action_item")?.matches("Rotate the keys").count() == 1))
}

fn resolved(desktop: &Desktop) -> Outcome<String> {
    let handle = desktop.declare("P1 Payments failing")?;
    desktop.sitrep(&["resolve", "--reason", "checked by hand"])?.done()?;
    Ok(handle)
}

fn add(app: &App, text: &str, due: &str) -> Outcome {
    app.type_into("action-text", text)?;
    app.type_into("action-due", due)?;
    app.press_in("action-due", Key::Enter)?;
    app.wait_for_text("action-row", text)
}

fn markdown(desktop: &Desktop, handle: &str) -> Outcome<String> {
    Ok(desktop.sitrep(&["review", "-i", handle])?.done()?.out)
}
