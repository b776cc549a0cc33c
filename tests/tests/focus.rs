//! Who has the keyboard, under each window manager.

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::keyboard::Terminal;
use sitrep_tests::process;
use sitrep_tests::wait::until;
use sitrep_tests::window_manager::WindowManager;
use sitrep_tests::windows::{Screen, is_quick, is_terminal};

#[test]
fn quick_entry_has_the_keyboard_under_mutter() -> Outcome {
    has_the_keyboard_each_time(WindowManager::Mutter)
}

#[test]
fn quick_entry_has_the_keyboard_under_metacity() -> Outcome {
    has_the_keyboard_each_time(WindowManager::Metacity)
}

#[test]
fn quick_entry_has_the_keyboard_under_openbox() -> Outcome {
    has_the_keyboard_each_time(WindowManager::Openbox)
}

#[test]
fn quick_entry_has_the_keyboard_under_i3() -> Outcome {
    has_the_keyboard_each_time(WindowManager::I3)
}

#[test]
fn quick_entry_has_the_keyboard_under_fluxbox() -> Outcome {
    has_the_keyboard_each_time(WindowManager::Fluxbox)
}

/// Three times over a terminal, and twice over one that fills the screen. What is typed lands in the timeline, and none of it
/// in the terminal, in which a line is typed in between as a person does who works there.
fn has_the_keyboard_each_time(manager: WindowManager) -> Outcome {
    let mut desktop = Desktop::start_under(manager)?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    wait_for_key(&desktop)?;

    let terminal = desktop.open_terminal()?;
    log_over(&app, &desktop, &terminal, &handle, &["one", "two", "three"])?;
    desktop.fill_screen_with_terminal()?;
    log_over(&app, &desktop, &terminal, &handle, &["four", "five"])?;
    assert_eq!(terminal.lines().len(), 5, "nothing of quick entry went to the program behind");
    Ok(())
}

fn wait_for_key(desktop: &Desktop) -> Outcome {
    until("the key to be held", || Ok(desktop.json(&["doctor"])?.to_string().contains("Ctrl+Alt+Space")))
}

fn log_over(app: &App, desktop: &Desktop, terminal: &Terminal, handle: &str, entries: &[&str]) -> Outcome {
    let screen = Screen::of(desktop)?;
    let mut typed = terminal.lines();
    for entry in entries {
        typed.push(format!("work before {entry}"));
        desktop.type_text(&format!("work before {entry}\n"))?;
        until("the terminal to have it", || Ok(terminal.lines() == typed))?;

        app.open_quick_entry(desktop)?;
        let quick = screen.wait_for("quick entry", is_quick)?;
        until("quick entry to be in front", || screen.is_in_front(quick))?;
        desktop.type_text(&format!("entry {entry}"))?;
        desktop.press(&["Return"])?;

        until("the entry", || desktop.timeline_has(handle, &format!("entry {entry}")))?;
        screen.wait_until_active("the terminal to have the keyboard again", is_terminal)?;
    }
    assert_eq!(terminal.lines(), typed, "nothing of quick entry went to the program behind");
    Ok(())
}

#[test]
fn quick_entry_says_when_the_keyboard_goes_elsewhere() -> Outcome {
    let mut desktop = Desktop::start_under(WindowManager::Mutter)?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    wait_for_key(&desktop)?;
    let terminal = desktop.open_terminal()?;
    app.open_quick_entry(&desktop)?;
    assert!(!app.shows("keyboard-elsewhere")?, "it has the keyboard");

    desktop.focus_window("the terminal", is_terminal)?;

    app.wait_for_text("keyboard-elsewhere", "The keyboard is still with the program behind")?;
    assert_eq!(Screen::of(&desktop)?.active_title()?, "terminal", "nobody is fetched back who went elsewhere");
    desktop.press(&["ctrl+alt+space"])?;
    app.told(until("the sign to go", || Ok(!app.shows("keyboard-elsewhere")?)))?;
    app.wait_for_quick_entry(&desktop)?;
    assert_eq!(terminal.lines(), Vec::<String>::new());
    Ok(())
}

#[test]
fn a_window_manager_that_gives_no_keyboard_is_told_of_by_the_desktop() -> Outcome {
    let mut desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let _app = desktop.open_app_with(&["--background"], |_| {})?;
    wait_for_key(&desktop)?;
    desktop.open_terminal()?;
    desktop.fill_screen_with_terminal()?;
    let manager = process::marked_named(&desktop.marker(), "openbox");
    let others = desktop.notifications_on_screen()?;

    process::signal("STOP", &manager)?;
    desktop.press(&["ctrl+alt+space"])?;

    let shown = desktop.wait_for_notification("without the keyboard")?;
    assert!(shown.body.contains("goes to the program in front"), "{shown:?}");
    process::signal("CONT", &manager)?;
    let screen = Screen::of(&desktop)?;
    screen.wait_until_active("quick entry to have the keyboard", is_quick)?;
    until("the notification to go", || Ok(desktop.notifications_on_screen()? == others))?;
    desktop.type_text("entry at last")?;
    desktop.press(&["Return"])?;
    until("the entry", || desktop.timeline_has(&handle, "entry at last"))
}
