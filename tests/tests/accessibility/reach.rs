//! Tab reaches everything that can be pressed or filled, and shows where it is.

use std::collections::BTreeSet;

use serde_json::Value;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::eventually;
use sitrep_tests::windows::is_main;
use sitrep_tests::{Failure, Outcome};

/// More presses than any screen has places.
const ENOUGH: usize = 150;

#[test]
fn tab_reaches_everything_on_the_incident_screen() -> Outcome {
    let desktop = Desktop::start()?;
    let late = desktop.declare_at("-45m", "P1 Payments failing")?;
    desktop.declare("P2 Search is slow")?;
    desktop.sitrep(&["log", "-i", &late, "restarted the pool"])?.done()?;
    let app = App::open(&desktop)?;
    app.wait_for_row("restarted the pool")?;
    desktop.focus_window("the main window", is_main)?;
    let panes = [
        ("triage", "impact-who"),
        ("team", "team-incident_commander"),
        ("updates", "field-impact"),
        ("investigate", "step-dashboards"),
        ("mitigate", "mitigation-words"),
        ("verify", "resolve"),
    ];
    for (number, (pane, part)) in (1..).zip(panes) {
        desktop.press(&[&format!("ctrl+{number}")])?;
        app.element(part)?;
        walk(&desktop, &app, pane)?;
    }
    desktop.sitrep(&["resolve", "-i", &late, "--reason", "checked by hand"])?.done()?;
    desktop.sitrep(&["action", "add", "Alert on pool wait", "--due", "2w", "-i", &late])?.done()?;
    app.element("tab-review")?;
    desktop.press(&["ctrl+7"])?;
    app.element("action-done")?;
    walk(&desktop, &app, "review")
}

#[test]
fn tab_reaches_everything_before_an_incident_and_in_settings() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.wait_for_focus("declare-line")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.type_text("P1 Payments failing")?;
    app.wait_for_text("declare-preview", "#incident-")?;
    desktop.press(&["alt+m"])?;
    app.element("declare-impact")?;
    walk(&desktop, &app, "the empty screen")?;
    desktop.press(&["ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    desktop.type_text("settings")?;
    desktop.press(&["Return"])?;
    app.element("author-input")?;
    walk(&desktop, &app, "Settings")?;
    app.click("file-templates/status.j2")?;
    app.wait_for_focus("file-text")?;
    app.element("variable-title")?;
    walk(&desktop, &app, "the template editor")
}

#[test]
fn a_reminder_is_snoozed_with_keys_alone() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at("-1600", "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("snooze-update")?;
    desktop.focus_window("the main window", is_main)?;
    let icon = "document.activeElement?.dataset.testid === 'snooze-update'";
    until_focused(&desktop, &app, "Tab", icon)?;
    desktop.press(&["Return"])?;
    app.wait_for_focus("snooze-5")?;
    desktop.press(&["Escape"])?;
    app.wait_for_focus("snooze-update")?;
    assert!(!app.shows("snooze-5")?);
    desktop.press(&["Return"])?;
    for (key, there) in
        [("Up", "snooze-none"), ("Down", "snooze-5"), ("Down", "snooze-15"), ("Tab", "snooze-30"), ("Down", "snooze-minutes")]
    {
        app.element("snooze-5")?;
        desktop.press(&[key])?;
        app.wait_for_focus(there)?;
    }
    desktop.type_text("45")?;
    desktop.press(&["Return"])?;
    app.wait_for_text("deadline-update", "snoozed until")?;
    app.wait_for_focus("snooze-update")?;
    assert!(desktop.timeline_has(&handle, "Update reminder snoozed until")?);
    Ok(())
}

#[test]
fn arrows_reach_what_tab_leaves_out() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("next-step")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+1"])?;
    let tabs = ["tab-triage", "tab-team", "tab-updates", "tab-investigate", "tab-mitigate", "tab-verify", "tab-runbook", "tab-triage"];
    for tab in tabs {
        app.wait_for_focus(tab)?;
        desktop.press(&["Right"])?;
    }
    desktop.press(&["ctrl+3"])?;
    app.until_script("a field of the update", "return document.activeElement.id.startsWith('field-')")?;
    until_focused(&desktop, &app, "shift+Tab", "document.activeElement.type === 'radio'")?;
    for kind in ["initial", "status", "resolution", "customer"] {
        app.until_script(kind, &format!("return document.activeElement.value === '{kind}' && document.activeElement.checked"))?;
        desktop.press(&["Right"])?;
    }
    desktop.press(&["F6"])?;
    app.until_script("the timeline", "return document.activeElement.closest('[data-region]')?.dataset.region === 'timeline'")?;
    desktop.press(&["F6"])?;
    app.until_script("the rail", "return document.activeElement.closest('[data-region]')?.dataset.region === 'rail'")?;
    desktop.press(&["F6"])?;
    app.until_script("the centre", "return document.activeElement.closest('[data-region]')?.dataset.region === 'centre'").map(|_| ())
}

