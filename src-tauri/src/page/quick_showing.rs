//! One showing of quick entry: whose data it is on and where it is aimed. Both are settled once, so that nothing that happens
//! while somebody types moves the line elsewhere.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use sitrep_workstation::acts::QuickAim;
use tauri::{AppHandle, Manager};
use ts_rs::TS;

use super::labels::{MAIN, QUICK};
use super::main_window::MainWindow;
use super::seen::{SeenWindows, Sight};
use crate::refusal::Refusal;
use crate::workspaces::{Workspace, WorkspaceKind, Workspaces};

/// What quick entry is shown for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum QuickFor {
    /// What the person has before them, or else what was last touched.
    #[default]
    Anything,
    /// An incident that was asked for.
    Incident(WorkspaceKind, String),
}

/// What its page is to know of a showing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickOpening {
    /// Whether what is typed goes into practice.
    pub practice: bool,
    /// Where a line goes that names no incident.
    pub aim: QuickAim,
    /// Whether that incident was asked for, which counts for more than what was chosen for a draft.
    pub asked: bool,
}

/// The present showing, or the last.
#[derive(Default)]
pub struct QuickShowing(Mutex<Showing>);

#[derive(Default)]
struct Showing {
    what: QuickFor,
    /// Whether the main window had the keyboard, and the incident that was open there.
    from_main: bool,
    open: Option<String>,
    settled: Option<(WorkspaceKind, QuickOpening)>,
}

impl QuickShowing {
    fn lock(&self) -> MutexGuard<'_, Showing> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Begins a showing, before the window comes up and takes the keyboard. One that is on the screen goes on as it is, unless an
/// incident is asked for.
pub fn begin(app: &AppHandle, what: QuickFor) {
    if what == QuickFor::Anything && app.state::<SeenWindows>().sight(QUICK) == Sight::Seen {
        return;
    }
    let main = app.state::<MainWindow>();
    let is_seen = app.state::<SeenWindows>().sight(MAIN) == Sight::Seen;
    let from_main = is_seen && main.has_keyboard();
    let open = main.open_incident().filter(|_| from_main);
    *app.state::<QuickShowing>().lock() = Showing { what, from_main, open, settled: None };
}

/// How the present showing is settled.
pub fn opening(app: &AppHandle) -> Result<QuickOpening, Refusal> {
    Ok(settled(app)?.1)
}

/// The workspace of the present showing.
pub fn workspace(app: &AppHandle) -> Result<Arc<Workspace>, Refusal> {
    app.state::<Workspaces>().of(settled(app)?.0)
}

fn settled(app: &AppHandle) -> Result<(WorkspaceKind, QuickOpening), Refusal> {
    let state = app.state::<QuickShowing>();
    let mut showing = state.lock();
    if let Some(settled) = &showing.settled {
        return Ok(settled.clone());
    }
    let settled = settle(app, &showing)?;
    showing.settled = Some(settled.clone());
    Ok(settled)
}

fn settle(app: &AppHandle, showing: &Showing) -> Result<(WorkspaceKind, QuickOpening), Refusal> {
    let workspaces = app.state::<Workspaces>();
    let kind = match &showing.what {
        QuickFor::Incident(kind, _) => *kind,
        QuickFor::Anything => kind_of_press(showing.from_main, app.state::<SeenWindows>().sight(MAIN), &workspaces)?,
    };
    let workstation = &workspaces.of(kind)?.workstation;
    let (asked, aim) = match &showing.what {
        QuickFor::Incident(_, handle) => (true, workstation.aim_quick_entry(Some(handle))?),
        // What is open may be of the other workspace.
        QuickFor::Anything => {
            let open = showing.open.as_deref().and_then(|handle| workstation.aim_quick_entry(Some(handle)).ok());
            (false, open.map_or_else(|| workstation.aim_quick_entry(None), Ok)?)
        }
    };
    Ok((kind, QuickOpening { practice: kind == WorkspaceKind::Practice, aim, asked }))
}

fn kind_of_press(from_main: bool, main: Sight, workspaces: &Workspaces) -> Result<WorkspaceKind, Refusal> {
    if workspaces.current()?.kind == WorkspaceKind::Real {
        return Ok(WorkspaceKind::Real);
    }
    // What cannot be read may well be real trouble.
    let trouble = workspaces.real()?.workstation.count_active().map_or(true, |active| active > 0);
    Ok(kind_while_practising(from_main, main, trouble))
}

/// Practice is for whoever has it before them: with its window closed, or with real trouble and the keyboard elsewhere, a key is
/// about the real data.
fn kind_while_practising(from_main: bool, main: Sight, trouble: bool) -> WorkspaceKind {
    if main == Sight::Seen && (from_main || !trouble) { WorkspaceKind::Practice } else { WorkspaceKind::Real }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn practice_never_takes_a_line_that_is_meant_for_real() {
        assert_eq!(kind_while_practising(false, Sight::Hidden, false), WorkspaceKind::Real, "the window is closed");
        assert_eq!(kind_while_practising(false, Sight::Minimised, false), WorkspaceKind::Real);
        assert_eq!(kind_while_practising(false, Sight::Seen, true), WorkspaceKind::Real, "something real goes on");
        assert_eq!(kind_while_practising(true, Sight::Seen, true), WorkspaceKind::Practice, "practice is right before them");
        assert_eq!(kind_while_practising(false, Sight::Seen, false), WorkspaceKind::Practice);
    }
}
