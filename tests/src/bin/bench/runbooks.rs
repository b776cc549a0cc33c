//! Two thousand runbooks: read, indexed and searched, and checked, as whole processes.

use std::fs;
use std::path::Path;

use sitrep_tests::Outcome;
use sitrep_tests::desktop::Desktop;

use crate::figures::{Row, Times};

const RUNBOOKS: usize = 2_000;
const RUNS: usize = 10;

/// Measures from starting each process until it has ended. The page keeps its index, and searches without reading again.
pub fn measure() -> Outcome<Vec<Row>> {
    let desktop = Desktop::without_notifications()?;
    let folder = desktop.folder().join("config/sitrep/runbooks");
    write(&folder)?;
    Ok(vec![
        Row::new("2,000 runbooks read, indexed and searched (`runbook find`)", time(&desktop, &["runbook", "find", "service1234"])?)
            .under(1_000)
            .beside("reading their bytes", bytes(&folder)?),
        Row::new("all of them checked (`runbook list`)", time(&desktop, &["runbook", "list"])?),
    ])
}

fn write(folder: &Path) -> Outcome {
    fs::create_dir_all(folder)?;
    for at in 0..RUNBOOKS {
        let steps: String = (1..=8).map(|step| format!("### {step}. Look at part {step} of service{at}\n```bash\nkubectl -n $NAMESPACE get pods -l app=service{at},part={step}\n```\n**Expected**: 24 of 24 pods within 5 minutes\n\n")).collect();
        let front = format!("---\nalerts: [Service{at}ErrorsHigh]\nservice: service{at}\nversion: 3\nverified: 2026-01-01\n---\n");
        fs::write(folder.join(format!("runbook-{at}.md")), format!("{front}# Service{at} errors high\n\n## Steps\n\n{steps}"))?;
    }
    Ok(())
}

fn bytes(folder: &Path) -> Outcome<Times> {
    let mut times = Times::default();
    for _ in 0..RUNS {
        times.time(|| fs::read_dir(folder)?.try_for_each(|entry| fs::read(entry?.path()).map(drop)))?;
    }
    Ok(times)
}

fn time(desktop: &Desktop, arguments: &[&str]) -> Outcome<Times> {
    let mut times = Times::default();
    for _ in 0..RUNS {
        let run = desktop.sitrep(arguments)?;
        times.time(|| run.done())?;
    }
    Ok(times)
}