#[test]
fn what_opens_takes_the_keyboard_and_escape_gives_it_back() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("next-step")?;
    desktop.focus_window("the main window", is_main)?;
    for (opener, inside) in [("since", "start-input"), ("role-scribe", "role-input")] {
        until_focused(&desktop, &app, "Tab", &format!("document.activeElement.dataset.testid === '{opener}'"))?;
        desktop.press(&["Return"])?;
        app.wait_for_focus(inside)?;
        desktop.press(&["Escape"])?;
        app.wait_for_focus(opener)?;
    }
    for (chord, inside) in [("ctrl+k", "menu-input"), ("ctrl+n", "declare-line")] {
        desktop.press(&[chord])?;
        app.wait_for_focus(inside)?;
        desktop.press(&["Escape"])?;
        app.wait_for_focus("role-scribe")?;
    }
    until_focused(&desktop, &app, "Tab", "document.activeElement.dataset.testid === 'severity-menu'")?;
    desktop.press(&["space"])?;
    app.until_script("the severity of now", "return document.activeElement.value === 'P1'")?;
    desktop.press(&["Up"])?;
    app.until_script("the next severity", "return document.activeElement.value === 'P0' && document.activeElement.checked")?;
    desktop.press(&["Tab"])?;
    app.wait_for_focus("severity-reason")?;
    desktop.type_text("everyone is down")?;
    desktop.press(&["Return"])?;
    app.wait_for_row("everyone is down")?;
    assert_eq!(desktop.json(&["show", "-i", &handle])?["severity"], "P0");
    app.wait_for_focus("severity-menu")
}

#[test]
fn the_walk_would_miss_what_tab_misses() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("next-step")?;
    desktop.focus_window("the main window", is_main)?;
    app.script("document.querySelector(\"[data-testid='copy-channel']\").tabIndex = -1", vec![])?;
    app.script("const rules = new CSSStyleSheet(); rules.replaceSync(\"[data-testid='home']:focus-visible { box-shadow: none !important }\"); document.adoptedStyleSheets = [rules]", vec![])?;
    let Err(failure) = walk(&desktop, &app, "a broken screen") else { return Err(Failure::new("the walk found nothing wrong")) };
    let said = failure.to_string();
    assert!(said.contains("copy-channel is not reached") && said.contains("home does not show the focus"), "{said}");
    Ok(())
}

/// Walks once round with Tab.
fn walk(desktop: &Desktop, app: &App, screen: &str) -> Outcome {
    app.script(STEPS, vec![])?;
    let mut stops: Vec<String> = Vec::new();
    for count in 0.. {
        if count > ENOUGH {
            return Err(Failure::new(format!("{screen}: Tab does not come round: {stops:?}")));
        }
        desktop.press(&["Tab"])?;
        let stop = eventually("Tab to go on", || Ok(app.script("return window.walk.stop()", vec![])?.as_str().map(str::to_owned)))?;
        if stops.first() == Some(&stop) {
            break;
        }
        stops.push(stop);
    }
    let left: Value = app.script("return window.walk.left()", vec![])?;
    let problems: BTreeSet<&str> = left.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if problems.is_empty() && stops.len() > 5 {
        Ok(())
    } else {
        Err(Failure::new(format!("{screen}: {problems:?}, with Tab stopping at {stops:?}")))
    }
}

/// Presses a key until the focus is where it should be.
fn until_focused(desktop: &Desktop, app: &App, key: &str, there: &str) -> Outcome {
    for _ in 0..ENOUGH {
        if app.script(&format!("return {there}"), vec![])? == true {
            return Ok(());
        }
        app.script("window.was = document.activeElement", vec![])?;
        desktop.press(&[key])?;
        app.until_script("the focus to move", "return document.activeElement !== window.was")?;
    }
    Err(Failure::new(format!("{key} does not lead to where {there}")))
}

/// In the page: `stop` names the place that Tab came to once it has moved, and looks whether it shows; `left` lists what is
/// wrong after a whole round. Of a radio group and of the tabs Tab visits one, and arrows the rest.
const STEPS: &str = r#"
const name = (node) => node.dataset.testid || node.id || node.closest('[data-testid]')?.dataset.testid + ' ' + (node.getAttribute('aria-label') || node.textContent.trim()).slice(0, 40)
const around = (node) => [node, node.parentElement, node.parentElement?.parentElement, node.closest('label')].filter(Boolean)
const styles = (node) => [null, '::before', '::after'].map((part) => { const style = getComputedStyle(node, part); return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor].join() })
const look = (node) => around(node).flatMap(styles).join(';')
const shows = (node) => { const focused = look(node); node.blur(); const plain = look(node); node.focus(); return focused !== plain }
const seen = new Set(), hidden = new Set()
let last = document.activeElement
window.walk = {
  stop() {
    const here = document.activeElement
    if (here === last || here === document.body) { last = here === document.body ? null : last; return null }
    last = here
    if (!seen.has(here) && !shows(here)) hidden.add(`${name(here)} does not show the focus`)
    seen.add(here)
    here.dataset.stop ??= String(seen.size)
    return `${here.dataset.stop} ${name(here)}`
  },
  left() {
    const all = [...document.querySelectorAll('button, a[href], input, textarea, select, summary, [tabindex]:not([tabindex="-1"]), [role="button"], [role="checkbox"], [role="tab"]')]
    const usable = all.filter((node) => !node.disabled && node.checkVisibility({ visibilityProperty: true }))
    const byArrows = (node) => (node.type === 'radio' && [...seen].some((other) => other.name === node.name)) || (node.role === 'tab' && [...seen].some((other) => other.role === 'tab'))
    return [...usable.filter((node) => !seen.has(node) && !byArrows(node)).map((node) => `${name(node)} is not reached`), ...hidden]
  },
}
"#;
