//! Tells when the data changed, whoever wrote it, without polling.

use std::path::Path;

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::Error;

/// Watches a data folder for as long as it lives.
pub struct ChangeWatcher {
    _watcher: RecommendedWatcher,
}

impl ChangeWatcher {
    /// Calls `on_change` after each write to the database, by this or by another process. It is called on a thread of the
    /// watcher's, often several times for one write, and must return at once.
    ///
    /// # Errors
    /// [`Error::Watch`] when the system cannot watch the folder.
    pub fn start(data: &Path, on_change: impl Fn() + Send + 'static) -> Result<Self, Error> {
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| is_write(&event)) {
                on_change();
            }
        })?;
        watcher.watch(data, RecursiveMode::NonRecursive)?;
        Ok(Self { _watcher: watcher })
    }
}

/// SQLite commits by writing to the log beside the database; its shared-memory file changes at every read. The commit can be
/// seen only once the log is on disk, which on a slow disk is long after the write: a process that closes the log has committed.
fn is_write(event: &notify::Event) -> bool {
    let written = matches!(event.kind, EventKind::Modify(_) | EventKind::Create(_) | EventKind::Remove(_) | EventKind::Any);
    let changed = written || event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
    let database = |path: &Path| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(sitrep_store::DATABASE_FILE) && !name.ends_with("-shm"))
    };
    changed && event.paths.iter().any(|path| database(path))
}
