//! A timeline too long to draw: opening it, following it, and what it costs the page.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::{Failure, Outcome};

use crate::figures::{Row, Times};
use crate::ledgers;
use crate::pages;
use crate::second;

const FEW: usize = 50;
const MANY: usize = 5_000;
const VERY_MANY: usize = 100_000;
const OPENINGS: usize = 12;
const SETTLES: Duration = Duration::from_secs(3);
/// A burst: so many entries, one each of these.
const BURST: usize = 1_000;
const BETWEEN: Duration = Duration::from_millis(10);
/// Presses an incident in the rail and tells how long it takes until the last line of its timeline is drawn.
const OPEN: &str = "\
    new Promise((done) => {\
        const start = performance.now();\
        document.querySelector(`[data-testid='incident-HANDLE']`).click();\
        const look = () => {\
            const rows = [...document.querySelectorAll('[data-testid=\"timeline-row\"]')];\
            rows.some((row) => row.textContent.includes('LAST')) ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look);\
        };\
        look();\
    })";
/// Counts what comes over the bridge from now on.
const COUNT: &str = "\
    window.crossed = 0;\
    const ask = window.fetch;\
    window.fetch = async (...words) => {\
        const answer = await ask(...words);\
        answer.clone().text().then((text) => (window.crossed += text.length));\
        return answer;\
    }";
/// Notes the longest time between two frames from now on.
const FRAMES: &str = "\
    window.longest = 0;\
    let last = performance.now();\
    const frame = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; requestAnimationFrame(frame); };\
    requestAnimationFrame(frame)";

/// Measures all of it.
pub fn measure() -> Outcome<Vec<Row>> {
    let few = page_memory_with(FEW)?;
    let (desktop, app) = with_entries(MANY)?;
    let mut rows = vec![
        Row::new("open one with 5,000 entries", open(&app, "long", MANY)?).under(300),
        Row::new("the page's memory with 5,000, MB", page_memory(&desktop)?).beside("with 50 entries, MB", few),
        Row::new("DOM nodes with 5,000 entries", nodes(&app)?).under(3_000),
    ];
    rows.push(Row::new("a second process's entry among 5,000", second::follow(&desktop, &app, "long")?).under(60));
    rows.push(Row::new("what crosses for one entry, bytes", crossing(&desktop, &app)?).under(20_000));
    rows.extend(burst(&desktop, &app)?);
    drop(app);
    let (_desktop, app) = with_entries(VERY_MANY)?;
    rows.push(Row::new("open one with 100,000 entries", open(&app, "long", VERY_MANY)?).under(300));
    Ok(rows)
}

fn page_memory_with(entries: usize) -> Outcome<Times> {
    let (desktop, app) = with_entries(entries)?;
    open(&app, "long", entries)?;
    page_memory(&desktop)
}

/// An app with a short incident in its rail, and one with so many entries.
fn with_entries(entries: usize) -> Outcome<(Desktop, App)> {
    let desktop = Desktop::start()?;
    ledgers::declare(desktop.data(), "long")?;
    ledgers::fill(desktop.data(), "long", entries)?;
    ledgers::declare(desktop.data(), "short")?;
    let app = App::open(&desktop)?;
    app.element("incident-short")?;
    Ok((desktop, app))
}

fn open(app: &App, handle: &str, entries: usize) -> Outcome<Times> {
    let mut times = Times::default();
    for _ in 0..OPENINGS {
        press(app, "short", "Declared")?;
        times.add_millis(press(app, handle, &format!("line {} ", entries - 1))?);
    }
    Ok(times)
}

fn press(app: &App, handle: &str, last: &str) -> Outcome<f64> {
    let answer = app.promise(&OPEN.replace("HANDLE", handle).replace("LAST", last))?;
    answer["value"].as_f64().ok_or_else(|| Failure::new(format!("the page answered {answer}")))
}

fn nodes(app: &App) -> Outcome<Times> {
    one(app.script("return document.querySelectorAll('*').length", vec![])?)
}

fn one(value: Value) -> Outcome<Times> {
    let mut times = Times::default();
    times.add_millis(value.as_f64().ok_or_else(|| Failure::new("no number"))?);
    Ok(times)
}

/// The memory of the main window's page process, as the kernel shares it out, in megabytes.
fn page_memory(desktop: &Desktop) -> Outcome<Times> {
    sleep(SETTLES);
    let processes = pages::processes(desktop)?;
    one(json!(processes.iter().filter_map(|folder| proportional(folder)).fold(0.0, f64::max)))
}

fn proportional(process: &Path) -> Option<f64> {
    let text = fs::read_to_string(process.join("smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
}

/// How many bytes come over the bridge for an entry that another process writes.
fn crossing(desktop: &Desktop, app: &App) -> Outcome<Times> {
    app.script(COUNT, vec![])?;
    let mut times = Times::default();
    for run in 0..5 {
        app.script("window.crossed = 0", vec![])?;
        let text = format!("crosses {run}");
        desktop.sitrep(&["log", "-i", "long", &text])?.done()?;
        app.wait_for_row(&text)?;
        sleep(SETTLES);
        times.add_millis(app.script("return window.crossed", vec![])?.as_f64().unwrap_or_default());
    }
    Ok(times)
}

/// A thousand entries in ten seconds: the longest time that the page let typing and scrolling wait, and how late the last is drawn.
fn burst(desktop: &Desktop, app: &App) -> Outcome<Vec<Row>> {
    app.script(FRAMES, vec![])?;
    let mut writer = ledgers::Writer::to(desktop.data(), "long")?;
    let start = Instant::now();
    for number in 0..BURST {
        writer.write(&format!("burst {number}."))?;
        sleep(BETWEEN.saturating_mul(u32::try_from(number + 1)?).saturating_sub(start.elapsed()));
    }
    let written = Instant::now();
    app.wait_for_row(&format!("burst {}.", BURST - 1))?;
    let mut last = Times::default();
    last.add(written.elapsed());
    let longest = one(app.script("return window.longest", vec![])?)?;
    Ok(vec![
        Row::new("the last of 1,000 in ten seconds is drawn", last).under(200),
        Row::new("the longest wait of the page meanwhile", longest),
    ])
}
