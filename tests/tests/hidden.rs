//! What happens while nobody sees the window is told to it when it comes up.

use std::time::Duration;

use serde_json::{Value, json};
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::{stays, until};
use sitrep_tests::windows::is_main;

/// Longer than a beat of the app and than all its looks for what was written.
const A_WHILE: Duration = Duration::from_secs(3);

/// Notes in the page each event of a name, with what it carries.
fn hear(app: &App, event: &str) -> Outcome {
    let heard = format!("(message) => (window.heard_{event} ??= []).push(message.payload)");
    app.promise(&format!(
        "window.__TAURI_INTERNALS__.invoke('plugin:event|listen', {{ event: '{event}', target: {{ kind: 'Any' }}, \
         handler: window.__TAURI_INTERNALS__.transformCallback({heard}) }})"
    ))?;
    Ok(())
}

fn heard(app: &App, event: &str) -> Outcome<Vec<Value>> {
    let all = app.script(&format!("return window.heard_{event} ?? []"), vec![])?;
    Ok(all.as_array().cloned().unwrap_or_default())
}

#[test]
fn a_window_that_nobody_sees_is_told_nothing_until_it_comes_up() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.wait_for_row("Payments failing")?;
    for event in ["changed", "clocks"] {
        hear(&app, event)?;
    }
    desktop.sitrep(&["log", "while it is seen"])?.done()?;
    app.wait_for_row("while it is seen")?;
    assert_eq!(heard(&app, "changed")?.last(), Some(&json!({ "handles": [handle], "everything": false })));

    desktop.close_main_window()?;
    let before = (heard(&app, "changed")?.len(), heard(&app, "clocks")?.len());
    desktop.sitrep(&["log", "while nobody looks"])?.done()?;
    stays(A_WHILE, "a hidden window told nothing", || {
        let now = (heard(&app, "changed")?.len(), heard(&app, "clocks")?.len());
        // A clock may have been under way while the window went.
        Ok(now.0 == before.0 && now.1 <= before.1 + 1)
    })?;

    desktop.open_app()?.ended()?;
    app.wait_for_row("while nobody looks")?;
    app.told(until("the clocks to come at once", || Ok(heard(&app, "clocks")?.len() > before.1)))
}

#[test]
fn a_window_that_is_minimised_is_told_when_it_comes_back() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.wait_for_row("Payments failing")?;
    hear(&app, "changed")?;
    let window = desktop.minimise("the main window", is_main)?;
    desktop.sitrep(&["log", "while nobody looks"])?.done()?;
    stays(A_WHILE, "a minimised window told nothing", || Ok(heard(&app, "changed")?.is_empty()))?;

    desktop.bring_back(window)?;

    app.wait_for_row("while nobody looks")
}

#[test]
fn a_page_hears_the_clocks_of_what_it_draws_alone() -> Outcome {
    let desktop = Desktop::start()?;
    let search = desktop.declare("P2 Search down")?;
    let payments = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.wait_for_row("Payments failing")?;
    hear(&app, "clocks")?;
    app.told(until("the clocks of both", || Ok(last_clocks_of(&app)? == [payments.as_str(), search.as_str()])))?;

    app.promise(&format!("window.__TAURI_INTERNALS__.invoke('follow_clocks', {{ handles: ['{search}'] }})"))?;

    app.told(until("the clocks of one", || Ok(last_clocks_of(&app)? == [search.as_str()])))
}

/// Of which incidents the clocks were that came last.
fn last_clocks_of(app: &App) -> Outcome<Vec<String>> {
    let all = heard(app, "clocks")?;
    let incidents = all.last().and_then(|clocks| clocks["incidents"].as_array()).cloned().unwrap_or_default();
    Ok(incidents.iter().filter_map(|incident| incident["handle"].as_str()).map(str::to_owned).collect())
}
