//! Showing and hiding the two windows.

use std::sync::{Mutex, PoisonError};

use sitrep_core::procedure::Pane;
use sitrep_workstation::LinkFill;
use tauri::{AppHandle, Manager, UserAttentionType, WebviewWindow};

use super::drawn_clocks;
use super::events;
use super::focus::{Permit, keyboard, present};
pub use super::labels::{MAIN, QUICK};
use super::placement::move_to_upper_third;
use super::quick_showing::{self, QuickFor};
use super::seen::{self, Sight};
use super::shapes::OpenRequest;

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
    show_main_by(app, Permit::Asked);
}

fn show_main_by(app: &AppHandle, permit: Permit) {
    on_windows_thread(app, MAIN, |window| present(window, permit));
    // While it was hidden it got none.
    drawn_clocks::tell(app, MAIN);
}

/// Shows quick entry over everything, ready to type in.
pub fn show_quick(app: &AppHandle, permit: Permit, what: QuickFor) {
    on_windows_thread(app, QUICK, |window| {
        quick_showing::begin(window.app_handle(), what);
        move_to_upper_third(window);
        present(window, permit);
        events::quick_entry_shown(window.app_handle(), &[QUICK], &());
        keyboard::on_shown(window);
    });
}

/// Has something done with a window by the thread that owns it. Whoever asks does not wait.
fn on_windows_thread(app: &AppHandle, label: &'static str, job: impl FnOnce(&WebviewWindow) + Send + 'static) {
    let then = app.clone();
    let job = move || {
        if let Some(window) = then.get_webview_window(label) {
            job(&window);
            seen::note(&then, label, Sight::Seen);
        }
    };
    // An app that is ending shows nothing more.
    drop(app.run_on_main_thread(job));
}

/// The main window's title, which the desktop's list of windows shows too. For the windows' own thread.
pub fn set_main_title(app: &AppHandle, title: &str) {
    if let Some(window) = app.get_webview_window(MAIN)
        && window.title().is_ok_and(|present| present != title)
    {
        let _ = window.set_title(title);
    }
}

/// Shows an incident, or with no handle the declare line.
pub fn open(app: &AppHandle, handle: Option<String>, pane: Option<Pane>) {
    open_by(app, OpenRequest { handle, pane, ..OpenRequest::default() }, Permit::Asked);
}

/// Shows the declare line.
pub fn open_declaration(app: &AppHandle, permit: Permit) {
    open_by(app, OpenRequest::default(), permit);
}

/// Shows an alert, to be looked at before it counts.
pub fn open_alert(app: &AppHandle, text: String) {
    open_by(app, OpenRequest { alert: Some(text), ..OpenRequest::default() }, Permit::Asked);
}

/// Shows the declaration's form, filled by a link; a person declares.
pub fn open_fill(app: &AppHandle, fill: LinkFill) {
    open_by(app, OpenRequest { fill: Some(fill), ..OpenRequest::default() }, Permit::Asked);
}

fn open_by(app: &AppHandle, request: OpenRequest, permit: Permit) {
    app.state::<PendingOpen>().put(request.clone());
    show_main_by(app, permit);
    events::open(app, &[MAIN], &request);
}

/// Makes the main window visible and asks for attention without taking the keyboard from whatever the person types in. Each
/// step is tried: a window manager may ignore any of them.
pub fn raise_main(app: &AppHandle) {
    on_windows_thread(app, MAIN, |window| {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.request_user_attention(Some(UserAttentionType::Critical));
    });
}

/// Puts a window away; the window manager gives the focus back.
pub fn hide(app: &AppHandle, label: &str) -> tauri::Result<()> {
    let Some(window) = app.get_webview_window(label) else { return Ok(()) };
    window.hide()?;
    seen::note(app, label, Sight::Hidden);
    if label == QUICK {
        keyboard::on_hidden(&window);
    }
    Ok(())
}
