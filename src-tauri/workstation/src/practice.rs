//! A practice incident in a folder of its own, live and with some history.

use std::fs;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::{EntryKind, ImpactQuestion, Role, Status, UpdateKind, VerificationCheck};

use crate::clock::Clock;
use crate::error::Error;
use crate::folders::Folders;
use crate::views::{ComposeInput, DeclareInput};
use crate::workstation::Workstation;

/// A practice incident that was left alone this long is swept away for a fresh one.
const STALE_AFTER: TimeDelta = TimeDelta::hours(3);

/// Makes the practice folder inside `folders`, or takes up the one that is there, and gives the live incident's handle.
///
/// # Errors
/// [`Error::Store`] when the folder cannot be used. Real data is never opened for writing.
pub fn seed_practice(folders: &Folders, clock: Arc<dyn Clock>) -> Result<String, Error> {
    let practice = folders.practice();
    let now = clock.now();
    if practice.data.exists() {
        let room = Workstation::open(practice.clone(), Arc::clone(&clock))?;
        if let Some(live) = room.list()?.into_iter().find(|row| row.summary.resolved_at.is_none() && now - row.touched_at < STALE_AFTER) {
            return Ok(live.summary.handle);
        }
        drop(room);
        fs::remove_dir_all(&practice.data).map_err(Error::File)?;
    }
    let stepped = Arc::new(SteppedClock(Mutex::new(now)));
    let room = Workstation::open(practice, Arc::<SteppedClock>::clone(&stepped) as Arc<dyn Clock>)?;
    let settings = Workstation::open(folders.clone(), clock)?.settings()?;
    room.save_settings(&settings)?;
    let story = Story { room: &room, clock: &stepped, now };
    story.past()?;
    story.live()
}

/// The live practice incident as it stands at `now`, made in a folder that is gone afterwards.
///
/// # Errors
/// [`Error::File`] or [`Error::Store`] when there is no room for it.
pub(crate) fn sample(folders: &Folders, now: DateTime<Utc>) -> Result<Arc<Incident>, Error> {
    let folder = tempfile::tempdir().map_err(Error::File)?;
    let folders = Folders { data: folder.path().to_owned(), config: folders.config.clone(), practice: true };
    let clock = Arc::new(SteppedClock(Mutex::new(now)));
    let room = Workstation::open(folders, Arc::<SteppedClock>::clone(&clock) as Arc<dyn Clock>)?;
    let handle = Story { room: &room, clock: &clock, now }.live()?;
    room.facts_of(&handle)
}

/// A clock that stands where the story is.
struct SteppedClock(Mutex<DateTime<Utc>>);

impl Clock for SteppedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nobody waits for anything in the story.
    fn uptime(&self) -> Duration {
        Duration::ZERO
    }
}

struct Story<'a> {
    room: &'a Workstation,
    clock: &'a SteppedClock,
    now: DateTime<Utc>,
}

impl Story<'_> {
    fn ago(&self, length: TimeDelta) -> &Workstation {
        *self.clock.0.lock().unwrap_or_else(PoisonError::into_inner) = self.now - length;
        self.room
    }

    fn minutes_ago(&self, minutes: i64) -> &Workstation {
        self.ago(TimeDelta::minutes(minutes))
    }

    fn declare(&self, minutes_ago: i64, line: &str, service: &str) -> Result<String, Error> {
        let input = DeclareInput { line: line.to_owned(), services: vec![service.to_owned()], ..DeclareInput::default() };
        Ok(self.minutes_ago(minutes_ago).declare(&input)?.handle)
    }

    fn note(&self, minutes_ago: i64, handle: &str, text: &str) -> Result<(), Error> {
        self.minutes_ago(minutes_ago).log(Some(handle), EntryKind::Note, text, None).map(|_| ())
    }

    /// One that is over, with its review still owed.
    fn past(&self) -> Result<(), Error> {
        let two_days = 2 * 24 * 60;
        let handle = self.declare(two_days, "P2 Login emails delayed", "Mail")?;
        self.note(two_days - 6, &handle, "Mail queue at 40,000 and growing")?;
        self.minutes_ago(two_days - 20).set_status(&handle, Status::Identified, Some("One relay was out of disk"))?;
        self.minutes_ago(two_days - 25).set_status(&handle, Status::Mitigating, Some("Logs on the relay rotated away"))?;
        self.minutes_ago(two_days - 40).set_status(&handle, Status::Monitoring, None)?;
        for check in VerificationCheck::ALL {
            self.minutes_ago(two_days - 60).tick_check(&handle, check, true)?;
        }
        self.minutes_ago(two_days - 75).resolve(&handle, None)
    }

    /// One that is live: an update is due soon.
    fn live(&self) -> Result<String, Error> {
        let handle = self.declare(23, "P1 Payments failing at checkout", "Checkout")?;
        let handle = handle.as_str();
        self.minutes_ago(22).answer_impact(handle, ImpactQuestion::Who, "All users who pay by card")?;
        self.minutes_ago(22).answer_impact(handle, ImpactQuestion::What, "Card payments return an error")?;
        self.minutes_ago(22).answer_impact(handle, ImpactQuestion::When, "-1m")?;
        self.minutes_ago(21).answer_impact(handle, ImpactQuestion::Worse, "Error rate trending up")?;
        self.minutes_ago(21).assign_role(handle, Role::IncidentCommander, Some("@ana"))?;
        self.minutes_ago(21).assign_role(handle, Role::TechnicalLead, Some("@raj"))?;
        let initial =
            ComposeInput { handle: handle.to_owned(), template: UpdateKind::Initial.word().to_owned(), ..ComposeInput::default() };
        let ready = self.minutes_ago(20).ready_update(&initial)?;
        self.room.record_update(&ready)?;
        self.note(16, handle, "502s on card payments only, all regions")?;
        self.minutes_ago(12).log(Some(handle), EntryKind::Decision, "No failover: both regions run the same version", None)?;
        self.note(5, handle, "Error rate 38%, flat")?;
        Ok(handle.to_owned())
    }
}
