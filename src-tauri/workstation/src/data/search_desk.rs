//! Where what was written is searched: beside everything else, so that nobody who records something waits for who looks for something.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use sitrep_store::{SearchIndex, Store, StoreError};

/// A connection of its own to the data, and the index; opened when somebody first searches.
#[derive(Default)]
pub(crate) struct SearchDesk(Mutex<Option<(Store, SearchIndex)>>);

impl SearchDesk {
    /// Works with both, once at a time.
    pub(super) fn with<T>(
        &self,
        data: &Path,
        work: impl FnOnce(&mut SearchIndex, &Store) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (store, mut index) = match open.take() {
            Some(open) => open,
            None => (Store::open(data)?, SearchIndex::default()),
        };
        let done = work(&mut index, &store);
        *open = Some((store, index));
        done
    }
}
