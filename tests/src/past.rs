//! What a journey did some time ago. The time passes for the clock that is kept, too, as if nobody had set it.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use serde_json::{Value, json};

use crate::cli::{Answer, Run};
use crate::desktop::Desktop;
use crate::process::{marked_named, signal};
use crate::{Outcome, binaries};

impl Desktop {
    /// Runs `sitrep` some time ago, such as `-26m`. An app that is open stands still meanwhile.
    pub fn sitrep_at(&self, clock: &str, arguments: &[&str]) -> Outcome<Answer> {
        let mut command = self.command("faketime");
        command.args(["-f", clock]).arg(binaries::command_line()?);
        let apps = marked_named(&self.marker(), "sitrep-desktop");
        let by = offset(clock)?;
        // The app is stopped while nobody else may write: it would keep its lock.
        self.set_kept_clock(by, || send("STOP", &apps))?;
        let answer = Run::of(command, arguments).done();
        self.set_kept_clock(-by, || Ok(()))?;
        send("CONT", &apps)?;
        answer
    }

    /// Lets time pass between what was done and what comes.
    pub fn let_pass(&self, passed: TimeDelta) -> Outcome {
        self.set_kept_clock(passed, || Ok(()))
    }

    fn set_kept_clock(&self, by: TimeDelta, meanwhile: impl FnOnce() -> Outcome) -> Outcome {
        if !self.database_file().exists() {
            return meanwhile();
        }
        let mut database = Connection::open(self.database_file())?;
        let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        meanwhile()?;
        let kept =
            transaction.query_row("SELECT value FROM settings WHERE name = 'clock'", [], |row| row.get::<_, String>(0)).optional()?;
        if let Some(kept) = kept {
            transaction.execute("UPDATE settings SET value = ?1 WHERE name = 'clock'", [moved(&kept, by)?])?;
        }
        Ok(transaction.commit()?)
    }
}

fn moved(kept: &str, by: TimeDelta) -> Outcome<String> {
    let mut reading: Value = serde_json::from_str(kept)?;
    let wall: DateTime<Utc> = serde_json::from_value(reading["wall"].take())?;
    reading["wall"] = json!(wall + by);
    Ok(reading.to_string())
}

fn send(name: &str, apps: &[u32]) -> Outcome {
    if apps.is_empty() { Ok(()) } else { signal(name, apps) }
}

/// What `faketime` takes: seconds, or minutes or hours with their letter.
fn offset(clock: &str) -> Outcome<TimeDelta> {
    let (number, seconds) = match clock.split_at(clock.len() - 1) {
        (number, "m") => (number, 60),
        (number, "h") => (number, 3600),
        _ => (clock, 1),
    };
    Ok(TimeDelta::seconds(number.parse::<i64>()? * seconds))
}
