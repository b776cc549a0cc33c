//! A workstation on a real folder with a clock that the test sets.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use sitrep_workstation::acts::{DeclareInput, QuickAim, QuickDone};
use sitrep_workstation::{Clock, Folders, Workstation};

pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// 2026-11-23 14:00 UTC.
const START: i64 = 1_795_442_400_000;

#[allow(dead_code, reason = "not every test file looks at the clock")]
pub fn start() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(START).unwrap_or_default()
}

/// Wall clock and uptime, each in milliseconds since the start; the wall can be set without time passing.
#[derive(Default)]
pub struct TestClock {
    wall: AtomicI64,
    uptime: AtomicI64,
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(START + self.wall.load(Ordering::SeqCst)).unwrap_or_default()
    }

    fn uptime(&self) -> Duration {
        Duration::from_millis(self.uptime.load(Ordering::SeqCst).unsigned_abs())
    }

    fn boot(&self) -> String {
        "one".to_owned()
    }
}

impl TestClock {
    /// Time passes until it is so many minutes after the start.
    #[allow(dead_code, reason = "not in every test file does time pass")]
    pub fn set_minutes(&self, minutes: i64) {
        let passed = minutes * 60_000 - self.wall.swap(minutes * 60_000, Ordering::SeqCst);
        self.uptime.fetch_add(passed.max(0), Ordering::SeqCst);
    }

    /// Somebody sets the wall clock; no time passes.
    #[allow(dead_code, reason = "not every test file has such a person")]
    pub fn turn(&self, minutes: i64) {
        self.wall.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }
}

pub struct Bench {
    pub clock: Arc<TestClock>,
    pub room: Workstation,
    pub folder: tempfile::TempDir,
}

pub fn folders(folder: &Path) -> Folders {
    Folders { data: folder.join("data"), config: folder.join("config"), practice: false }
}

impl Bench {
    pub fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let clock = Arc::new(TestClock::default());
        let room = Workstation::open(folders(folder.path()), Arc::<TestClock>::clone(&clock) as Arc<dyn Clock>)?;
        Ok(Self { clock, room, folder })
    }

    /// A second process on the same data.
    #[allow(dead_code, reason = "not every test file has two processes")]
    pub fn second(&self) -> Result<Workstation> {
        Ok(Workstation::open(folders(self.folder.path()), Arc::<TestClock>::clone(&self.clock) as Arc<dyn Clock>)?)
    }

    #[allow(dead_code, reason = "not every test file has an incident")]
    pub fn declare(&self, line: &str) -> Result<String> {
        Ok(self.room.declare(&DeclareInput { line: line.to_owned(), ..DeclareInput::default() })?.handle)
    }

    /// Quick entry, shown now with nothing asked for, and Enter at once.
    #[allow(dead_code, reason = "not every test file logs quickly")]
    pub fn enter(&self, line: &str) -> std::result::Result<QuickDone, sitrep_workstation::Error> {
        self.room.submit_quick_entry(line, &self.room.aim_quick_entry(None)?, &[])
    }

    /// Quick entry, shown over the timeline of an incident, and Enter at once.
    #[allow(dead_code, reason = "not every test file logs quickly")]
    pub fn enter_at(&self, handle: &str, line: &str) -> std::result::Result<QuickDone, sitrep_workstation::Error> {
        self.room.submit_quick_entry(line, &QuickAim::Open { handle: handle.to_owned() }, &[])
    }
}
