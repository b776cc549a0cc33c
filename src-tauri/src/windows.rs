//! The two windows: making them, showing them, and telling their pages what changed.

use std::sync::Mutex;

use sitrep_core::next_step::Pane;
use sitrep_workstation::Theme;
use sitrep_workstation::screens::Clocks;
use tauri::webview::PageLoadEvent;
use tauri::window::Color;
use tauri::{
    AppHandle, Emitter, Manager, PhysicalPosition, UserAttentionType, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window, WindowEvent,
};

use crate::heartbeat::Live;
use crate::notices::Notices;
use crate::request::Request;
use crate::views::OpenRequest;
use crate::{quit, tray};

/// The label of the main window.
pub const MAIN: &str = "main";
/// The label of quick entry's window.
pub const QUICK: &str = "quick";

const QUICK_SIZE: (f64, f64) = (640.0, 176.0);
/// The centre pane's tone in dark and light (`--bg-base`), so that nothing flashes before the page is drawn.
const DARK: Color = Color(0x12, 0x15, 0x18, 0xff);
const LIGHT: Color = Color(0xff, 0xff, 0xff, 0xff);

/// What the main window was asked to show and has not been told yet, because its page was still loading.
#[derive(Default)]
pub struct Asked(Mutex<Option<OpenRequest>>);

impl Asked {
    /// Takes what was asked for.
    pub fn take(&self) -> Option<OpenRequest> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take()
    }

    fn put(&self, request: OpenRequest) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(request);
    }
}

/// Makes both windows, quick entry's hidden so that its key finds it ready. The app opens with one of the two, or at login with
/// neither.
pub fn create(app: &AppHandle, theme: Theme, request: &Request) -> tauri::Result<()> {
    let opens_quick = *request == Request::Quick;
    let background = if theme == Theme::Light { LIGHT } else { DARK };
    let main = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Sitrep")
        .inner_size(1280.0, 800.0)
        .min_inner_size(760.0, 480.0)
        .center()
        .background_color(background)
        .visible(!matches!(request, Request::Quick | Request::Background))
        .on_navigation(is_own_page)
        .build()?;
    let quick = WebviewWindowBuilder::new(app, QUICK, WebviewUrl::App("quick.html".into()))
        .title("Sitrep quick entry")
        .inner_size(QUICK_SIZE.0, QUICK_SIZE.1)
        .resizable(false)
        .decorations(false)
        .always_on_top(true)
        .skip_taskbar(true)
        .background_color(background)
        .visible(false)
        .on_navigation(is_own_page)
        .on_page_load(move |window, load| {
            // Shown sooner, or in one go by the main thread, it would not have the keyboard.
            if opens_quick && load.event() == PageLoadEvent::Finished {
                let app = window.app_handle().clone();
                tauri::async_runtime::spawn_blocking(move || show_quick(&app));
            }
        })
        .build()?;
    if theme == Theme::System && main.theme()? == tauri::Theme::Light {
        main.set_background_color(Some(LIGHT))?;
        quick.set_background_color(Some(LIGHT))?;
    }
    Ok(())
}

/// The windows show the pages that came with the app and no others.
fn is_own_page(url: &tauri::Url) -> bool {
    matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost")
}

/// Closing hides where hiding makes sense; quick entry is hidden always.
pub fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    api.prevent_close();
    let app = window.app_handle();
    if window.label() == QUICK || goes_on_without_window(app) {
        // A window that cannot be hidden stays where it is; nothing is lost by that.
        let _ = window.hide();
    } else {
        quit::quit(app);
    }
}

/// Reminders go on while something is waited for; with a tray there is a way back at any time.
fn goes_on_without_window(app: &AppHandle) -> bool {
    tray::is_shown(app) || app.state::<Live>().waits_for_something()
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
    app.state::<Asked>().put(request.clone());
    show_main(app);
    tell(app, "open", &request);
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
    let _ = app.emit_to(QUICK, "quick_entry_shown", ());
}

/// Puts quick entry away; the window manager gives the focus back.
pub fn hide_quick(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(QUICK).map_or(Ok(()), |window| window.hide())
}

/// Centred across the screen that the pointer is on, a third of the free height from its top.
fn upper_third(window: &WebviewWindow) -> Option<PhysicalPosition<i32>> {
    let pointed_at = window.cursor_position().ok().and_then(|at| window.monitor_from_point(at.x, at.y).ok().flatten());
    let monitor = pointed_at.or_else(|| window.primary_monitor().ok().flatten())?;
    let (origin, size) = (monitor.position(), monitor.size());
    let scale = monitor.scale_factor();
    let x = centred(origin.x, size.width, QUICK_SIZE.0 * scale, 2);
    let y = centred(origin.y, size.height, QUICK_SIZE.1 * scale, 3);
    Some(PhysicalPosition::new(x, y))
}

/// Where something of `length` begins so that one part in `parts` of the free space lies before it.
#[allow(clippy::cast_possible_truncation)]
fn centred(origin: i32, space: u32, length: f64, parts: u32) -> i32 {
    let free = (f64::from(space) - length).max(0.0);
    origin + (free / f64::from(parts)) as i32
}

/// Some data changed: the pages fetch again what they show.
pub fn tell_changed(app: &AppHandle) {
    tell(app, "changed", &());
}

/// The notices changed.
pub fn tell_notices(app: &AppHandle) {
    tell(app, "notices", &app.state::<Notices>().all());
}

/// The windows that somebody can see.
pub fn visible(app: &AppHandle) -> Vec<String> {
    let all = app.webview_windows().into_iter();
    all.filter(|(_, window)| window.is_visible().unwrap_or(true)).map(|(label, _)| label).collect()
}

/// The clocks of this second, for the windows given.
pub fn tell_clocks(app: &AppHandle, labels: &[String], clocks: &Clocks) {
    for label in labels {
        let _ = app.emit_to(label.as_str(), "clocks", clocks);
    }
}

/// A window that was hidden got no clocks, so it is told at once when it is shown.
fn tell_clocks_are_stale(app: &AppHandle) {
    if let Ok(clocks) = app.state::<crate::rooms::Rooms>().current().and_then(|room| Ok(room.workstation.clocks()?)) {
        let _ = app.emit_to(MAIN, "clocks", clocks);
    }
}

/// Sends an event to every page. A page that is gone is the only reason why that can fail.
fn tell<T: serde::Serialize + Clone>(app: &AppHandle, event: &str, payload: &T) {
    let _ = app.emit(event, payload.clone());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_entry_lies_in_the_upper_third() {
        assert_eq!(centred(0, 1920, 640.0, 2), 640);
        assert_eq!(centred(0, 1076, 176.0, 3), 300);
        assert_eq!(centred(1920, 320, 640.0, 2), 1920, "a screen that is too small does not push it off the left edge");
    }

    #[test]
    fn only_own_pages_open() -> Result<(), Box<dyn std::error::Error>> {
        for (url, wanted) in [("tauri://localhost/index.html", true), ("http://tauri.localhost/", true), ("https://example.com/", false)] {
            assert_eq!(is_own_page(&url.parse()?), wanted, "{url}");
        }
        Ok(())
    }
}
