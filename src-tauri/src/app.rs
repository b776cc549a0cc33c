//! Starting the app and putting its parts together.

use std::process::ExitCode;

use sitrep_clipboard::Clipboard;
use sitrep_workstation::Theme;
use tauri::{App, AppHandle, Manager, RunEvent};

use crate::desktop_keys::DesktopKeys;
use crate::heartbeat::{self, Live, Wire};
use crate::hotkey::{self, Hotkeys};
use crate::notices::{self, Notices};
use crate::notifier::Notifier;
use crate::reminders::Standing;
use crate::request::{Request, USAGE};
use crate::rooms::{RoomKind, Rooms};
use crate::tray::{self, Tray};
use crate::views::{IpcError, NoticeKind};
use crate::windows::{self, Asked};
use crate::{actions, commands, display, login, pictures, quit};

/// Runs until the person quits.
pub fn run() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match Request::parse(&words) {
        None => {
            eprintln!("Sitrep was not opened: '{}' is not understood.\n{USAGE}", words.join(" "));
            ExitCode::from(2)
        }
        Some(request) => open(request),
    }
}

fn open(request: Request) -> ExitCode {
    display::avoid_blank_windows();
    if !display::is_there() {
        eprintln!("{}", display::NO_DISPLAY);
        return ExitCode::FAILURE;
    }
    let built = pictures::serve(tauri::Builder::default())
        .plugin(tauri_plugin_single_instance::init(|app, words, _| on_second_start(app, &words)))
        .plugin(tauri_plugin_global_shortcut::Builder::new().build())
        .plugin(login::plugin())
        .manage(Asked::default())
        .manage(Clipboard::default())
        .manage(DesktopKeys::default())
        .manage(Hotkeys::default())
        .manage(Live::default())
        .manage(Notices::default())
        .manage(Standing::default())
        .manage(Tray::default())
        .invoke_handler(commands::handler())
        .on_window_event(windows::on_event)
        .setup(move |app| {
            if let Err(error) = set_up(app, &request) {
                // Returned from here the error would become a panic.
                tell_not_opened(error.as_ref());
                std::process::exit(1);
            }
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(on_run_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell_not_opened(&error);
            ExitCode::FAILURE
        }
    }
}

fn tell_not_opened(error: &dyn std::error::Error) {
    eprintln!("Sitrep's window was not opened: {error}. Nothing was lost, and the command line works without it.");
}

fn set_up(app: &mut App, request: &Request) -> Result<(), Box<dyn std::error::Error>> {
    let app = app.handle();
    let wire = Wire::new();
    app.manage(Rooms::open(wire.on_change.clone()));
    heartbeat::look_first(app);
    let events = app.clone();
    app.manage(Notifier::start(move |event| actions::on_event(&events, event))?);
    let settings = app.state::<Rooms>().real().and_then(|room| Ok(room.workstation.settings()?));
    let theme = settings.as_ref().map_or(Theme::Dark, |settings| settings.theme);
    windows::create(app, theme, request)?;
    if let Some(closed) = app.state::<Rooms>().closed() {
        notices::put(app, "closed", NoticeKind::Storage, closed.message, closed.hint);
    }
    if let Ok(settings) = &settings {
        hotkey::apply(app, settings);
    }
    tray::create(app);
    (wire.on_change)(RoomKind::Real);
    heartbeat::start(app.clone(), wire)?;
    pictures::sweep(app);
    if *request != Request::Quick {
        obey(app, request);
    }
    Ok(())
}

/// A second start hands its words to this process and ends.
fn on_second_start(app: &AppHandle, words: &[String]) {
    let request = words.get(1..).and_then(Request::parse).unwrap_or(Request::Focus);
    if request == Request::Focus {
        windows::show_main(app);
    } else {
        obey(app, &request);
    }
}

fn obey(app: &AppHandle, request: &Request) {
    match request {
        Request::Focus | Request::Background => {}
        Request::Quick => windows::show_quick(app),
        Request::Declare => windows::open(app, None, None),
        Request::Open(handle) => windows::open(app, Some(handle.clone()), None),
        Request::Practice => match app.state::<Rooms>().start_practice() {
            Ok(handle) => windows::open(app, Some(handle), None),
            Err(refusal) => {
                let refusal = IpcError::from(refusal);
                notices::put(app, "practice", NoticeKind::Storage, refusal.message, refusal.hint);
                windows::show_main(app);
            }
        },
    }
}

fn on_run_event(app: &AppHandle, event: RunEvent) {
    if let RunEvent::Exit = event {
        quit::on_exit(app);
    }
}
