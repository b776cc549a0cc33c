//! The workspaces: the person's own data folder, opened, and the practice one while somebody practises.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sitrep_workstation::{ChangeWatcher, Clock, Error, Folders, SystemClock, Workstation, seed_practice};

use crate::refusal::{IpcError, Refusal};

/// Which of the two workspaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WorkspaceKind {
    /// The person's own data.
    Real,
    /// The practice folder.
    Practice,
}

impl WorkspaceKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Real, Self::Practice];

    /// By which the lines of the tray name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Practice => "practice",
        }
    }

    /// Reads such a name.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// An open data folder: the workstation on it, watched for what other processes write.
pub struct Workspace {
    /// Which one it is.
    pub kind: WorkspaceKind,
    /// Its use cases.
    pub workstation: Arc<Workstation>,
    watcher: Option<ChangeWatcher>,
}

impl Workspace {
    /// Whether changes by other processes are told, so that nobody need look for them.
    pub fn is_watched(&self) -> bool {
        self.watcher.is_some()
    }
}

/// Told when a workspace's data changed, on a thread that must not be kept waiting.
pub type OnChange = Arc<dyn Fn(WorkspaceKind) + Send + Sync>;

/// The workspaces of this app.
pub struct Workspaces {
    clock: Arc<dyn Clock>,
    on_change: OnChange,
    open: Mutex<Open>,
}

struct Open {
    real: Result<Arc<Workspace>, IpcError>,
    practice: Option<Arc<Workspace>>,
}

impl Workspaces {
    /// Opens the real workspace. If that fails the app runs all the same, and every command answers why.
    pub fn open(on_change: OnChange) -> Self {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let real = open_real(&clock, &on_change);
        Self { clock, on_change, open: Mutex::new(Open { real, practice: None }) }
    }

    /// The workspace that the windows show.
    pub fn current(&self) -> Result<Arc<Workspace>, Refusal> {
        let open = self.lock();
        match &open.practice {
            Some(practice) => Ok(Arc::clone(practice)),
            None => open.real.clone().map_err(Refusal::Closed),
        }
    }

    /// The person's own workspace, whatever the windows show.
    pub fn real(&self) -> Result<Arc<Workspace>, Refusal> {
        self.lock().real.clone().map_err(Refusal::Closed)
    }

    /// One of them, or why it is not to be had.
    pub fn of(&self, kind: WorkspaceKind) -> Result<Arc<Workspace>, Refusal> {
        match kind {
            WorkspaceKind::Real => self.real(),
            WorkspaceKind::Practice => self.get(kind).ok_or(Refusal::PracticeIsOver),
        }
    }

    /// The workspaces that are open, the one on show last; reminders come from each.
    pub fn all(&self) -> Vec<Arc<Workspace>> {
        let open = self.lock();
        open.real.iter().chain(&open.practice).cloned().collect()
    }

    /// One of them, if it is open.
    pub fn get(&self, kind: WorkspaceKind) -> Option<Arc<Workspace>> {
        self.all().into_iter().find(|workspace| workspace.kind == kind)
    }

    /// Why the real workspace is closed, if it is.
    pub fn closed(&self) -> Option<IpcError> {
        self.lock().real.as_ref().err().cloned()
    }

    /// Tries again to open the real workspace; says whether it is open now and was not before.
    pub fn reopen(&self) -> bool {
        if self.lock().real.is_ok() {
            return false;
        }
        let real = open_real(&self.clock, &self.on_change);
        let opened = real.is_ok();
        self.lock().real = real;
        opened
    }

    /// Shows the practice workspace from now on and names its incident. The person's name and colours are taken along.
    pub fn start_practice(&self) -> Result<String, Refusal> {
        let real = self.real()?.workstation.clone();
        // A stale practice folder is made anew, so nobody may have it open.
        self.lock().practice = None;
        let handle = seed_practice(real.folders(), Arc::clone(&self.clock))?;
        let practice = open_workspace(WorkspaceKind::Practice, real.folders().practice(), &self.clock, &self.on_change)?;
        practice.workstation.change_settings(&real.settings()?.into())?;
        self.lock().practice = Some(Arc::new(practice));
        (self.on_change)(WorkspaceKind::Practice);
        Ok(handle)
    }

    /// Shows the real workspace again.
    pub fn leave_practice(&self) {
        if self.lock().practice.take().is_some() {
            (self.on_change)(WorkspaceKind::Real);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn open_real(clock: &Arc<dyn Clock>, on_change: &OnChange) -> Result<Arc<Workspace>, IpcError> {
    let workspace = Folders::from_env().and_then(|folders| open_workspace(WorkspaceKind::Real, folders, clock, on_change));
    workspace.map(Arc::new).map_err(|error| Refusal::from(error).into())
}

fn open_workspace(kind: WorkspaceKind, folders: Folders, clock: &Arc<dyn Clock>, on_change: &OnChange) -> Result<Workspace, Error> {
    let workstation = Arc::new(Workstation::open(folders, Arc::clone(clock))?);
    let on_change = Arc::clone(on_change);
    let of_runbooks = Arc::clone(&on_change);
    workstation.follow_runbooks(move || of_runbooks(kind));
    let watcher = ChangeWatcher::start(workstation.folders(), move || on_change(kind)).ok();
    Ok(Workspace { kind, workstation, watcher })
}
