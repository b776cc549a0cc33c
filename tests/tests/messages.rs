//! The right words in the form of their channel: both flavours of the clipboard, messages of every kind, templates of one's own.

use std::fs;

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::process::marked_named;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_main};

/// A P1's initial alert is due in four minutes.
const IS_WARNED: &str = "-1600";

#[test]
fn a_notification_copies_both_flavours_with_the_window_closed() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.follow_policy_of_updates()?;
    // What an audience got last, it gets again.
    ready(&desktop, "-4000")?;
    desktop.sitrep(&["update", "--format", "html", "--sent"])?.done()?;
    desktop.sitrep(&["resolve", "--reason", "a false alarm"])?.done()?;
    let handle = ready(&desktop, IS_WARNED)?;
    let due = desktop.deadline(&handle, "update")?["due_at"].clone();
    let app = App::open(&desktop)?;
    desktop.close_main_window()?;
    desktop.press_notification("Initial alert due", "Copy update")?;
    until("a new due time", || Ok(desktop.deadline(&handle, "update")?["due_at"] != due))?;
    let (text, html) = (desktop.clipboard()?, desktop.clipboard_as("text/html")?);
    assert!(text.contains("Impact: EU <b>card</b> payments fail"), "{text}");
    assert!(html.contains("<strong>Impact:</strong> EU &lt;b&gt;card&lt;/b&gt; payments fail"), "{html}");
    assert!(!Screen::of(&desktop)?.shows(is_main)?, "the window stays closed");
    assert!(desktop.timeline_has(&handle, "Initial alert copied for Mail")?);
    desktop.sitrep(&[])?.done()?;
    Screen::of(&desktop)?.wait_for("the main window", is_main)?;
    app.click("tab-updates")?;
    app.wait_for_text("ledger-row", "Stakeholders, Mail")?;
    let kept = app.script("return document.querySelector(\"[data-testid='ledger-row'] pre\").textContent", vec![])?;
    assert_eq!(kept.as_str(), Some(text.as_str()), "what was copied is kept as it was");
    Ok(())
}

#[test]
fn the_command_line_leaves_both_flavours_behind_when_it_ends() -> Outcome {
    let desktop = Desktop::start()?;
    ready(&desktop, "0")?;
    let printed = desktop.sitrep(&["update", "--format", "teams", "--copy"])?.done()?.out;
    until("the formatted flavour", || Ok(desktop.clipboard_as("text/html")? == printed.trim_end()))?;
    let targets = desktop.clipboard_as("TARGETS")?;
    assert!(targets.contains("text/html") && targets.contains("UTF8_STRING"), "{targets}");
    assert!(desktop.clipboard()?.starts_with("INCIDENT DECLARED: P1 - Payments failing\n"), "{}", desktop.clipboard()?);
    desktop.sitrep(&["update", "--format", "slack", "--copy"])?.done()?;
    until("text alone", || Ok(!desktop.clipboard_as("TARGETS")?.contains("text/html")))?;
    assert!(desktop.clipboard()?.starts_with("*INCIDENT DECLARED"), "{}", desktop.clipboard()?);
    Ok(())
}

#[test]
fn both_flavours_stay_when_the_app_has_quit() -> Outcome {
    let desktop = Desktop::start()?;
    ready(&desktop, "0")?;
    let app = App::open(&desktop)?;
    app.click("tab-updates")?;
    app.click("format-html")?;
    app.wait_for_text("update-subject", "INCIDENT DECLARED: P1 - Payments failing")?;
    app.click("copy-update")?;
    app.wait_for_words("counted as sent")?;
    // The app goes before it can answer.
    app.script("window.__TAURI_INTERNALS__.invoke('quit')", vec![]).ok();
    let running = || marked_named(&desktop.folder().display().to_string(), "sitrep-desktop");
    until("only the process that holds the clipboard", || Ok(running().len() == 1 && !Screen::of(&desktop)?.shows(is_main)?))?;
    until("the formatted flavour", || Ok(desktop.clipboard_as("text/html")?.contains("<strong>INCIDENT DECLARED")))?;
    assert!(desktop.clipboard()?.starts_with("INCIDENT DECLARED"), "{}", desktop.clipboard()?);
    Ok(())
}

