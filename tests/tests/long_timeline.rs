//! A long night's timeline: only what is looked at is drawn, and nothing of it is out of reach.

use chrono::{TimeDelta, Utc};
use serde_json::json;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

const LINES: i64 = 400;

/// An incident with as many entries, a second apart, the last of them a minute ago.
fn long_night() -> Outcome<Desktop> {
    let desktop = Desktop::start()?;
    desktop.declare_at("-30m", "P1 Payments failing")?;
    let last = Utc::now() - TimeDelta::minutes(1);
    let line = |number| format!("{} line {number}.\n", (last - TimeDelta::seconds(LINES - number)).format("%Y-%m-%dT%H:%M:%SZ"));
    let transcript: String = (1..=LINES).map(line).collect();
    desktop.sitrep(&["log", "--transcript", "-", "--yes"])?.input(&transcript).done()?;
    Ok(desktop)
}

/// Whether this row is inside of what is seen of the list.
fn sees(app: &App, words: &str) -> Outcome<bool> {
    let script = "\
        const seen = document.querySelector(\"[aria-label='Entries']\").getBoundingClientRect();\
        const rows = [...document.querySelectorAll(\"[data-testid='timeline-row']\")];\
        const row = rows.find((row) => row.querySelector('.text').textContent.startsWith(arguments[0]))?.getBoundingClientRect();\
        return Boolean(row) && row.top >= seen.top - 1 && row.bottom <= seen.bottom + 1";
    Ok(app.script(script, vec![json!(words)])? == json!(true))
}

fn scroll(app: &App, how: &str) -> Outcome {
    app.script(&format!("document.querySelector(\"[aria-label='Entries']\").scrollTop {how}"), vec![]).map(|_| ())
}

#[test]
fn a_long_timeline_follows_its_end_until_somebody_scrolls_up() -> Outcome {
    let desktop = long_night()?;
    let app = App::open(&desktop)?;
    until("the newest in view", || sees(&app, &format!("line {LINES}.")))?;
    let drawn = app.script("return document.querySelectorAll(\"[data-testid='timeline-row']\").length", vec![])?;
    assert!(drawn.as_i64().is_some_and(|drawn| drawn < 100), "what is far away is not drawn: {drawn}");
    desktop.sitrep(&["log", "while at the end"])?.done()?;
    until("the new one in view", || sees(&app, "while at the end"))?;

    scroll(&app, "= 0")?;
    until("the oldest in view", || sees(&app, "line 1."))?;
    until("what follows", || sees(&app, "line 5."))?;
    desktop.sitrep(&["log", "while up"])?.done()?;
    app.wait_for_text("timeline-new", "1 new")?;
    assert!(sees(&app, "line 1.")?, "nothing moves under who reads");

    app.click("timeline-new")?;
    until("the newest in view", || sees(&app, "while up"))?;
    until("the button to go", || Ok(!app.shows("timeline-new")?))
}

#[test]
fn evidence_leads_to_its_entry_however_far_away_it_is() -> Outcome {
    let desktop = long_night()?;
    desktop.sitrep(&["hypothesis", "add", "v313", "capped", "the", "pool"])?.done()?;
    desktop.sitrep(&["hypothesis", "evidence", "for", "1", "--entry", "line 7."])?.done()?;
    let app = App::open(&desktop)?;
    app.click("tab-investigate")?;
    app.wait_for_text("evidence-entry", "Entry of")?;
    assert!(!sees(&app, "line 7.")?);

    app.click("evidence-entry")?;

    until("the entry in view", || sees(&app, "line 7."))?;
    app.wait_for_focus("timeline-row")
}
