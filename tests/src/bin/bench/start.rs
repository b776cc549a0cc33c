//! From starting the program to the first thing drawn, beside a window of the same toolkit with a few words in it.

use std::path::Path;
use std::time::{Duration, Instant};

use sitrep_tests::desktop::Desktop;
use sitrep_tests::process::Process;
use sitrep_tests::windows::{Screen, is_main};
use sitrep_tests::{Outcome, binaries};

use crate::eye::{Eye, Part, when};
use crate::figures::{Row, Times};
use crate::ledgers;

const RUNS: usize = 12;
const INCIDENTS: usize = 10_000;
const EVENTS_EACH: usize = 100;
/// Where the bare window has its words.
const WORDS: Part = (0, 0, 200, 40);
/// The centre of the main window, where the incident is.
const CENTRE: Part = (240, 60, 640, 200);

/// Measures both, turn by turn.
pub fn measure() -> Outcome<Vec<Row>> {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let (mut bare, mut app) = (Times::default(), Times::default());
    let (bare_window, desktop_app) = (binaries::bare_window()?, binaries::desktop_app()?);
    // The first start of each fills the caches.
    one(&desktop, &bare_window, is_bare, WORDS)?;
    one(&desktop, &desktop_app, is_main, CENTRE)?;
    for _ in 0..RUNS {
        bare.add(one(&desktop, &bare_window, is_bare, WORDS)?);
        app.add(one(&desktop, &desktop_app, is_main, CENTRE)?);
    }
    let (many, few) = among_many(&desktop_app)?;
    Ok(vec![
        Row::new("start of the app, to the incident drawn", app).beside("a bare window, to its words drawn", bare),
        Row::new("the same among 10,000 incidents", many).beside("with one incident, turn by turn", few),
    ])
}

/// Starts in a folder of ten thousand incidents and in one with a single incident, turn by turn.
fn among_many(app: &Path) -> Outcome<(Times, Times)> {
    let (few, many) = (Desktop::start()?, Desktop::start()?);
    few.declare("P1 Payments failing")?;
    ledgers::years(many.data(), INCIDENTS, EVENTS_EACH)?;
    let (mut with_many, mut with_few) = (Times::default(), Times::default());
    for run in 0..=RUNS {
        let (long, short) = (one(&many, app, is_main, CENTRE)?, one(&few, app, is_main, CENTRE)?);
        // The first start of each fills the caches.
        if run > 0 {
            with_many.add(long);
            with_few.add(short);
        }
    }
    Ok((with_many, with_few))
}

fn is_bare(title: &str) -> bool {
    title == "Bare"
}

/// Starts a program, waits until this part of its window is drawn, ends it, and tells how long the drawing took.
fn one(desktop: &Desktop, program: &Path, is_it: fn(&str) -> bool, part: Part) -> Outcome<Duration> {
    let (screen, eye) = (Screen::of(desktop)?, Eye::on(desktop)?);
    let command = desktop.command(program);
    let start = Instant::now();
    let process = Process::start(command, &desktop.folder().join("start.log"))?;
    let mut window = None;
    let drawn = when("the window to be drawn", || {
        window = window.or(screen.windows()?.into_iter().find(|(_, title)| is_it(title)).map(|(window, _)| window));
        window.map_or(Ok(false), |window| eye.sees_something(window, part))
    })?;
    drop(process);
    screen.wait_until_gone("the window", is_it)?;
    Ok(drawn - start)
}
