//! Reading the runbooks of the folders: when they are asked for, and again when something in a folder changed.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use sitrep_runbooks::{FolderReading, Index, Risks, Rules, read_folder_again};

use super::runbook_shelf::{FolderRules, RunbookReading, Shelf, ShelvedFolder};
use super::runbook_watch::RunbookWatch;
use super::workstation::Workstation;
use crate::refusals::Error;
use crate::team_files::{RUNBOOK_RULES_FILE, text};

impl Workstation {
    /// Which commands are risky in a runbook with this path, as its folder's rules say.
    pub(crate) fn risks_for(&self, path: &str) -> Risks {
        let folder = self.shelf().ok().and_then(|shelf| Some(shelf.find(path).ok()?.folder.rules.risks.clone()));
        folder.unwrap_or_default()
    }

    /// The runbooks, read anew where something changed. It takes as long as the disk does.
    pub(crate) fn shelf(&self) -> Result<Arc<Shelf>, Error> {
        let folders = self.runbook_folders()?;
        let shelf = &self.runbook_shelf;
        let mut read = shelf.read.lock().unwrap_or_else(PoisonError::into_inner);
        let changes = shelf.changes.load(Ordering::Acquire);
        if let Some(known) = &*read
            && shelf.known.load(Ordering::Acquire) == changes
            && known.folders.iter().map(|one| &one.folder).eq(&folders)
            && known.folders.iter().all(|one| one.rules_text == text(&self.rules_file(&one.folder)))
        {
            return Ok(Arc::clone(known));
        }
        let now = Arc::new(self.read_shelf(&folders, read.as_deref()));
        *read = Some(Arc::clone(&now));
        shelf.known.store(changes, Ordering::Release);
        Ok(now)
    }

    fn read_shelf(&self, folders: &[PathBuf], before: Option<&Shelf>) -> Shelf {
        let folders = named(folders).map(|(name, folder)| self.read_shelved(name, folder, before)).collect::<Vec<_>>();
        Shelf { index: Index::build(folders.iter().flat_map(|folder| &folder.reading.runbooks)), folders }
    }

    fn read_shelved(&self, name: String, folder: &Path, before: Option<&Shelf>) -> ShelvedFolder {
        let FolderRules { text: rules_text, rules, problem: rules_problem } = self.runbook_rules(folder);
        // Which commands are risky is read with them, so other rules have them read anew.
        let known = before.and_then(|shelf| shelf.folders.iter().find(|one| one.folder == folder && one.rules_text == rules_text));
        let none = FolderReading::default();
        let shelf = &self.runbook_shelf;
        let reading = read_folder_again(folder, known.map_or(&none, |known| &known.reading), &rules.risks, &mut |done, total| {
            shelf.done.store(done, Ordering::Relaxed);
            shelf.total.store(total, Ordering::Relaxed);
        });
        ShelvedFolder { name, folder: folder.to_owned(), reading, rules_text, rules, rules_problem, marks: Mutex::default() }
    }

    /// The rules for a folder: of the file in it, else of the team's. A bad file says so, and the usual rules hold.
    pub(crate) fn runbook_rules(&self, folder: &Path) -> FolderRules {
        rules_in(&self.rules_file(folder))
    }

    fn rules_file(&self, folder: &Path) -> PathBuf {
        let own = folder.join(RUNBOOK_RULES_FILE);
        if own.is_file() { own } else { self.folders.config.join(RUNBOOK_RULES_FILE) }
    }

    /// The rules beside the team's other files, for folders that have none of their own.
    pub(crate) fn team_runbook_rules(&self) -> FolderRules {
        rules_in(&self.folders.config.join(RUNBOOK_RULES_FILE))
    }

    /// How far the reading of the runbooks has come, or had when it was last done.
    ///
    /// # Errors
    /// None; it is asked as the other commands are.
    pub fn runbook_reading(&self) -> Result<RunbookReading, Error> {
        let count = |count: &AtomicUsize| u32::try_from(count.load(Ordering::Relaxed)).unwrap_or(u32::MAX);
        Ok(RunbookReading { done: count(&self.runbook_shelf.done), total: count(&self.runbook_shelf.total) })
    }

    /// Has the folders read anew when they are asked for.
    pub fn forget_runbooks(&self) {
        self.runbook_shelf.changes.fetch_add(1, Ordering::AcqRel);
    }

    /// Whether something changed in the folders since this was asked last.
    pub(super) fn take_runbook_news(&self) -> bool {
        let changes = self.runbook_shelf.changes.load(Ordering::Acquire);
        self.runbook_shelf.told.swap(changes, Ordering::AcqRel) != changes
    }

    /// Has the folders of runbooks watched from now on: what changed in them is read when they are asked for next, and `on_change` is
    /// called, on a thread of the watcher's, which must not wait. Where a system cannot watch, they are read at the next start.
    pub fn follow_runbooks(self: &Arc<Self>, on_change: impl Fn() + Send + 'static) {
        let workstation = Arc::downgrade(self);
        let watch = RunbookWatch::start(move || {
            if let Some(workstation) = workstation.upgrade() {
                workstation.forget_runbooks();
                on_change();
            }
        });
        *self.runbook_watch.lock().unwrap_or_else(PoisonError::into_inner) = watch;
        // A large folder takes a while to be watched, for which no start waits.
        let workstation = Arc::clone(self);
        let watch = move || workstation.watch_runbooks();
        // Where there is no thread for it, what changed is read at the next start.
        let _ = std::thread::Builder::new().name("runbook watch".to_owned()).spawn(watch);
    }

    /// Watches the folders that are named by now, and no others.
    pub(super) fn watch_runbooks(&self) {
        let folders = self.runbook_folders().unwrap_or_default();
        if let Some(watch) = &mut *self.runbook_watch.lock().unwrap_or_else(PoisonError::into_inner) {
            watch.follow(folders);
        }
    }
}

/// Each folder with a name that no other has.
fn named(folders: &[PathBuf]) -> impl Iterator<Item = (String, &Path)> {
    let name = |folder: &Path| folder.file_name().map_or_else(|| "runbooks".to_owned(), |name| name.to_string_lossy().into_owned());
    folders.iter().enumerate().map(move |(at, folder)| {
        let own = name(folder);
        let same = folders.iter().take(at).filter(|other| name(other) == own).count();
        (if same == 0 { own } else { format!("{own}-{}", same + 1) }, folder.as_path())
    })
}

fn rules_in(file: &Path) -> FolderRules {
    let text = text(file);
    let read = text.as_deref().map_err(Clone::clone).and_then(|text| Rules::parse(text).map_err(|error| error.to_string()));
    let problem = read.as_ref().err().cloned();
    FolderRules { text, rules: read.unwrap_or_default(), problem }
}
