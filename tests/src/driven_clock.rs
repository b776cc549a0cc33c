//! A wall clock that a journey sets as it likes, for the app and the command line. Timers go on by themselves.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::cli::Run;
use crate::desktop::{Desktop, text};
use crate::process::Process;
use crate::{Failure, Outcome};

/// The clock. What runs under it reads its file each time it asks for the time.
pub struct DrivenClock {
    library: PathBuf,
    file: PathBuf,
    ahead: Cell<i64>,
}

impl DrivenClock {
    /// A clock that shows the true time until it is set.
    pub fn start(desktop: &Desktop) -> Outcome<Self> {
        let clock = Self { library: library()?, file: desktop.folder().join("clock"), ahead: Cell::new(0) };
        clock.jump(TimeDelta::zero())?;
        Ok(clock)
    }

    /// Has a program go by this clock.
    pub fn is_read_by(&self, command: &mut Command) {
        command.envs(self.environment());
    }

    /// What a program has in its environment that goes by this clock.
    #[must_use]
    pub fn environment(&self) -> [(&'static str, String); 6] {
        [
            ("LD_PRELOAD", text(&self.library)),
            ("FAKETIME_TIMESTAMP_FILE", text(&self.file)),
            ("FAKETIME_NO_CACHE", "1".to_owned()),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".to_owned()),
            ("NO_FAKE_STAT", "1".to_owned()),
            // The pages get their times from the app, and would read the file thousands of times a second.
            ("FAKETIME_SKIP_CMDS", "WebKitWebProcess,WebKitNetworkProcess".to_owned()),
        ]
    }

    /// Starts the app under it.
    pub fn open_app(&self, desktop: &Desktop) -> Outcome<Process> {
        desktop.open_app_with(&[], |command| self.is_read_by(command))
    }

    /// Prepares a run of `sitrep` under it.
    pub fn sitrep(&self, desktop: &Desktop, arguments: &[&str]) -> Outcome<Run> {
        Ok(desktop.sitrep(arguments)?.changed(|command| self.is_read_by(command)))
    }

    /// Sets it forward, or back.
    pub fn jump(&self, by: TimeDelta) -> Outcome {
        self.ahead.set(self.ahead.get() + by.num_seconds());
        self.write(&format!("{:+}", self.ahead.get()))
    }

    /// Put in place whole: a reader must not find half a file.
    fn write(&self, words: &str) -> Outcome {
        let new = self.file.with_extension("new");
        fs::write(&new, format!("{words}\n"))?;
        Ok(fs::rename(new, &self.file)?)
    }

    /// Sets it so that it shows `then`, to the second before.
    pub fn jump_to(&self, then: DateTime<Utc>) -> Outcome {
        let away = then - self.now();
        self.jump(TimeDelta::seconds(away.num_milliseconds().div_euclid(1000)))
    }

    /// Has a program go by this clock with its timers, too.
    pub fn drives_timers_of(&self, command: &mut Command) {
        self.is_read_by(command);
        command.env("FAKETIME_DONT_FAKE_MONOTONIC", "0");
    }

    /// Lets it run at a thousandth of its pace from now on.
    pub fn all_but_stop(&self) -> Outcome {
        self.write(&format!("{:+} x0.001", self.ahead.get()))
    }

    /// Once it has all but stopped: shows the time that passed since, and goes on at that pace.
    pub fn show_what_passed(&self, passed: Duration) -> Outcome {
        self.write(&format!("{:+} x0.001", self.ahead.get() + i64::try_from(passed.as_secs())?))
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        Utc::now() + TimeDelta::seconds(self.ahead.get())
    }
}

impl Drop for DrivenClock {
    /// A program that was killed leaves its piece of shared memory, on which the next one with its number would fail.
    fn drop(&mut self) {
        for entry in fs::read_dir("/dev/shm").into_iter().flatten().flatten() {
            let name = entry.file_name();
            let id = name.to_str().and_then(|name| name.strip_prefix("faketime_shm_").or_else(|| name.strip_prefix("sem.faketime_sem_")));
            if id.is_some_and(|id| !Path::new("/proc").join(id).exists()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Where `faketime` keeps what it has programs load, by its own word.
fn library() -> Outcome<PathBuf> {
    let output = Command::new("faketime").args(["-m", "-f", "+0", "sh", "-c", "echo \"$LD_PRELOAD\""]).output()?;
    let word = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    // `$LIB` in it stands for the folder of this machine's libraries; the loader puts that in place.
    if word.is_empty() { Err(Failure::new("faketime names no library")) } else { Ok(Path::new(&word).to_owned()) }
}
