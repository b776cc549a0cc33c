//! A secret that somebody types in the window does not stay, unless it is to; what is there goes for good.

use std::fs;

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

/// Made up; in two parts, so that no host of code takes it for real.
fn secret() -> String {
    ["AKI", "AUJZDEGXDNCF32EPF"].concat()
}

/// Whether the words stand in any file of the data.
fn is_on_disk(desktop: &Desktop, words: &str) -> Outcome<bool> {
    let mut found = false;
    for file in fs::read_dir(desktop.data())? {
        let path = file?.path();
        found |= path.is_file() && fs::read(&path)?.windows(words.len()).any(|window| window == words.as_bytes());
    }
    Ok(found)
}

#[test]
fn it_is_removed_from_the_line_kept_on_request_and_redacted_from_the_editor() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.wait_for_row("Declared")?;
    app.type_into("log-input", &format!("the key is {}", secret()))?;
    app.wait_for_text("log-preview", "it will read (removed)")?;
    app.press_in("log-input", Key::Enter)?;
    app.wait_for_row("the key is (removed)")?;
    app.wait_for_text("said", "AWS access key removed")?;
    app.click("keep-as-typed")?;
    app.wait_for_row(&secret())?;
    assert!(is_on_disk(&desktop, &secret())?);

    app.click("edit-entry")?;
    app.click("redact-entry")?;
    app.type_into("redact-words", &secret())?;
    app.click("redact-for-good")?;
    app.wait_for_row("the key is (redacted)")?;
    app.wait_for_text("said", "Redacted in")?;
    until("nothing of it to be on disk", || Ok(!is_on_disk(&desktop, &secret())?))?;
    assert!(desktop.timeline_has(&handle, "the key is (redacted)")?);
    Ok(())
}

#[test]
fn quick_entry_says_that_it_was_removed_and_one_key_keeps_it() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.open_quick_entry(&desktop)?;
    desktop.type_text(&format!("the key is {}", secret()))?;
    desktop.press(&["Return"])?;
    app.wait_for_text("quick-removed", "AWS access key removed")?;
    assert!(desktop.timeline_has(&handle, "the key is (removed)")?);
    desktop.press(&["F8"])?;
    until("the entry as it was typed", || desktop.timeline_has(&handle, &secret()))
}
