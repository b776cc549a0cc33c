//! What a person should know of the data folder, whatever they do there.

use std::path::PathBuf;

use sitrep_store::Store;

use super::workstation::Workstation;

/// Something about the data folder that hinders nothing that was asked, and should be seen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataNotice {
    /// All can be looked at, nothing recorded; the reason as it was at the start.
    #[error("Everything can be read, and nothing recorded: {0}.")]
    ReadOnly(String),
    /// The database is a new one, because an earlier one was damaged.
    #[error("A new database was begun. The one before it was damaged and is kept as {}.", .0.display())]
    BegunAnew(PathBuf),
    /// A damaged database is still there beside the one in use.
    #[error("A damaged database was set aside as {}.", .0.display())]
    SetAside(PathBuf),
    /// Others than its owner come near the data.
    #[error("The data is not for you alone: {0}.")]
    OpenToOthers(String),
}

impl Workstation {
    /// Whether the data can only be read. A write is refused then with the reason, and done once that is gone.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.lock().store.why_read_only().is_some()
    }

    /// What should be known of the data folder now.
    #[must_use]
    pub fn data_notices(&self) -> Vec<DataNotice> {
        let store = &self.lock().store;
        let open = store.open_to_others().map(|open| DataNotice::OpenToOthers(open.to_string()));
        read_only(store).into_iter().chain(set_aside(store)).chain(open).collect()
    }

    /// What of that nobody may overlook: that nothing can be recorded, or that what was recorded is elsewhere. It reads no folder whose database
    /// was there before.
    #[must_use]
    pub fn urgent_data_notices(&self) -> Vec<DataNotice> {
        let store = &self.lock().store;
        let begun_anew = store.is_new().then(|| set_aside(store)).into_iter().flatten();
        read_only(store).into_iter().chain(begun_anew).collect()
    }
}

fn read_only(store: &Store) -> Option<DataNotice> {
    store.why_read_only().map(|why| DataNotice::ReadOnly(why.to_string()))
}

fn set_aside(store: &Store) -> impl Iterator<Item = DataNotice> {
    let tell = if store.is_new() { DataNotice::BegunAnew } else { DataNotice::SetAside };
    store.set_aside().into_iter().map(tell)
}
