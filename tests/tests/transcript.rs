//! A transcript becomes entries once a person confirms them, and not before.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;

/// When the messages were written: whole minutes, as a chat shows them.
fn times() -> [DateTime<Utc>; 3] {
    let minute = DateTime::from_timestamp(Utc::now().timestamp() / 60 * 60, 0).unwrap_or_default();
    [30, 20, 10].map(|ago| minute - TimeDelta::minutes(ago))
}

/// As it is copied from Slack.
fn slack(times: &[DateTime<Utc>]) -> String {
    let [ana, bo, kai] = ["Ana Lopez", "bo", "Kai"];
    let said = ["checkout is failing\nfor everyone", "key is AKIAQYLPMN5HHHFPZAM2", "rolled back"];
    let messages = times.iter().zip([ana, bo, kai]).zip(said);
    messages.map(|((at, who), text)| format!("{who}  {}\n{text}\n", at.format("%-I:%M %p"))).collect()
}

/// When and what, for each entry of the timeline.
fn entries(desktop: &Desktop, handle: &str) -> Outcome<Vec<(Value, Value)>> {
    let rows = desktop.json(&["timeline", "-i", handle])?;
    let notes = rows.as_array().into_iter().flatten().filter(|row| row["kind"] == "note");
    Ok(notes.map(|row| (row["occurred_at"].clone(), row["text"].clone())).collect())
}

fn rfc3339(at: DateTime<Utc>) -> Value {
    Value::from(at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
}

#[test]
fn what_is_pasted_into_the_window_is_recorded_once_confirmed() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    let times = times();
    desktop.put_on_clipboard("UTF8_STRING", slack(&times).as_bytes())?;
    app.element("log-input")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+l"])?;
    app.wait_for_focus("log-input")?;
    desktop.press(&["ctrl+v"])?;
    app.wait_for_text("paste-entries", "Paste as 3 entries")?;
    app.click("paste-entries")?;
    app.wait_for_text("transcript-summary", "3 entries found, read as Slack. 1 secret was taken out.")?;
    until("the line to be as before", || Ok(app.value("log-input")?.is_empty()))?;
    assert_eq!(app.value("transcript-text")?.trim_end(), slack(&times).trim_end());

    // Esc keeps the text; the command menu brings it back.
    app.wait_for_focus("transcript-text")?;
    desktop.press(&["Escape"])?;
    until("the dialog to close", || Ok(!app.shows("transcript-dialog")?))?;
    desktop.press(&["ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    desktop.type_text("transcript")?;
    desktop.press(&["Return"])?;
    app.wait_for_text("transcript-record", "Log 3 entries")?;

    app.seen("[data-testid='transcript-dialog'] li:nth-child(2) label")?;
    app.script("document.querySelector(\"[data-testid='transcript-dialog'] li:nth-child(2) label\").click()", vec![])?;
    app.wait_for_text("transcript-record", "Log 2 entries")?;
    assert_eq!(entries(&desktop, &handle)?, [], "nothing is recorded before it is confirmed");
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_row("rolled back")?;
    let expected = [
        (rfc3339(times[0]), Value::from("@Ana-Lopez: checkout is failing\nfor everyone")),
        (rfc3339(times[2]), Value::from("@Kai: rolled back")),
    ];
    assert_eq!(entries(&desktop, &handle)?, expected);
    app.wait_for_text("said", "Logged 2 entries to P1 Payments failing")?;
    until("the draft to go", || Ok(!desktop.drafts()?.iter().any(|draft| draft.contains("checkout"))))
}

#[test]
fn sitrep_log_shows_a_transcript_and_records_it_with_yes() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let times = times();
    let text = slack(&times);
    let file = desktop.folder().join("chat.txt");
    std::fs::write(&file, &text)?;
    let file = file.to_string_lossy().into_owned();

    let shown = desktop.sitrep(&["log", "--transcript", &file])?.done()?;
    assert!(shown.out.contains("@Ana-Lopez: checkout is failing"), "{}", shown.out);
    assert!(shown.out.contains("1 secret was taken out.") && !shown.out.contains("AKIA"), "{}", shown.out);
    assert!(shown.out.contains("Nothing is recorded yet. With --yes, 3 of these will be."), "{}", shown.out);
    let told = desktop.json(&["log", "--transcript", &file])?;
    assert_eq!((&told["format"], &told["count"], &told["recorded"]), (&Value::from("Slack"), &Value::from(3), &Value::Null));
    assert_eq!(told["rows"][0]["at"], rfc3339(times[0]));
    assert_eq!(entries(&desktop, &handle)?, []);

    let recorded = desktop.sitrep(&["log", "--transcript", "-", "--yes"])?.input(&text).done()?;
    assert!(recorded.out.contains("Logged 3 entries to P1 Payments failing."), "{}", recorded.out);
    assert_eq!(entries(&desktop, &handle)?.into_iter().map(|(at, _)| at).collect::<Vec<_>>(), times.map(rfc3339));
    let again = desktop.sitrep(&["log", "--transcript", &file, "--yes"])?.done()?;
    assert!(again.out.contains("Nothing to record"), "{}", again.out);
    assert_eq!(entries(&desktop, &handle)?.len(), 3);

    let refused = desktop.sitrep(&["log", "--transcript", "--json"])?.input("no times here").answer()?;
    assert_eq!((refused.code, refused.out.contains("\"no_times\"")), (1, true), "{refused:?}");
    let zone = desktop.sitrep(&["log", "--transcript", &file, "--zone", "Mars"])?.answer()?;
    assert_eq!((zone.code, zone.err.contains("'Mars' is not a zone")), (1, true), "{zone:?}");
    let usage = desktop.sitrep(&["log", "words", "--yes"])?.answer()?;
    assert_eq!(usage.code, 2, "{usage:?}");
    Ok(())
}
