//! A review is written in place, survives a kill, and what another door writes meanwhile is told.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

fn resolved(desktop: &Desktop) -> Outcome<String> {
    let handle = desktop.declare("P1 Payments failing")?;
    desktop.sitrep(&["log", "Pool wait is flat on the one pod still on v312"])?.done()?;
    desktop.sitrep(&["resolve", "--reason", "rolled back to v312"])?.done()?;
    Ok(handle)
}

fn open(desktop: &Desktop, handle: &str) -> Outcome<App> {
    let app = App::open(desktop)?;
    app.click(&format!("incident-{handle}"))?;
    app.element("review-paper")?;
    Ok(app)
}

fn document(desktop: &Desktop, handle: &str) -> Outcome<String> {
    Ok(desktop.sitrep(&["review", "-i", handle])?.done()?.out)
}

#[test]
fn what_was_typed_is_there_after_a_kill_and_in_the_document_once_its_field_is_left() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = resolved(&desktop)?;
    let app = open(&desktop, &handle)?;
    app.wait_for_text("review-open", "Still to write: Summary, Impact, Root Cause, Five Whys, Lessons Learned")?;

    app.fill("part-root_cause", "The pool was capped at 20")?;
    until("the draft on disk", || Ok(desktop.drafts()?.iter().any(|draft| draft.contains("The pool was capped at 20"))))?;
    app.kill(&desktop)?;
    let app = open(&desktop, &handle)?;
    until("what was typed", || Ok(app.value("part-root_cause")? == "The pool was capped at 20"))?;

    app.type_into("part-root_cause", " per pod")?;
    app.press_in("part-root_cause", Key::Tab)?;
    until("it in the document", || Ok(document(&desktop, &handle)?.contains("The pool was capped at 20 per pod")))?;
    app.click("review-versions-open")?;
    app.wait_for_text("review-versions", "The pool was capped at 20 per pod")
}

#[test]
fn what_the_facts_offer_is_taken_by_tab_and_lines_are_marked_by_keys() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = resolved(&desktop)?;
    let app = open(&desktop, &handle)?;

    app.press_in("part-summary", Key::Tab)?;
    until("the offer in the field", || Ok(app.value("part-summary")?.starts_with("Payments failing, from")))?;
    app.press_in("part-summary", Key::Tab)?;
    until("it in the document", || Ok(document(&desktop, &handle)?.contains("## Summary\n\nPayments failing, from")))?;

    app.click("review-lines")?;
    for key in ["2", "s"] {
        app.type_into("review-lines", key)?;
    }
    app.wait_for_text("review-lines", "Diagnosis")?;
    app.fill("moment-answer", "Somebody compared the pods")?;
    app.press_in("moment-answer", Key::Enter)?;
    until("the answer in the document", || Ok(document(&desktop, &handle)?.contains("Somebody compared the pods")))
}

#[test]
fn whys_are_written_one_under_the_other() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = resolved(&desktop)?;
    let app = open(&desktop, &handle)?;

    for why in ["did orders fail? -> Validation threw an exception", "did it throw? -> A null value"] {
        app.type_into("new-why", why)?;
        app.press_in("new-why", Key::Enter)?;
        until("the field to be free", || Ok(app.value("new-why")?.is_empty()))?;
    }

    let review = document(&desktop, &handle)?;
    assert!(
        review.contains("1. **Why** did orders fail? -> Validation threw an exception\n2. **Why** did it throw? -> A null value"),
        "{review}"
    );
    Ok(())
}

#[test]
fn what_another_door_wrote_meanwhile_is_told_and_both_are_kept() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = resolved(&desktop)?;
    let app = open(&desktop, &handle)?;

    app.fill("part-root_cause", "mine")?;
    desktop.sitrep(&["review", "edit", "root_cause", "theirs", "-i", &handle])?.done()?;
    app.press_in("part-root_cause", Key::Tab)?;
    app.wait_for_text("written-meanwhile", "theirs")?;
    assert_eq!(app.value("part-root_cause")?, "mine", "what was typed stays");

    app.click("keep-both")?;
    until("both in the document", || Ok(document(&desktop, &handle)?.contains("theirs\n\nmine")))
}

#[test]
fn it_is_asked_for_and_then_complete() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = resolved(&desktop)?;
    for part in ["summary", "users_affected", "revenue_impact", "data_impact", "root_cause", "went_well", "could_improve"] {
        desktop.sitrep(&["review", "edit", part, "none", "-i", &handle])?.done()?;
    }
    desktop.sitrep(&["review", "why", "add", "Nobody owned the test volume", "-i", &handle])?.done()?;
    let app = open(&desktop, &handle)?;

    app.click("ask-for-review")?;
    app.wait_for_words("It is in review.")?;
    app.click("complete-review")?;
    app.wait_for_words("The review is complete.")?;
    assert_eq!(desktop.deadline(&handle, "review")?["state"], "met");
    Ok(())
}
