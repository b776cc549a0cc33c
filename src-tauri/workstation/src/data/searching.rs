//! The index that is searched, asked beside everything else: nobody who records something waits for who looks for something.

use serde::Serialize;
use sitrep_store::{Coverage, SearchIndex, Store, StoreError};
use ts_rs::TS;

use super::workstation::Workstation;
use crate::refusals::Error;

/// How much of what was written a search covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SearchCoverage {
    /// Of a hundred events so many; 100 only when none is missing.
    pub percent: u8,
    /// Whether nothing is left to be done for the index, which may still be put together when it covers everything.
    pub is_done: bool,
}

impl From<Coverage> for SearchCoverage {
    fn from(Coverage { percent, is_done }: Coverage) -> Self {
        Self { percent, is_done }
    }
}

impl Workstation {
    /// Takes `events` of what was recorded at most into the index that is searched: what came since, then what was there before it was begun, the newest first. For
    /// who does it in the background until [`SearchCoverage::is_done`], and for who rather waits than miss something. A thousand take some hundredths of a second, for
    /// which a search in this process waits.
    ///
    /// # Errors
    /// [`Error::Search`] when it cannot be written, or the data cannot be read.
    pub fn catch_up_search(&self, events: u32) -> Result<SearchCoverage, Error> {
        Ok(self.with_search(|index, store| index.catch_up(store, events))?.into())
    }

    pub(crate) fn with_search<T>(&self, work: impl FnOnce(&mut SearchIndex, &Store) -> Result<T, StoreError>) -> Result<T, Error> {
        self.search_desk.with(&self.folders.data, work).map_err(Error::Search)
    }
}
