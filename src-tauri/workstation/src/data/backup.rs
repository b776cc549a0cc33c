//! Backups of the data folder, and what is restored from them.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_store::{Contents, Difference, IncidentDifference, Over, Restoration, Store};

use super::clock::Clock;
use super::folders::Folders;
use super::workstation::Workstation;
use crate::refusals::Error;

/// A backup that was written and read through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupMade {
    /// Where it is.
    pub file: String,
    /// How long it is.
    pub bytes: u64,
    /// What is in it.
    #[serde(flatten)]
    pub contents: BackupContents,
    /// How many pictures are in it.
    pub pictures: u32,
    /// How many more are named by entries, and are not in the data folder any more.
    pub pictures_missing: u32,
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupContents {
    /// How many incidents.
    pub incidents: u32,
    /// How many events.
    pub events: u32,
    /// When the last of them was recorded (UTC).
    pub newest_at: Option<DateTime<Utc>>,
}

impl From<&Contents> for BackupContents {
    fn from(contents: &Contents) -> Self {
        Self { incidents: contents.incidents, events: contents.events, newest_at: contents.newest }
    }
}

impl Workstation {
    /// Writes everything of the data folder into one file, the pictures included, while others read and write.
    ///
    /// # Errors
    /// [`Error::Backup`]; nothing new is there then.
    pub fn back_up(&self, file: &Path, over: Over) -> Result<BackupMade, Error> {
        // A connection of its own, so that nobody in this process waits for it.
        let made = Store::open(&self.folders.data).and_then(|store| store.backup(file, over)).map_err(Error::Backup)?;
        Ok(BackupMade {
            file: made.file.display().to_string(),
            bytes: made.bytes,
            contents: BackupContents::from(&made.contents),
            pictures: made.pictures.kept,
            pictures_missing: made.pictures.gone,
        })
    }
}

/// A backup that is about to take the place of what stands in a data folder.
pub struct PendingRestore {
    restoration: Restoration,
    clock: Arc<dyn Clock>,
}

/// What a backup would bring, and what would go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RestorePreview {
    /// What is in the backup.
    pub backup: BackupContents,
    /// Whether what stands can be read, and so be compared.
    pub compared: bool,
    /// What stands and is not in the backup, the incident last written to first.
    pub lost: Vec<RestoreDifference>,
    /// What is in the backup and does not stand.
    pub brought: Vec<RestoreDifference>,
    /// How many drafts stand that are not in the backup.
    pub lost_drafts: u32,
}

/// What one side has of an incident and the other has not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RestoreDifference {
    /// The incident's handle.
    pub handle: String,
    /// Its title.
    pub title: String,
    /// Whether the other side has nothing of it.
    pub whole: bool,
    /// How many events, entries included.
    pub events: u32,
    /// How many entries.
    pub entries: u32,
    /// The words of the last of these.
    pub last_entry: Option<String>,
    /// When the last event was recorded (UTC).
    pub newest_at: DateTime<Utc>,
}

impl From<IncidentDifference> for RestoreDifference {
    fn from(one: IncidentDifference) -> Self {
        let IncidentDifference { handle, title, whole, events, entries, last_entry, newest } = one;
        Self { handle, title, whole, events, entries, last_entry, newest_at: newest }
    }
}

/// A backup that was restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RestoreDone {
    /// What stands there now.
    pub restored: BackupContents,
    /// Where what stood there is kept; none where nothing stood.
    pub set_aside: Option<String>,
}

impl PendingRestore {
    /// Reads a backup through and looks at what stands. Nothing is restored by that.
    ///
    /// # Errors
    /// [`Error::Restore`] for what is no sound backup, and for a folder that cannot be written.
    pub fn prepare(folders: &Folders, clock: Arc<dyn Clock>, file: &Path) -> Result<Self, Error> {
        let restoration = Restoration::prepare(file, &folders.data).map_err(Error::Restore)?;
        Ok(Self { restoration, clock })
    }

    /// What would come and go.
    ///
    /// # Errors
    /// [`Error::Restore`] when the two cannot be compared.
    pub fn preview(&self) -> Result<RestorePreview, Error> {
        let difference = self.restoration.difference().map_err(Error::Restore)?;
        let compared = difference.is_some();
        let Difference { lost, brought, drafts } = difference.unwrap_or_default();
        let each = |incidents: Vec<IncidentDifference>| incidents.into_iter().map(RestoreDifference::from).collect();
        let backup = BackupContents::from(self.restoration.contents());
        Ok(RestorePreview { backup, compared, lost: each(lost), brought: each(brought), lost_drafts: drafts })
    }

    /// Restores it. Whoever has the data open goes on with what is there then.
    ///
    /// # Errors
    /// [`Error::Restore`]; what stands is as it was then.
    pub fn carry_out(self) -> Result<RestoreDone, Error> {
        let done = self.restoration.carry_out(self.clock.now()).map_err(Error::Restore)?;
        let set_aside = done.set_aside.map(|file| file.display().to_string());
        Ok(RestoreDone { restored: BackupContents::from(&done.contents), set_aside })
    }
}
