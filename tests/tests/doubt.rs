//! In doubt, over-classify: where the answers point higher than the severity, the higher one is offered.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;

#[test]
fn the_higher_severity_is_one_press_away() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P2 Payments failing")?;
    let app = App::open(&desktop)?;
    answer(&app, "who", "All users")?;
    app.wait_for_text("doubt", "The answers (all users) point to P1")?;
    answer(&app, "what", "The entire service")?;
    app.wait_for_text("doubt", "The answers (all users, the entire service) point to P0")?;
    app.wait_for_text("doubt", "write down why P2 holds")?;
    app.click("doubt-raise")?;
    until("the severity", || Ok(desktop.json(&["show"])?["severity"] == "P0"))?;
    until("the doubt to be over", || Ok(!app.shows("doubt")?))?;
    assert!(desktop.timeline_has(&handle, "Escalated P2 to P0: The answers (all users, the entire service) point to P0")?);
    Ok(())
}

#[test]
fn the_answers_give_the_reason_for_the_severity_that_was_chosen() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    answer(&app, "who", "All users")?;
    app.wait_for_text("suggestion", "The answers (all users) point to P1: Core functionality severely impaired")?;
    assert!(!app.shows("doubt")?, "one offer at a time");
    app.click("suggestion-write")?;
    app.wait_for_row("P1 because The answers (all users) point to P1")?;
    until("the suggestion to be over", || Ok(!app.shows("suggestion")?))?;
    assert_eq!(desktop.json(&["show", "-i", &handle])?["severity"], "P1");
    Ok(())
}

#[test]
fn a_lower_severity_is_a_persons_to_say_and_why() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    answer(&app, "who", "Internal only")?;
    app.wait_for_row("Who is affected? Internal only")?;
    assert!(!app.shows("suggestion")? && !app.shows("doubt")?, "answers suggest nothing lower");
    app.click("triage-P3")?;
    app.type_into("severity-reasoning", "one page that nobody needs today")?;
    app.click("save-severity")?;
    app.wait_for_words("say whether it got better, or never was that bad")?;
    app.click("triage-lowering-never_was")?;
    app.click("save-severity")?;
    until("the severity", || Ok(desktop.json(&["show", "-i", &handle])?["severity"] == "P3"))
}

#[test]
fn a_change_in_the_header_is_made_with_the_mouse_and_what_is_half_said_outlives_the_window() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("severity-menu")?;
    app.click("change-P2")?;
    app.click("lowering-got_better")?;
    app.type_into("severity-reason", "fewer errors")?;
    until("the draft", || Ok(desktop.drafts()?.iter().any(|draft| draft.contains("fewer errors"))))?;
    app.kill(&desktop)?;

    let app = App::open(&desktop)?;
    app.click("severity-menu")?;
    until("the words", || Ok(app.value("severity-reason")? == "fewer errors"))?;
    app.press_in("severity-reason", Key::Enter)?;
    app.wait_for_row("P2")?;
    assert!(desktop.timeline_has(&handle, "fewer errors")?);
    app.click("severity-menu")?;
    until("it to be empty again", || Ok(app.value("severity-reason")?.is_empty()))
}

#[test]
fn a_reason_written_down_ends_the_doubt() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P2 Payments failing")?;
    let app = App::open(&desktop)?;
    answer(&app, "who", "All users")?;
    app.element("doubt")?;
    app.fill("severity-reasoning", "one page that nobody needs today")?;
    app.click("save-severity")?;
    until("the doubt to be over", || Ok(!app.shows("doubt")?))?;
    assert_eq!(desktop.json(&["show"])?["severity"], "P2");
    Ok(())
}

#[test]
fn the_command_menu_raises_it_too() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P2 Payments failing")?;
    let app = App::open(&desktop)?;
    answer(&app, "who", "All users")?;
    app.element("doubt")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+k"])?;
    app.type_into("menu-input", "raise to p1")?;
    app.press_in("menu-input", Key::Enter)?;
    until("the severity", || Ok(desktop.json(&["show"])?["severity"] == "P1"))
}

/// Answers a question in words; those of the usual answers count as picked.
fn answer(app: &App, question: &str, answer: &str) -> Outcome {
    let field = format!("impact-{question}");
    app.type_into(&field, answer)?;
    app.press_in(&field, Key::Enter)?;
    app.wait_for_row(answer)
}

#[test]
fn words_like_an_example_of_a_higher_row_are_offered_that_row_in_one_key() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.type_into("declare-line", "P2 data corruption in the orders table")?;
    app.wait_for_text("declare-doubt", "'data corruption' is an example of a P0.")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["alt+0"])?;
    app.wait_for_text("declare-preview", "P0")?;
    until("the offer to be over", || Ok(!app.shows("declare-doubt")?))?;
    app.click("declare")?;
    until("the incident", || Ok(desktop.json(&["list"])?[0]["severity"] == "P0"))?;

    let told = desktop.sitrep(&["declare", "P2 authentication failing for most users"])?.done()?;
    assert!(told.out.contains("Raise it: sitrep severity P1"), "{told:?}");
    Ok(())
}

#[test]
fn the_whole_row_is_read_by_keyboard_wherever_a_severity_is_chosen() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    let row = |severity: &str, words: [&str; 3]| -> Outcome {
        app.wait_for_text("severity-row", severity)?;
        let read = app.text_now("severity-row")?;
        assert!(words.iter().all(|word| read.contains(word)), "{read}");
        Ok(())
    };
    desktop.focus_window("the main window", is_main)?;
    app.type_into("declare-line", "Payments failing")?;
    desktop.press(&["Return"])?;
    app.wait_for_focus("severity-P0")?;
    row("P0 Total Outage", ["security breach with active exploitation", "< 15 minutes", "All hands on deck, executive notification"])?;
    desktop.press(&["Down"])?;
    row(
        "P1 Major Degradation",
        ["Payment processing broken", "Every 30 minutes", "On-call engineer + team lead, stakeholder notification"],
    )?;
    desktop.press(&["Return"])?;
    until("the incident", || Ok(desktop.json(&["list"])?[0]["severity"] == "P1"))?;
    app.click("severity-menu")?;
    app.wait_for_text("severity-row", "Core functionality severely impaired. Large portion of users affected.")?;
    desktop.press(&["Down", "Down"])?;
    row("P3 Minor Issue", ["UI glitch", "Next business day", "Daily (if ongoing)"])?;
    let table = desktop.json(&["severities"])?;
    assert_eq!(table[3]["responders"], "Assigned engineer");
    Ok(())
}
