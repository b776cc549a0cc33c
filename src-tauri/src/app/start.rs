//! Starting the app and putting its parts together.

use std::process::ExitCode;

use sitrep_clipboard::Clipboard;
use sitrep_workstation::Theme;
use tauri::{App, AppHandle, Builder, Manager, RunEvent, Wry};

use super::request::{BACKGROUND, Request, USAGE};
use super::{close, press, quit, second_start};
use crate::alert_watch::{self, AlertWatch};
use crate::desktop::{display, login};
use crate::heartbeat::{self, Live, Wire};
use crate::keys::{DesktopKeys, Hotkeys, OnPress, hotkey};
use crate::notices::{self, Notices};
use crate::notifications::{Notifier, ShownReminders};
use crate::page::{
    DrawnClocks, FirstWindow, MainWindow, NoticeKind, OnKeyboard, PendingOpen, QuickKeyboard, QuickShowing, SeenWindows, main_window,
    pictures,
};
use crate::tray::{Tray, icon};
use crate::workspaces::{WorkspaceKind, Workspaces};
use crate::{acts, commands, keys, page};

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
    let foreign = foreign_holder();
    let built = first_alone(plugins(pictures::serve(tauri::Builder::default())), foreign.is_none())
        .plugin(login::plugin(BACKGROUND))
        .manage(PendingOpen::default())
        .manage(SeenWindows::default())
        .manage(DrawnClocks::default())
        .manage(MainWindow::default())
        .manage(QuickShowing::default())
        .manage(Clipboard::default())
        .manage(DesktopKeys::default())
        .manage(Hotkeys::default())
        .manage(keys::grabs())
        .manage(Live::default())
        .manage(Notices::default())
        .manage(OnPress(press::on_press))
        .manage(OnKeyboard(press::on_keyboard))
        .manage(QuickKeyboard::default())
        .manage(ShownReminders::default())
        .manage(Tray::default())
        .manage(AlertWatch::default())
        .invoke_handler(commands::handler())
        .on_window_event(|window, event| {
            main_window::on_event(window, event);
            close::on_event(window, event);
        })
        .setup(move |app| {
            if let Err(error) = set_up(app, &request) {
                // Returned from here the error would become a panic.
                tell_not_opened(error.as_ref());
                std::process::exit(1);
            }
            if let Some(program) = foreign {
                tell_foreign_holder(app.handle(), &program);
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

/// Elsewhere than on Linux a plugin holds the keys.
fn plugins(builder: Builder<Wry>) -> Builder<Wry> {
    #[cfg(not(target_os = "linux"))]
    let builder = builder.plugin(tauri_plugin_global_shortcut::Builder::new().build());
    builder
}

/// A second start hands its words to the first, unless they would get to another program.
fn first_alone(builder: Builder<Wry>, is_ours: bool) -> Builder<Wry> {
    let on_second = |app: &AppHandle, words: Vec<String>, _| second_start::on_second_start(app, &words);
    if is_ours { builder.plugin(tauri_plugin_single_instance::init(on_second)) } else { builder }
}

#[cfg(target_os = "linux")]
fn foreign_holder() -> Option<String> {
    super::name_on_bus::foreign_holder()
}

#[cfg(not(target_os = "linux"))]
fn foreign_holder() -> Option<String> {
    None
}

fn tell_foreign_holder(app: &AppHandle, program: &str) {
    let title = format!("Another program, '{program}', holds Sitrep's name on this desktop.");
    let detail =
        "Sitrep works. Each further start opens one more Sitrep on the same data until that program is closed and Sitrep is started again.";
    eprintln!("{title} {detail}");
    notices::put(app, "name", NoticeKind::Name, title, detail);
}

fn tell_not_opened(error: &dyn std::error::Error) {
    eprintln!("Sitrep's window was not opened: {error}. Nothing was lost, and the command line works without it.");
}

fn set_up(app: &mut App, request: &Request) -> Result<(), Box<dyn std::error::Error>> {
    let app = app.handle();
    let wire = Wire::new();
    app.manage(Workspaces::open(wire.on_change.clone()));
    heartbeat::look_first(app);
    let events = app.clone();
    app.manage(Notifier::start(move |event| acts::on_event(&events, event))?);
    let settings = app.state::<Workspaces>().real().and_then(|workspace| Ok(workspace.workstation.settings()?));
    let theme = settings.as_ref().map_or(Theme::Dark, |settings| settings.theme);
    page::create(app, theme, first_window(request))?;
    if let Some(closed) = app.state::<Workspaces>().closed() {
        notices::put(app, "closed", NoticeKind::Storage, closed.message, closed.hint);
    }
    take_up_keys(app);
    icon::create(app);
    (wire.on_change)(WorkspaceKind::Real);
    heartbeat::start(app.clone(), wire, take_up_keys)?;
    pictures::sweep(app);
    alert_watch::start(app);
    if *request != Request::Quick {
        second_start::obey(app, request);
    }
    Ok(())
}

fn first_window(request: &Request) -> FirstWindow {
    match request {
        Request::Quick => FirstWindow::Quick,
        Request::Background => FirstWindow::None,
        Request::Focus | Request::Declare | Request::Practice | Request::Open(_) | Request::Link(_) => FirstWindow::Main,
    }
}

/// The chords are in the settings, so they are taken up once the data folder is open.
fn take_up_keys(app: &AppHandle) {
    if let Ok(settings) = app.state::<Workspaces>().real().and_then(|workspace| Ok(workspace.workstation.settings()?)) {
        hotkey::apply(app, &settings);
    }
}

fn on_run_event(app: &AppHandle, event: RunEvent) {
    if let RunEvent::Exit = event {
        quit::on_exit(app);
    }
}
