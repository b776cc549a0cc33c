//! Tells when something in a folder of runbooks changed, without polling.

use std::path::{Path, PathBuf};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// The folders that are watched.
pub(crate) struct RunbookWatch {
    watcher: RecommendedWatcher,
    watched: Vec<PathBuf>,
}

impl RunbookWatch {
    /// One that calls `on_change` on a thread of its own; none where a system cannot watch.
    pub(super) fn start(on_change: impl Fn() + Send + 'static) -> Option<Self> {
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| concerns_runbooks(&event)) {
                on_change();
            }
        });
        watcher.ok().map(|watcher| Self { watcher, watched: Vec::new() })
    }

    /// Watches these and no others from now on.
    pub(super) fn follow(&mut self, folders: Vec<PathBuf>) {
        for gone in self.watched.iter().filter(|watched| !folders.contains(watched)) {
            // One that is no longer there is watched no more.
            let _ = self.watcher.unwatch(gone);
        }
        let kept = folders.iter().filter(|folder| self.watched.contains(folder));
        let mut watched: Vec<PathBuf> = kept.cloned().collect();
        for folder in folders.iter().filter(|folder| !self.watched.contains(folder)) {
            watched.extend(self.watcher.watch(folder, RecursiveMode::Recursive).ok().map(|()| folder.clone()));
        }
        self.watched = watched;
    }
}

/// Git writes into its own folder at every look.
fn concerns_runbooks(event: &notify::Event) -> bool {
    let written = matches!(event.kind, EventKind::Modify(_) | EventKind::Create(_) | EventKind::Remove(_) | EventKind::Any);
    let of_git = |path: &Path| path.components().any(|part| part.as_os_str() == ".git");
    written && event.paths.iter().any(|path| !of_git(path))
}