#[test]
fn a_page_is_written_for_each_person_and_restarts_no_clock() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = ready(&desktop, "0")?;
    let due = desktop.deadline(&handle, "update")?["due_at"].clone();
    let app = App::open(&desktop)?;
    app.click("tab-team")?;
    app.click("page-Engineering manager")?;
    app.wait_for_text("update-preview", "Engineering manager, you are needed")?;
    app.click("copy-update")?;
    app.wait_for_words("counted as sent")?;
    until("the page on the clipboard", || Ok(desktop.clipboard()?.contains("Engineering manager, you are needed")))?;
    assert!(desktop.timeline_has(&handle, "Page text to Engineering manager copied for Slack")?);
    assert_eq!(desktop.deadline(&handle, "update")?["due_at"], due, "a page is no update");
    app.wait_for_text("ledger-row", "Engineering manager, Slack")?;

    app.click("kind-initial")?;
    app.fill("field-impact", "Half of all card payments fail")?;
    app.wait_for_text("ledger-row", "not sent yet")?;
    app.fill("ledger-words", "engineering you are needed")?;
    until("the page alone", || Ok(app.script("return document.querySelectorAll(\"[data-testid='ledger-row']\").length", vec![])? == 1))?;
    assert!(app.text("ledger-row")?.contains("Page text"));
    app.fill("ledger-words", "nobody said this")?;
    app.wait_for_words("Nothing with these words.")?;
    let found = desktop.sitrep(&["updates", "page"])?.done()?.out;
    assert!(found.contains("Page text to Engineering manager, Slack"), "{found}");
    desktop.sitrep(&["update", "--format", "plain", "--copy"])?.done()?;
    desktop.sitrep(&["updates", "page", "--copy", "1"])?.done()?;
    until("the page again", || Ok(desktop.clipboard()?.contains("Engineering manager, you are needed")))
}

#[test]
fn a_hand_off_says_what_is_open_and_what_was_ruled_out() -> Outcome {
    let desktop = Desktop::start()?;
    ready(&desktop, "0")?;
    for words in [
        &["hypothesis", "add", "the pool is too small"][..],
        &["hypothesis", "add", "the provider is down"],
        &["hypothesis", "ruled-out", "provider", "--because", "its status page is green"],
        &["mitigation", "add", "roll back to v312"],
        &["mitigation", "done", "--effect", "errors fall"],
    ] {
        desktop.sitrep(words)?.done()?;
    }
    let packet = desktop.sitrep(&["update", "--template", "handoff", "--format", "plain"])?.done()?.out;
    for line in [
        "Open hypotheses\n- the pool is too small (open)",
        "Ruled out\n- the provider is down: its status page is green",
        "Mitigations and their effect\n- roll back to v312 (done): errors fall",
        "- Incident Commander: @ana",
    ] {
        assert!(packet.contains(line), "{line} in {packet}");
    }
    let status = desktop.sitrep(&["update", "--kind", "status", "--format", "plain"])?.done()?.out;
    assert!(
        status.contains("Done: roll back to v312 (errors fall)") && status.contains("Next steps: Test whether the pool is too small"),
        "{status}"
    );
    let unclear = desktop.sitrep(&["hypothesis", "confirmed", "nobody thought of it"])?.answer()?;
    assert_eq!(unclear.code, 4);
    Ok(())
}

#[test]
fn what_is_new_since_the_last_update_can_be_seen() -> Outcome {
    let desktop = Desktop::start()?;
    ready(&desktop, "0")?;
    desktop.sitrep(&["update", "--sent"])?.done()?;
    desktop.sitrep(&["log", "restarted the pool"])?.done()?;
    let app = App::open(&desktop)?;
    app.click("tab-updates")?;
    app.click("toggle-changes")?;
    app.wait_for_text("update-changes", "restarted the pool")?;
    let words = "return [...document.querySelectorAll(\"[data-testid='update-changes'] ins\")].map((one) => one.textContent).join(' ')";
    assert!(app.script(words, vec![])?.to_string().contains("restarted"), "it is marked as new");
    Ok(())
}

