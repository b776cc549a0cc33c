//! Making the practice folder, or taking up the one that is there.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::vocabulary::Audience;
use sitrep_store::{PictureFolder, Store};

use super::stepped_clock::SteppedClock;
use super::story::Story;
use crate::data::{Clock, Folders, Sample, Workstation};
use crate::refusals::Error;

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
        let workstation = Workstation::open(practice.clone(), Arc::clone(&clock))?;
        if let Some(live) = workstation.list()?.into_iter().find(|row| !row.summary.is_over() && now - row.touched_at < STALE_AFTER) {
            return Ok(live.summary.handle);
        }
        drop(workstation);
        begin_anew(&practice)?;
    }
    let stepped = Arc::new(SteppedClock(Mutex::new(now)));
    let workstation = Workstation::open(practice, Arc::<SteppedClock>::clone(&stepped) as Arc<dyn Clock>)?;
    let settings = Workstation::open(folders.clone(), clock)?.settings()?;
    workstation.change_settings(&settings.into())?;
    let story = Story { workstation: &workstation, clock: &stepped, now };
    story.past()?;
    story.live()
}

/// Removes the database and the pictures of a practice that is over. Saved reviews stay, and whatever a person put there.
fn begin_anew(practice: &Folders) -> Result<(), Error> {
    Store::remove(&practice.data)?;
    PictureFolder::of(&practice.data).forget_unused(&BTreeSet::new(), SystemTime::now() + Duration::from_secs(1))?;
    Ok(())
}

/// The live practice incident as it stands at `now`, made in a folder that is gone afterwards.
///
/// # Errors
/// [`Error::File`] or [`Error::Store`] when there is no workstation for it.
pub(crate) fn sample(folders: &Folders, now: DateTime<Utc>) -> Result<Sample, Error> {
    let folder = tempfile::tempdir().map_err(Error::File)?;
    let folders = Folders { data: folder.path().join("data"), config: folders.config.clone(), practice: true };
    let clock = Arc::new(SteppedClock(Mutex::new(now)));
    let workstation = Workstation::open(folders, Arc::<SteppedClock>::clone(&clock) as Arc<dyn Clock>)?;
    let handle = Story { workstation: &workstation, clock: &clock, now }.live()?;
    let incident = workstation.facts_of(&handle)?;
    let recent = workstation.recent(&incident, Audience::Internal)?;
    Ok(Sample { incident, recent, at: now })
}
