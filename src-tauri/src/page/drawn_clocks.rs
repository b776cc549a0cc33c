//! Which clocks the main window draws. It is told of these alone, however many incidents there are.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sitrep_workstation::screens::Clocks;
use sitrep_workstation::{Error, Workstation};
use tauri::{AppHandle, Manager};

use super::events;
use crate::workspaces::Workspaces;

/// How many are told to a page that has not said yet which it draws.
const BEFORE_IT_SAYS: usize = 20;

/// The handles of the incidents that the page draws, once it has said so.
#[derive(Default)]
pub struct DrawnClocks(Mutex<Option<BTreeSet<String>>>);

impl DrawnClocks {
    /// From now on it draws these.
    pub fn follow(&self, handles: impl IntoIterator<Item = String>) {
        *self.lock() = Some(handles.into_iter().collect());
    }

    /// How they stand now.
    pub fn read(&self, workstation: &Workstation) -> Result<Clocks, Error> {
        match &*self.lock() {
            Some(handles) => workstation.clocks_of(handles),
            None => workstation.clocks_of_first(BEFORE_IT_SAYS),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<BTreeSet<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells a page the clocks that it draws at once, without waiting for the next second.
pub fn tell(app: &AppHandle, label: &str) {
    if let Ok(workspace) = app.state::<Workspaces>().current()
        && let Ok(clocks) = app.state::<DrawnClocks>().read(&workspace.workstation)
    {
        events::clocks(app, &[label], &clocks);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use sitrep_workstation::acts::DeclareInput;
    use sitrep_workstation::{Folders, SystemClock};

    use super::*;

    #[test]
    fn a_page_is_told_what_it_draws_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders { data: folder.path().join("data"), config: folder.path().join("config"), practice: false };
        let workstation = Workstation::open(folders, Arc::new(SystemClock)).expect("an empty data folder opens");
        let declare = |number: usize| {
            let input = DeclareInput { line: format!("P3 Trouble {number}"), ..DeclareInput::default() };
            workstation.declare(&input).expect("an incident").handle
        };
        let all: Vec<String> = (0..30).map(declare).collect();
        let drawn = DrawnClocks::default();
        let told = || -> Vec<String> {
            let clocks = drawn.read(&workstation).expect("the clocks");
            clocks.incidents.into_iter().map(|incident| incident.handle).collect()
        };

        assert_eq!(told().len(), BEFORE_IT_SAYS);
        drawn.follow([all[29].clone(), "a practice incident".to_owned()]);
        assert_eq!(told(), [all[29].clone()]);
        drawn.follow([]);
        assert_eq!(told(), Vec::<String>::new());
    }
}
