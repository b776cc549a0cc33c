//! What changed before an incident began, in repositories made by git.

mod support;

use std::path::Path;
use std::process::Command;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_workstation::Repository;
use support::{Bench, Result, start};

fn git(folder: &Path, at: DateTime<Utc>, words: &[&str]) -> Result {
    let mut command = Command::new("git");
    command.current_dir(folder).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Ana").env(format!("GIT_{who}_EMAIL"), "a@b");
        command.env(format!("GIT_{who}_DATE"), format!("{} +0000", at.timestamp()));
    }
    if command.args(words).status()?.success() { Ok(()) } else { Err(format!("git {words:?} failed").into()) }
}

#[test]
fn each_repository_gives_its_changes_or_says_why_not() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let folder = bench.folder.path().join("payments");
    std::fs::create_dir(&folder)?;
    git(&folder, start(), &["init", "--quiet", "--initial-branch=main"])?;
    for (minutes, subject) in [(180, "Too early"), (75, "Lower the pool size"), (-5, "Roll back")] {
        git(&folder, start() - TimeDelta::minutes(minutes), &["commit", "--quiet", "--allow-empty", "--message", subject])?;
    }
    bench.clock.set_minutes(30);
    let at = |path: &Path| Repository { path: path.to_string_lossy().into_owned(), branch: None };
    let repositories = [at(&bench.folder.path().join("none")), at(&folder)];
    let read = bench.room.recent_changes_in(&handle, &repositories, 2)?;
    assert_eq!((read.window.as_str(), read.onset, read.from), ("2 h before 14:00 UTC", start(), start() - TimeDelta::hours(2)));
    assert_eq!((read.length, read.ticks.join(" ").as_str()), (7200, "12:00 12:30 13:00 13:30 start 14:00"));
    let problem = read.repositories[0].problem.as_ref().ok_or("no problem")?;
    assert_eq!((problem.code.as_str(), problem.hint.is_empty()), ("no_folder", false));
    let payments = &read.repositories[1];
    assert_eq!((payments.branch.as_deref(), payments.fetched.as_str(), &payments.problem), (Some("main"), "never fetched", &None));
    let rows: Vec<_> = payments.changes.iter().map(|row| (row.change.subject.as_str(), row.time.as_str(), row.before.as_str())).collect();
    assert_eq!(rows, [("Lower the pool size", "12:45 UTC", "1 h 15 min before")]);
    assert!(payments.changes[0].change.nearest_before_onset);

    let refused = bench.room.fetch_into(&repositories[1]).err().ok_or("fetched from nowhere")?;
    assert_eq!(refused.code(), "not_fetched");
    let unknown = bench.room.fetch_changes(&handle, &repositories[1].path).err().ok_or("fetched into any folder")?;
    assert_eq!(unknown.code(), "no_repository", "only what a service names");
    Ok(())
}
