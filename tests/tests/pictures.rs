//! A screenshot goes on the timeline as fast as words do, and is never lost on the way.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use serde_json::{Value, json};
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_main, is_quick};
use sitrep_tests::{Failure, Outcome};

/// The rows with pictures: their words and the files.
fn pictured(desktop: &Desktop, handle: &str) -> Outcome<Vec<(String, Vec<PathBuf>)>> {
    let rows = desktop.json(&["timeline", "-i", handle])?;
    let files = |row: &Value| row["picture_files"].as_array().into_iter().flatten().filter_map(Value::as_str).map(PathBuf::from).collect();
    let rows = rows.as_array().into_iter().flatten();
    let pictured = rows.map(|row| (row["text"].as_str().unwrap_or_default().to_owned(), files(row)));
    Ok(pictured.filter(|(_, files): &(_, Vec<_>)| !files.is_empty()).collect())
}

/// How many pixels differ.
fn difference(desktop: &Desktop, one: &Path, other: &Path) -> Outcome<String> {
    let compared = desktop.command("compare").args(["-metric", "AE"]).arg(one).arg(other).arg("null:").output()?;
    Ok(String::from_utf8_lossy(&compared.stderr).trim().to_owned())
}

#[test]
fn a_screenshot_is_logged_from_quick_entry_and_seen_in_the_window() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("next-step")?;
    let shot = desktop.copy_screenshot()?;
    app.open_quick_entry(&desktop)?;
    // Nobody waits for a picture: words and Enter come right behind it.
    desktop.press(&["ctrl+v"])?;
    desktop.type_text("502s on the dashboard -4m")?;
    app.element("pasted-picture")?;
    desktop.press(&["Return"])?;
    until("quick entry to go", || Ok(!Screen::of(&desktop)?.shows(is_quick)?))?;

    let logged = pictured(&desktop, &handle)?;
    let [(text, files)] = logged.as_slice() else { return Err(Failure::new(format!("one picture, not {logged:?}"))) };
    assert_eq!((text.as_str(), files.len()), ("502s on the dashboard", 1));
    assert_eq!(difference(&desktop, &shot, &files[0])?, "0", "every pixel is kept");
    assert!(files[0].starts_with(desktop.data()), "beside the database");
    assert_eq!(fs::metadata(&files[0])?.permissions().mode() & 0o777, 0o600);

    app.switch_to_main()?;
    app.element("timeline-picture")?;
    app.until_script(
        "the small one to be drawn",
        "return document.querySelector(\"[data-testid='timeline-picture'] img\").naturalWidth === 640",
    )?;
    app.click("timeline-picture")?;
    app.element("picture-view")?;
    app.until_script(
        "the whole one to be drawn",
        "return document.querySelector(\"[data-testid='picture-view'] img\").naturalWidth > 640",
    )?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["Escape"])?;
    until("the picture to close", || Ok(!app.shows("picture-view")?))
}

#[test]
fn a_screenshot_needs_no_words_and_no_field() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("next-step")?;
    desktop.copy_screenshot()?;
    desktop.focus_window("the main window", is_main)?;
    app.script("document.activeElement.blur()", vec![])?;
    desktop.press(&["ctrl+v"])?;
    app.element("pasted-picture")?;
    app.wait_for_focus("log-input")?;
    desktop.press(&["Return"])?;
    app.wait_for_row("Screenshot")?;
    app.element("timeline-picture")?;
    assert!(!app.shows("pasted-picture")?, "it went with the entry");
    assert_eq!(pictured(&desktop, &handle)?.len(), 1);

    // Words stay words, and a wrong picture goes with one key.
    desktop.put_on_clipboard("UTF8_STRING", b"plain words")?;
    desktop.press(&["ctrl+v"])?;
    until("the words", || Ok(app.value("log-input")? == "plain words"))?;
    assert!(!app.shows("pasted-picture")?);
    desktop.press(&["ctrl+a", "BackSpace"])?;
    desktop.copy_screenshot()?;
    desktop.press(&["ctrl+l", "ctrl+v"])?;
    app.element("pasted-picture")?;
    desktop.press(&["BackSpace"])?;
    until("the picture to be taken off", || Ok(!app.shows("pasted-picture")?))?;
    desktop.press(&["Return"])?;
    assert_eq!(pictured(&desktop, &handle)?.len(), 1);
    Ok(())
}

#[test]
fn a_pasted_picture_outlives_a_crash_and_a_refusal() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    desktop.copy_screenshot()?;
    app.element("log-input")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+l", "ctrl+v"])?;
    app.element("pasted-picture")?;
    app.type_into("log-input", "/status identified")?;
    app.press_in("log-input", Key::Enter)?;
    app.wait_for_text("log-preview", "a picture goes with a note or a decision")?;
    assert!(app.shows("pasted-picture")?);
    until("the picture to be kept as a draft", || Ok(desktop.drafts()?.iter().any(|draft| draft.contains("\"list\""))))?;
    app.kill(&desktop)?;

    let app = App::open(&desktop)?;
    app.element("pasted-picture")?;
    assert_eq!(app.value("log-input")?, "/status identified");
    app.fill("log-input", "/decision no failover")?;
    app.press_in("log-input", Key::Enter)?;
    app.wait_for_row("no failover")?;
    assert_eq!(pictured(&desktop, &handle)?.len(), 1);
    until("the draft to go", || Ok(!desktop.drafts()?.iter().any(|draft| draft.contains("\"list\""))))
}

#[test]
fn the_command_line_takes_pictures_and_the_saved_review_shows_them() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let file = desktop.folder().join("shot.png");
    desktop.picture(&file)?;
    let file = file.to_string_lossy().into_owned();
    desktop.sitrep(&["log", "error", "rate", "--picture", &file])?.done()?;
    desktop.sitrep(&["log", "--picture", &file])?.done()?;
    let logged = pictured(&desktop, &handle)?;
    assert_eq!(logged.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["error rate", "Screenshot"]);
    assert_eq!(logged[0].1, logged[1].1, "the same picture is kept once");

    let none = desktop.folder().join("notes.txt");
    fs::write(&none, "no picture")?;
    let refused = desktop.sitrep(&["log", "x", "--picture", &none.to_string_lossy()])?.answer()?;
    assert_eq!((refused.code, refused.err.contains("it is no PNG, JPEG, WebP, GIF or BMP picture")), (1, true), "{refused:?}");
    let missing = desktop.sitrep(&["log", "x", "--picture", "nowhere.png"])?.answer()?;
    assert_eq!((missing.code, missing.err.contains("nowhere.png cannot be read")), (1, true), "{missing:?}");
    assert_eq!(pictured(&desktop, &handle)?.len(), 2);

    let printed = desktop.sitrep(&["review"])?.done()?.out;
    assert!(printed.contains("error rate (`@") && printed.contains(", with a picture) |"), "{printed}");
    let saved = desktop.json(&["review", "--save"])?;
    assert_eq!(saved["pictures"], json!(2));
    let path = PathBuf::from(saved["path"].as_str().unwrap_or_default());
    let markdown = fs::read_to_string(&path)?;
    let shown: Vec<&str> = markdown.lines().filter_map(|line| line.strip_prefix("![")?.split_once("](")?.1.strip_suffix(')')).collect();
    assert_eq!(shown.len(), 2, "{markdown}");
    for name in shown {
        let beside = path.parent().ok_or_else(|| Failure::new("no folder"))?.join(name);
        assert_eq!(difference(&desktop, Path::new(&file), &beside)?, "0", "{name}");
    }
    Ok(())
}
