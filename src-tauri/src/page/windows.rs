//! Showing and hiding the two windows.

use std::sync::{Mutex, PoisonError};

use sitrep_core::next_step::Pane;
use tauri::{AppHandle, Manager, UserAttentionType};

use super::events;
use super::placement::upper_third;
use super::shapes::OpenRequest;
use crate::workspaces::Workspaces;

/// The label of the main window.
pub const MAIN: &str = "main";
/// The label of quick entry's window.
pub const QUICK: &str = "quick";
/// The labels of both.
pub const ALL: [&str; 2] = [MAIN, QUICK];

/// What the main window was asked to show and has not been told yet, because its page was still loading.
#[derive(Default)]
pub struct PendingOpen(Mutex<Option<OpenRequest>>);

impl PendingOpen {
    /// Takes what was asked for.
    pub fn take(&self) -> Option<OpenRequest> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn put(&self, request: OpenRequest) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(request);
    }
}

/// Brings the main window to the front, from wherever it was.
pub fn show_main(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    // Each step is tried: a window manager may ignore any of them.
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
    tell_clocks_are_stale(app);
}

/// The main window's title, which the desktop's list of windows shows too.
pub fn set_main_title(app: &AppHandle, title: &str) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.set_title(title);
    }
}

/// Shows an incident, or with no handle the declare line.
pub fn open(app: &AppHandle, handle: Option<String>, pane: Option<Pane>) {
    let request = OpenRequest { handle, pane };
    app.state::<PendingOpen>().put(request.clone());
    show_main(app);
    events::open(app, &[MAIN], &request);
}

/// Makes the main window visible and asks for attention without taking the keyboard from whatever the person types in.
pub fn raise_main(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.request_user_attention(Some(UserAttentionType::Critical));
}

/// Shows quick entry over everything, ready to type in.
pub fn show_quick(app: &AppHandle) {
    let Some(window) = app.get_webview_window(QUICK) else { return };
    if let Some(place) = upper_third(&window) {
        let _ = window.set_position(place);
    }
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
    events::quick_entry_shown(app, &[QUICK], &());
}

/// Puts quick entry away; the window manager gives the focus back.
pub fn hide_quick(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(QUICK).map_or(Ok(()), |window| window.hide())
}

/// The windows that somebody can see.
pub fn visible(app: &AppHandle) -> Vec<&'static str> {
    let is_seen = |label: &&str| app.get_webview_window(label).is_some_and(|window| window.is_visible().unwrap_or(true));
    ALL.into_iter().filter(is_seen).collect()
}

/// A window that was hidden got no clocks, so it is told at once when it is shown.
fn tell_clocks_are_stale(app: &AppHandle) {
    if let Ok(clocks) = app.state::<Workspaces>().current().and_then(|workspace| Ok(workspace.workstation.clocks()?)) {
        events::clocks(app, &[MAIN], &clocks);
    }
}
