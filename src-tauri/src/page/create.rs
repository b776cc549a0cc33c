//! Making the two windows.

use sitrep_workstation::Theme;
use tauri::webview::PageLoadEvent;
use tauri::window::Color;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use super::focus::{Permit, keyboard};
use super::placement::{self, QUICK_SIZE};
use super::quick_showing::QuickFor;
use super::seen::{self, Sight};
use super::windows::{self, MAIN, QUICK};

/// The centre pane's tone in dark and light (`--bg-base`), so that nothing flashes before the page is drawn.
const DARK: Color = Color(0x12, 0x15, 0x18, 0xff);
const LIGHT: Color = Color(0xff, 0xff, 0xff, 0xff);

/// The window that the app opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstWindow {
    /// The main window.
    Main,
    /// Quick entry.
    Quick,
    /// Neither, as at login.
    None,
}

/// Makes both windows, quick entry's hidden so that its key finds it ready.
pub fn create(app: &AppHandle, theme: Theme, first: FirstWindow) -> tauri::Result<()> {
    let background = if theme == Theme::Light { LIGHT } else { DARK };
    let main = create_main(app, background, first)?;
    let quick = create_quick(app, background, first)?;
    for window in [&main, &quick] {
        let opens = first == FirstWindow::Main && window.label() == MAIN;
        seen::note(app, window.label(), if opens { Sight::Seen } else { Sight::Hidden });
        seen::follow(window)?;
    }
    placement::float(&quick);
    keyboard::follow(&quick);
    if theme == Theme::System && main.theme()? == tauri::Theme::Light {
        main.set_background_color(Some(LIGHT))?;
        quick.set_background_color(Some(LIGHT))?;
    }
    Ok(())
}

fn create_main(app: &AppHandle, background: Color, first: FirstWindow) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Sitrep")
        .inner_size(1280.0, 800.0)
        .min_inner_size(760.0, 480.0)
        .center()
        .background_color(background)
        .visible(first == FirstWindow::Main)
        .on_navigation(is_own_page)
        .build()
}

fn create_quick(app: &AppHandle, background: Color, first: FirstWindow) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, QUICK, WebviewUrl::App("quick.html".into()))
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
            // Shown sooner, it would not have the keyboard.
            if first == FirstWindow::Quick && load.event() == PageLoadEvent::Finished {
                windows::show_quick(window.app_handle(), Permit::Asked, QuickFor::Anything);
            }
        })
        .build()
}

/// The windows show the pages that came with the app and no others.
fn is_own_page(url: &tauri::Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_open() -> Result<(), Box<dyn std::error::Error>> {
        for (url, wanted) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://example.com/", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_own_page(&url.parse()?), wanted, "{url}");
        }
        Ok(())
    }
}
