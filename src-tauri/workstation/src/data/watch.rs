//! Tells when the data or the policy changed, whoever wrote it, without polling.

use std::path::Path;

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::folders::Folders;
use crate::refusals::Error;
use crate::team_files::POLICY_FILE;

/// Watches the folders of a workstation for as long as it lives.
pub struct ChangeWatcher {
    _watcher: RecommendedWatcher,
}

impl ChangeWatcher {
    /// Calls `on_change` after each write to the database or the policy file, by this or by another process. It is called on a thread of the
    /// watcher's, often several times for one write, and must return at once.
    ///
    /// # Errors
    /// [`Error::Watch`] when the system cannot watch the folder.
    pub fn start(folders: &Folders, on_change: impl Fn() + Send + 'static) -> Result<Self, Error> {
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| is_write(&event)) {
                on_change();
            }
        })?;
        watcher.watch(&folders.data, RecursiveMode::NonRecursive)?;
        // A folder that is made later is seen at the next start.
        if folders.config.is_dir() {
            watcher.watch(&folders.config, RecursiveMode::NonRecursive)?;
        }
        Ok(Self { _watcher: watcher })
    }
}

/// SQLite commits by writing to the log beside the database; its shared-memory file changes at every read. The commit can be
/// seen only once the log is on disk, which on a slow disk is long after the write: a process that closes the log has committed.
fn is_write(event: &notify::Event) -> bool {
    let written = matches!(event.kind, EventKind::Modify(_) | EventKind::Create(_) | EventKind::Remove(_) | EventKind::Any);
    let changed = written || event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
    let ours = |path: &Path| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name == POLICY_FILE || (name.starts_with(sitrep_store::DATABASE_FILE) && !name.ends_with("-shm")))
    };
    changed && event.paths.iter().any(|path| ours(path))
}
