//! From the word of `sitrep log` in a terminal to its line in the open window.

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::eventually;
use sitrep_tests::{Failure, Outcome};

use crate::figures::{Row, Times};

const RUNS: usize = 30;
/// A long night's timeline.
const HISTORY: usize = 100;
/// The page notes, by the machine's clock, when each line came into it.
const NOTE: &str = "\
    window.seen = {};\
    new MutationObserver(() => {\
        for (const row of document.querySelectorAll('[data-testid=\"timeline-row\"] .text')) window.seen[row.textContent] ??= Date.now();\
    }).observe(document.body, { subtree: true, childList: true, characterData: true })";

/// Measures it. The clocks count whole milliseconds, so a millisecond less than nothing is nothing.
pub fn measure() -> Outcome<Vec<Row>> {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let history: String = (0..HISTORY).map(|line| format!("line {line} of a long night\n")).collect();
    desktop.sitrep(&["log", "-"])?.input(&history).done()?;
    let app = App::open(&desktop)?;
    app.wait_for_row("line 99")?;
    Ok(vec![Row::new("a second process's entry, to the open window", follow(&desktop, &app, "payments")?).under(250)])
}

/// How long entries that other processes write take to the window, which shows the incident they are written to.
pub fn follow(desktop: &Desktop, app: &App, incident: &str) -> Outcome<Times> {
    app.script(NOTE, vec![])?;
    let mut times = Times::default();
    for run in 0..RUNS {
        let text = format!("seen from another process {run}");
        let said = log(desktop, incident, &text)?;
        let look = || Ok(app.script("return window.seen[arguments[0]] ?? null", vec![json!(text)])?.as_f64());
        times.add_millis((eventually("the line in the window", look)? - said).max(0.0));
    }
    Ok(times)
}

/// Logs an entry and gives the moment at which the process said so, in milliseconds since 1970.
fn log(desktop: &Desktop, incident: &str, text: &str) -> Outcome<f64> {
    let mut child = desktop.sitrep(&["log", "-i", incident, text])?.into_command().stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let pipe = child.stdout.take().ok_or_else(|| Failure::new("no pipe"))?;
    let mut line = String::new();
    BufReader::new(pipe).read_line(&mut line)?;
    let said = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| Failure::new("the clock is before 1970"))?;
    child.wait()?;
    if line.starts_with("Logged") { Ok(said.as_secs_f64() * 1000.0) } else { Err(Failure::new(format!("`sitrep log` said '{line}'"))) }
}