#[test]
fn a_template_of_ones_own_holds_at_once_and_a_bad_one_blocks_nothing() -> Outcome {
    let desktop = Desktop::start()?;
    ready(&desktop, "0")?;
    let folder = desktop.folder().join("config/sitrep/templates");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("initial.j2"), "Our own: {{ title }}, next at {{ next_update }}\n")?;
    fs::write(folder.join("bridge.j2"), "+++\nlabel = \"Bridge call\"\nseverity = [\"P1\"]\n+++\nDial in for {{ severity }}\n")?;
    assert!(desktop.sitrep(&["update", "--format", "plain"])?.done()?.out.starts_with("Our own: Payments failing, next at "));
    assert_eq!(desktop.sitrep(&["template", "render", "bridge"])?.done()?.out.trim_end(), "Dial in for P1");
    assert!(desktop.sitrep(&["template", "check"])?.done()?.out.contains("2 of your own, all good"));
    fs::write(folder.join("initial.j2"), "one\n{{ titel }}\n")?;
    assert!(desktop.sitrep(&["update", "--format", "plain"])?.done()?.out.starts_with("INCIDENT DECLARED"));
    let bad = desktop.sitrep(&["template", "check"])?.answer()?;
    assert_eq!(bad.code, 1);
    assert!(desktop.sitrep(&["template", "list"])?.done()?.out.contains("not used: line 2: there is no variable 'titel'"));
    Ok(())
}

#[test]
fn what_should_not_leave_is_marked_and_one_key_mends_it() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = ready(&desktop, "0")?;
    let secret = format!("gh{}p_VjUPC94TNWLAVYFeRgpMPgxAFQ0FJZlCZBTT", "");
    let due = desktop.deadline(&handle, "update")?["due_at"].clone();
    let app = App::open(&desktop)?;
    app.click("tab-updates")?;
    app.fill("field-impact", &format!("Cards fail, seen with {secret}"))?;
    app.wait_for_text("update-found", "GitHub token")?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_text("update-missing", "'GitHub token' is to be looked at. Nothing was copied.")?;
    assert_eq!(desktop.deadline(&handle, "update")?["due_at"], due, "nothing was counted as sent");
    desktop.press(&["F8"])?;
    until("nothing marked", || Ok(!app.shows("update-found")?))?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_words("counted as sent")?;
    let copied = desktop.clipboard()?;
    assert!(copied.contains("Cards fail, seen with (removed)") && !copied.contains(&secret), "{copied}");
    Ok(())
}

#[test]
fn a_notification_copies_nothing_that_should_not_leave_and_opens_the_update() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.follow_policy_of_updates()?;
    let handle = ready(&desktop, IS_WARNED)?;
    let app = App::open(&desktop)?;
    app.click("tab-updates")?;
    app.fill("field-impact", "password=hunter2hunter2 in the log")?;
    app.wait_for_text("update-found", "Password")?;
    app.wait_for_text("ledger-row", "not sent yet")?;
    desktop.close_main_window()?;
    desktop.press_notification("Initial alert due", "Copy update")?;
    Screen::of(&desktop)?.wait_for("the main window", is_main)?;
    app.element("update-found")?;
    assert_eq!(desktop.clipboard()?, "", "nothing was copied");
    assert!(!desktop.timeline_has(&handle, "Initial alert copied")?);
    Ok(())
}

#[test]
fn the_command_line_lets_nothing_out_unless_told_to() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = ready(&desktop, "0")?;
    let config = desktop.folder().join("config/sitrep");
    fs::create_dir_all(&config)?;
    fs::write(config.join("services.toml"), "[[service]]\nname = \"chk\"\ncustomer_name = \"Online shop\"\n")?;
    let set = ["--set", "service_name=Shop", "--set", "user_impact=card payments on chk, see PAY-12", "--kind", "customer"];
    let refused = desktop.sitrep(&[&["update"], &set[..]].concat())?.answer()?;
    assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{}", refused.err);
    assert!(refused.err.contains("'chk'") && refused.err.contains("PAY-12") && refused.err.contains("--fix"), "{}", refused.err);
    let mended = desktop.sitrep(&[&["update", "--fix"], &set[..]].concat())?.done()?.out;
    assert!(mended.contains("card payments on Online shop") && !mended.contains("PAY"), "{mended}");
    let as_it_is = desktop.sitrep(&[&["update", "--anyway"], &set[..]].concat())?.done()?.out;
    assert!(as_it_is.contains("on chk, see PAY-12"), "{as_it_is}");
    assert!(!desktop.timeline_has(&handle, "copied")?);
    Ok(())
}

/// An incident whose initial alert lacks nothing.
fn ready(desktop: &Desktop, clock: &str) -> Outcome<String> {
    let words = ["declare", "P1 Payments failing", "--impact", "EU <b>card</b> payments fail"];
    let declared = if clock == "0" { desktop.sitrep(&words)?.done()? } else { desktop.sitrep_at(clock, &words)? };
    desktop.sitrep(&["role", "commander", "@ana"])?.done()?;
    Ok(declared.out.lines().next().unwrap_or_default().to_owned())
}
