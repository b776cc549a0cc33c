//! `sitrep log` and `sitrep run` as whole processes, beside one that does nothing.

use std::process::{Command, Stdio};

use sitrep_tests::desktop::Desktop;
use sitrep_tests::{Failure, Outcome};

use crate::figures::{Row, Times};

const RUNS: usize = 60;

/// Measures from starting the process until it has ended.
pub fn measure() -> Outcome<Vec<Row>> {
    let desktop = Desktop::without_notifications()?;
    desktop.declare("P1 Payments failing")?;
    let (mut logs, mut runs, mut nothings) = (Times::default(), Times::default(), Times::default());
    for _ in 0..RUNS {
        run(&mut logs, desktop.sitrep(&["log", "rolled back to v312"])?.into_command())?;
        run(&mut runs, desktop.sitrep(&["run", "--", "true"])?.into_command())?;
        run(&mut nothings, desktop.command("true"))?;
    }
    Ok(vec![
        Row::new("`sitrep log`, the whole process", logs).under(25).beside("`true`, the whole process", nothings.clone()),
        Row::new("`sitrep run -- true`, logged", runs).under(10).beside("`true`, the whole process", nothings),
    ])
}

fn run(times: &mut Times, mut command: Command) -> Outcome {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let status = times.time(|| command.status())?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{command:?} ended with {status}"))) }
}
