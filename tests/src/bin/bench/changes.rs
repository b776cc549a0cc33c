//! The changes before an incident, in a repository with a long history, beside a git that does nothing.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_changes::{Git, Repository, Window};
use sitrep_tests::{Failure, Outcome};

use crate::figures::{Row, Times};

const RUNS: usize = 40;
const COMMITS: i64 = 100_000;
const TAG_EVERY: i64 = 100;
/// 2026-11-23 14:00 UTC, the last commit.
const LAST: i64 = 1_795_442_400;
const BETWEEN_COMMITS: i64 = 300;

/// Measures the two hours before an incident of now, and before one that began ten thousand commits ago.
pub fn measure() -> Outcome<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    fill(folder.path())?;
    let repository = Repository { path: folder.path().to_string_lossy().into_owned(), branch: None };
    let (mut news, mut olds, mut floors) = (Times::default(), Times::default(), Times::default());
    for _ in 0..RUNS {
        read(&mut news, &repository, LAST)?;
        read(&mut olds, &repository, LAST - COMMITS / 10 * BETWEEN_COMMITS)?;
        floors.time(|| Command::new("git").arg("--version").stdout(Stdio::null()).status())?;
    }
    Ok(vec![
        Row::new("changes of 2 h among 100,000 commits", news).under(300).beside("`git --version`", floors.clone()),
        Row::new("the same, 10,000 commits ago", olds).under(300).beside("`git --version`", floors),
    ])
}

fn read(times: &mut Times, repository: &Repository, onset: i64) -> Outcome {
    let onset = DateTime::<Utc>::from_timestamp(onset, 0).ok_or_else(|| Failure::new("no such time"))?;
    let window = Window { from: onset - TimeDelta::hours(2), to: onset, onset };
    let read = times.time(|| Git::default().recent(repository, &window, 100))?;
    if read.changes.len() == 25 { Ok(()) } else { Err(Failure::new(format!("{} changes instead of 25", read.changes.len()))) }
}

fn fill(folder: &Path) -> Outcome {
    let git = |words: &[&str]| Command::new("git").current_dir(folder).args(words).stdin(Stdio::piped()).spawn();
    git(&["init", "--quiet", "--initial-branch=main"])?.wait()?;
    let mut stream = String::new();
    for number in 0..COMMITS {
        let at = LAST - (COMMITS - 1 - number) * BETWEEN_COMMITS;
        let message = format!("Change {number}");
        let length = message.len();
        writeln!(stream, "commit refs/heads/main\ncommitter Ana <a@b> {at} +0000\ndata {length}\n{message}")?;
        if number % TAG_EVERY == 0 {
            writeln!(stream, "reset refs/tags/v{number}\nfrom refs/heads/main\n")?;
        }
    }
    let mut import = git(&["fast-import", "--quiet"])?;
    import.stdin.take().ok_or_else(|| Failure::new("git takes no input"))?.write_all(stream.as_bytes())?;
    let status = import.wait()?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("git fast-import ended with {status}"))) }
}
