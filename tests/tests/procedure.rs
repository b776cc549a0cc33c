//! The procedure's own lists are found in the built app, each line of them.

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

macro_rules! seed {
    ($name:literal) => {
        include_str!(concat!("../../src-tauri/core/tests/fixtures/seed/", $name, ".txt"))
    };
}

#[test]
fn every_mitigation_is_there_with_when_how_and_risk() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P0 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("tab-mitigate")?;
    app.element("mitigation-rollback")?;
    let rows =
        "return Array.from(document.querySelectorAll(\"button[data-testid^='mitigation-'][aria-expanded]\"), (row) => row.dataset.testid)";
    let rows: Vec<String> = serde_json::from_value(app.script(rows, vec![])?)?;
    let mut shown = String::new();
    for row in &rows {
        app.click(row)?;
        let open = format!("return document.querySelector(\"[data-testid='{row}'][aria-expanded='true']\")?.closest('li').textContent");
        shown.push_str(app.until_script("the row to open", &open)?.as_str().unwrap_or_default());
    }
    let seed = seed!("mitigations");
    assert_eq!((rows.len(), seed.lines().count()), (10, 10));
    for part in seed.lines().flat_map(|line| line.split('|')) {
        assert!(plain(&shown).contains(&plain(part)), "{part} in {shown}");
    }
    Ok(())
}

#[test]
fn the_questions_the_checklist_the_checks_and_the_people_are_there() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P0 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("impact-who")?;
    for line in seed!("impact_questions").lines() {
        says(&app, line.split_once('(').map_or(line, |(question, _)| question))?;
    }
    app.click("checklist")?;
    app.element("checklist-item")?;
    assert_eq!(seed!("checklist").lines().count(), 12);
    for line in seed!("checklist").lines() {
        says(&app, line)?;
    }
    app.click("tab-team")?;
    app.element("team-incident_commander")?;
    for line in seed!("roles").lines() {
        says(&app, line.split_once(" | ").map_or(line, |(_, does)| does))?;
    }
    app.click("tab-verify")?;
    app.element("quiet-time")?;
    // The fifth check counts down on its own line.
    for line in seed!("verification").lines().take(4) {
        says(&app, line)?;
    }
    app.wait_for_text("quiet-time", "15 min")
}

#[test]
fn each_severity_names_whom_to_notify() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    for line in seed!("notify").lines() {
        let (severity, people) = line.split_once(" | ").unwrap_or_default();
        let handle = desktop.declare(&format!("{severity} Something of {severity}"))?;
        app.click(&format!("incident-{handle}"))?;
        app.wait_for_text("title", &format!("Something of {severity}"))?;
        app.click("tab-team")?;
        app.wait_for_words(&format!("Notify for {severity}"))?;
        for person in people.split(", ") {
            says(&app, person)?;
        }
    }
    Ok(())
}

/// Waits until the page holds the words, wherever they stand in it.
#[track_caller]
fn says(app: &App, words: &str) -> Outcome {
    let words = plain(words);
    until(&format!("'{words}' on the page"), || {
        let page = app.script("return document.body.textContent", vec![])?;
        Ok(plain(page.as_str().unwrap_or_default()).contains(&words))
    })
}

/// Without capitals, full stops and line breaks, which are a matter of where the words stand.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_lowercase()
}
