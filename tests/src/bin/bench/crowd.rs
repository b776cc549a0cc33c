//! Five hundred open incidents: finding what is due next, and what the app costs while nothing happens.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use sitrep_tests::desktop::Desktop;
use sitrep_tests::process::Process;
use sitrep_tests::windows::{Screen, is_main};
use sitrep_tests::{Failure, Outcome, binaries};
use sitrep_workstation::acts::DeclareInput;
use sitrep_workstation::{Folders, SystemClock, Workstation};

use crate::figures::{Row, Times};
use crate::pages;

const INCIDENTS: usize = 500;
const RUNS: usize = 100;
/// Linux counts a process's time in hundredths of a second.
const TICK_MILLIS: f64 = 10.0;
/// Long enough for a fifth of a percent to be several ticks.
const WINDOW: Duration = Duration::from_secs(20);
const WINDOWS: usize = 3;
/// What the first seconds of a start cost is no idleness.
const SETTLES: Duration = Duration::from_secs(8);

/// Measures both.
pub fn measure() -> Outcome<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let folders = Folders { data: folder.path().join("data"), config: folder.path().join("config"), practice: false };
    let room = Workstation::open(folders, Arc::new(SystemClock))?;
    fill(&room)?;
    let (mut found, mut whole) = (Times::default(), Times::default());
    for run in 0..RUNS {
        room.submit_quick_entry(&format!("line {run}"), &room.aim_quick_entry(None)?, &[])?;
        whole.time(|| room.next_due())?;
        found.time(|| room.next_due())?;
    }
    let (closed, open) = (idle(true)?, idle(false)?);
    Ok(vec![
        Row::new("what is due next among 500 incidents", found).under(5),
        Row::new("the same at once after an entry", whole),
        Row::new("idle with 500 incidents, CPU a second", closed.app).under(2).beside("a bare window, CPU a second", bare()?),
        Row::new("its pages meanwhile, closed", closed.pages),
        Row::new("the app with the window open", open.app).under(5),
        Row::new("its pages meanwhile, drawn without a GPU", open.pages),
    ])
}

/// Of these the deadlines lie hours ahead.
fn fill(room: &Workstation) -> Outcome {
    for number in 0..INCIDENTS {
        room.declare(&DeclareInput { line: format!("P3 Trouble number {number}"), ..DeclareInput::default() })?;
    }
    Ok(())
}

/// What the app's own process takes in a second, and what its pages' take.
struct Idle {
    app: Times,
    pages: Times,
}

/// An hour after the last thing happened.
fn idle(hidden: bool) -> Outcome<Idle> {
    let desktop = Desktop::start()?;
    let folders = Folders { data: desktop.data().to_owned(), config: desktop.folder().join("config/sitrep"), practice: false };
    let room = Workstation::open(folders, Arc::new(SystemClock))?;
    fill(&room)?;
    for row in room.list()? {
        let handle = &row.summary.handle;
        room.acknowledge(handle)?;
        let assessment = room.deadlines(Some(handle))?.into_iter().find(|deadline| deadline.key.contains("/impact_assessment/"));
        room.snooze(handle, &assessment.ok_or_else(|| Failure::new("no impact assessment"))?.key, None, None)?;
    }
    drop(room);
    let app = desktop.open_app()?;
    Screen::of(&desktop)?.wait_for("the main window", is_main)?;
    if hidden {
        desktop.close_main_window()?;
    }
    sleep(SETTLES);
    let own = Path::new("/proc").join(app.id().to_string());
    let mut idle = Idle { app: Times::default(), pages: Times::default() };
    for _ in 0..WINDOWS {
        let pages = pages::processes(&desktop)?;
        let before = (ticks(&own)?, all_ticks(&pages)?);
        sleep(WINDOW);
        idle.app.add_millis(a_second(ticks(&own)? - before.0));
        idle.pages.add_millis(a_second(all_ticks(&pages)? - before.1));
    }
    Ok(idle)
}

fn bare() -> Outcome<Times> {
    let desktop = Desktop::start()?;
    let bare = Process::start(desktop.command(binaries::bare_window()?), &desktop.folder().join("bare.log"))?;
    Screen::of(&desktop)?.wait_for("the bare window", |title| title == "Bare")?;
    sleep(SETTLES);
    let own = Path::new("/proc").join(bare.id().to_string());
    let mut times = Times::default();
    for _ in 0..WINDOWS {
        let before = ticks(&own)?;
        sleep(WINDOW);
        times.add_millis(a_second(ticks(&own)? - before));
    }
    Ok(times)
}

fn a_second(ticks: f64) -> f64 {
    ticks * TICK_MILLIS / WINDOW.as_secs_f64()
}

fn all_ticks(processes: &[PathBuf]) -> Outcome<f64> {
    processes.iter().map(|folder| ticks(folder)).sum()
}

/// The time that the kernel has counted for a process, its own and on its behalf.
fn ticks(process: &Path) -> Outcome<f64> {
    let stat = fs::read_to_string(process.join("stat"))?;
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<f64> = after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse().ok()).collect();
    if fields.len() == 2 { Ok(fields.iter().sum()) } else { Err(Failure::new(format!("{}/stat reads '{stat}'", process.display()))) }
}
