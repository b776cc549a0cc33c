//! The keys that work from anywhere, on X11.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_quick, is_terminal};
use sitrep_tests::{Failure, Outcome};

#[test]
fn a_chord_that_another_program_lets_go_is_taken() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let holder = Screen::of(&desktop)?;
    holder.hold_control_alt(' ')?;
    let app = App::open(&desktop)?;
    app.wait_for_text("notice-hotkey", "Ctrl+Alt+Space")?;

    drop(holder);

    app.told(until("the notice to go", || Ok(!app.shows("notice-hotkey")?)))?;
    app.open_quick_entry(&desktop)
}

#[test]
fn a_chord_follows_the_layout() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.open_quick_entry(&desktop)?;
    desktop.press(&["Escape"])?;
    let screen = Screen::of(&desktop)?;
    until("quick entry to be put away", || Ok(!screen.shows(is_quick)?))?;

    screen.swap_keys(' ', 'q')?;

    // The app hears of the layout at about the time at which the key is pressed.
    until("quick entry on the other key", || {
        desktop.press(&["ctrl+alt+space"])?;
        screen.shows(is_quick)
    })
}

#[test]
fn quick_entry_has_the_keyboard_each_time() -> Outcome {
    let mut desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    let terminal = desktop.open_terminal()?;
    let screen = Screen::of(&desktop)?;
    for time in 1..=3 {
        app.open_quick_entry(&desktop)?;
        desktop.type_text(&format!("entry {time}"))?;
        desktop.press(&["Return"])?;
        until("the entry", || desktop.timeline_has(&handle, &format!("entry {time}")))?;
        screen.wait_until_active("the terminal to have the keyboard again", is_terminal)?;
    }
    assert_eq!(terminal.lines(), Vec::<String>::new(), "nothing went to the program behind");
    Ok(())
}

/// What nobody waits for wakes nobody: the beat is one a second.
#[test]
fn no_thread_of_the_app_wakes_for_nothing() -> Outcome {
    const WATCHED: Duration = Duration::from_secs(4);
    let desktop = Desktop::start()?;
    let _app = desktop.open_app_with(&["--background"], |_| {})?;
    until("the key to be held", || Ok(desktop.json(&["doctor"])?.to_string().contains("Ctrl+Alt+Space")))?;
    sleep(WATCHED);
    let id = desktop.app_ids()[0];

    let before = wakes(id)?;
    sleep(WATCHED);
    let after = wakes(id)?;

    let busy: Vec<_> = after
        .into_iter()
        .filter_map(|(thread, count)| Some((before.iter().find(|(other, _)| *other == thread)?.1, thread, count)))
        .filter(|(before, _, count)| count - before > 6 * WATCHED.as_secs())
        .collect();
    assert!(busy.is_empty(), "of (wakes before, thread, wakes after): {busy:?}");
    Ok(())
}

/// How often each thread of a program has gone to sleep and woken.
fn wakes(id: u32) -> Outcome<Vec<(String, u64)>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(format!("/proc/{id}/task"))? {
        let folder = entry?.path();
        let status = fs::read_to_string(folder.join("status"))?;
        let line = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(|rest| rest.trim().to_owned());
        let count = line("voluntary_ctxt_switches:").ok_or_else(|| Failure::new("no count"))?.parse()?;
        all.push((format!("{} {}", folder.display(), line("Name:").unwrap_or_default()), count));
    }
    Ok(all)
}
