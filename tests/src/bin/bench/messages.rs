//! An update of an incident with five thousand entries: composed, read by the guard and written in its form.

use std::sync::Arc;

use sitrep_tests::Outcome;
use sitrep_workstation::acts::DeclareInput;
use sitrep_workstation::{Folders, SystemClock, Workstation};

use crate::figures::{Row, Times};

const ENTRIES: usize = 5_000;
const RUNS: usize = 200;

/// Measures it as each key press in an update asks for it, and the first time, which makes the guard ready.
pub fn measure() -> Outcome<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let folders = Folders { data: folder.path().join("data"), config: folder.path().join("config"), practice: false };
    let room = Workstation::open(folders, Arc::new(SystemClock))?;
    let handle = room.declare(&DeclareInput { line: "P1 Payments failing".to_owned(), ..DeclareInput::default() })?.handle;
    let aim = room.aim_quick_entry(Some(&handle))?;
    for number in 0..ENTRIES {
        room.submit_quick_entry(&format!("@ana saw request {number:08x} time out on prod-db-{} after {number} ms", number % 9), &aim, &[])?;
    }
    let mut rows = Vec::new();
    for (template, what) in [("status", "an update of 5,000 entries, with the guard"), ("customer", "the same for customers")] {
        let input = room.compose_input(&handle, Some(template), None)?;
        let (mut first, mut later) = (Times::default(), Times::default());
        first.time(|| room.compose_update(&input))?;
        for _ in 0..RUNS {
            later.time(|| room.compose_update(&input))?;
        }
        rows.push(Row::new(what, later).under(10));
        if template == "status" {
            rows.push(Row::new("the first of them, which makes the guard ready", first));
        }
    }
    Ok(rows)
}
