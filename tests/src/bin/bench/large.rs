//! One incident of a hundred thousand events, and ten thousand incidents of a hundred: the command line as whole processes.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use sitrep_tests::desktop::Desktop;
use sitrep_tests::{Failure, Outcome};

use crate::figures::{Row, Times};
use crate::ledgers;

const RUNS: usize = 40;
const EVENTS: usize = 100_000;
const INCIDENTS: usize = 10_000;
const EVENTS_EACH: usize = 100;

/// Measures from starting each process until it has ended.
pub fn measure() -> Outcome<Vec<Row>> {
    let mut rows = one_large_incident()?;
    rows.extend(ten_thousand_incidents()?);
    Ok(rows)
}

fn one_large_incident() -> Outcome<Vec<Row>> {
    let desktop = Desktop::without_notifications()?;
    let handle = ledgers::declare(desktop.data(), "2026-11-26-payments")?;
    ledgers::fill(desktop.data(), &handle, EVENTS)?;
    let update: &[&str] = &["update", "--kind", "status", "--format", "plain", "--sent", "--anyway"];
    Ok(vec![
        Row::new("`ack` of one with 100,000 events", time(&desktop, |_| words(&["ack"]))?).under(40).beside(NOTHING, nothing(&desktop)?),
        Row::new("`role` of it", time(&desktop, |run| words(&["role", "commander", &format!("@person{run}")]))?).under(40),
        Row::new("`update` of it", time(&desktop, |_| words(update))?).under(40),
        Row::new("`log` to it", time(&desktop, |run| words(&["log", &format!("rolled back to v{run}")]))?).under(10),
    ])
}

fn ten_thousand_incidents() -> Outcome<Vec<Row>> {
    let desktop = Desktop::without_notifications()?;
    let (old, _) = ledgers::years(desktop.data(), INCIDENTS, EVENTS_EACH)?;
    Ok(vec![
        Row::new("`log -i` among 10,000 incidents", time(&desktop, |run| words(&["log", "-i", &old, &format!("line {run}")]))?)
            .under(15)
            .beside(NOTHING, nothing(&desktop)?),
        Row::new("`show -i` among them", time(&desktop, |_| words(&["show", "-i", &old]))?).under(20),
        Row::new("`list` of them", time(&desktop, |_| words(&["list"]))?).under(60),
    ])
}

const NOTHING: &str = "`true`, the whole process";

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn nothing(desktop: &Desktop) -> Outcome<Times> {
    let mut times = Times::default();
    (0..RUNS).try_for_each(|_| run(&mut times, desktop.command(PathBuf::from("true"))))?;
    Ok(times)
}

/// Runs `sitrep` as often as it takes, with other words each time.
fn time(desktop: &Desktop, arguments: impl Fn(usize) -> Vec<String>) -> Outcome<Times> {
    let mut times = Times::default();
    for number in 0..RUNS {
        let arguments = arguments(number);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        run(&mut times, desktop.sitrep(&arguments)?.into_command())?;
    }
    Ok(times)
}

fn run(times: &mut Times, mut command: Command) -> Outcome {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let status = times.time(|| command.status())?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{command:?} ended with {status}"))) }
}
