//! An entry on disk: the use case beside a bare commit and a bare sync, turn by turn on the same disk.

use std::fs::File;
use std::sync::Arc;

use sitrep_tests::Outcome;
use sitrep_workstation::acts::DeclareInput;
use sitrep_workstation::{Folders, SystemClock, Workstation};

use crate::bare::{Commit, write_and_sync};
use crate::figures::{Row, Times};

const RUNS: usize = 200;
const ENTRY: &str = "restarted the payments pool, error rate falling";

/// Measures all three: the sync is the floor of the commit, the commit is the floor of the entry.
pub fn measure() -> Outcome<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let folders = Folders { data: folder.path().join("data"), config: folder.path().join("config"), practice: false };
    let workstation = Workstation::open(folders, Arc::new(SystemClock))?;
    workstation.declare(&DeclareInput { line: "P1 Payments failing".to_owned(), ..DeclareInput::default() })?;
    let aim = workstation.aim_quick_entry(None)?;
    let commit = Commit::to(folder.path())?;
    let mut file = File::create(folder.path().join("bare.log"))?;

    let (mut entries, mut commits, mut syncs) = (Times::default(), Times::default(), Times::default());
    for _ in 0..RUNS {
        entries.time(|| workstation.submit_quick_entry(ENTRY, &aim, &[]))?;
        commits.time(|| commit.one(ENTRY))?;
        syncs.time(|| write_and_sync(&mut file))?;
    }
    Ok(vec![
        Row::new("a bare SQLite commit", commits.clone()).beside("4 KB written and synced", syncs),
        Row::new("an entry on disk, without the window", entries).under(20).beside("a bare SQLite commit", commits),
    ])
}
