//! The display, the key that works from anywhere, and the app.

use sitrep_workstation::{DesktopReport, ShortcutSteps};

use super::bus::{AppOnBus, Bus};
use super::check::Check;
use crate::command_line::{DisplayServer, has_app};

const HOTKEY: &str = "hotkey";
const STILL: &str = "`sitrep quick` opens quick entry in any case.";
/// What the app binds unless another is set, for the steps where it never ran.
const USUAL_CHORD: &str = "Ctrl+Alt+Space";

/// Which display server there is.
pub fn display() -> Check {
    match DisplayServer::here() {
        DisplayServer::None => Check::bad("display", "there is none here.", "Every verb works; the window and reminders need a desktop."),
        DisplayServer::X11(name) => Check::good("display", format!("X11, {name}: a key that works everywhere can be taken.")),
        DisplayServer::Wayland(name) => {
            Check::good("display", format!("Wayland, {name}: only the desktop itself gives keys that work everywhere."))
        }
        DisplayServer::Own => Check::good("display", "this system's own: a key that works everywhere can be taken."),
    }
}

/// Whether the key of quick entry works, as the app last found it.
pub fn hotkey(found: Option<&DesktopReport>, bus: &Bus) -> Check {
    hotkey_on(&DisplayServer::here(), found, bus.gives_keys())
}

fn hotkey_on(server: &DisplayServer, found: Option<&DesktopReport>, gives_keys: bool) -> Check {
    match (server, found) {
        (DisplayServer::None, _) => Check::bad(HOTKEY, "without a display there is none.", "`sitrep log` logs from the terminal."),
        (_, Some(found)) if found.works => Check::good(HOTKEY, format!("{} works, as the app last found it.", found.chord)),
        (DisplayServer::Wayland(_), _) => on_wayland(found, gives_keys),
        (_, Some(DesktopReport { chord, problem: Some(problem), .. })) => {
            Check::bad(HOTKEY, format!("{chord} does not work: {problem}"), format!("{STILL} Choose another key in Sitrep's Settings."))
        }
        _ => Check::good(HOTKEY, "not tried yet: the app has not run here."),
    }
}

fn on_wayland(found: Option<&DesktopReport>, gives_keys: bool) -> Check {
    let problem = found.and_then(|found| found.problem.as_deref());
    let steps = ShortcutSteps::here(found.map_or(USUAL_CHORD, |found| found.chord.as_str()));
    let by_hand = std::iter::once(format!("To bind it in the settings of {}:", steps.desktop));
    let by_hand = by_hand.chain(steps.steps.into_iter().enumerate().map(|(at, step)| format!("{}. {step}", at + 1)));
    if gives_keys {
        let says = problem.unwrap_or("this desktop gives programs keys only when it is asked.");
        return Check::bad(HOTKEY, says, format!("{STILL} In Sitrep's Settings press 'Ask this desktop for the keys'.")).with(by_hand);
    }
    Check::bad(HOTKEY, problem.unwrap_or("this desktop gives programs no keys that work everywhere."), STILL).with(by_hand)
}

/// Whether the app is there and runs.
pub fn app(bus: &Bus) -> Check {
    match (has_app(), bus.app()) {
        (_, Some(AppOnBus::Runs)) => Check::good("app", "runs, so reminders come."),
        (_, Some(AppOnBus::Other(program))) => Check::bad(
            "app",
            format!("whether it runs cannot be told: another program, '{program}', holds its name on this desktop."),
            "Close that program. Until then each start opens one more Sitrep on the same data.",
        ),
        (true, Some(AppOnBus::RunsNot)) => {
            Check::bad("app", "is installed and does not run.", "Reminders come only while it runs: `sitrep` starts it.")
        }
        (true, None) => Check::good("app", "is installed; whether it runs cannot be told here."),
        (false, _) => Check::bad(
            "app",
            "is not beside this command, so it is looked for on the PATH.",
            "Every verb works; the window and reminders need sitrep-desktop.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(works: bool, problem: Option<&str>) -> DesktopReport {
        DesktopReport { chord: "Ctrl+Alt+L".to_owned(), works, problem: problem.map(str::to_owned), tray: None }
    }

    #[test]
    fn a_key_that_cannot_fire_comes_with_what_still_works() {
        let (x11, wayland) = (DisplayServer::X11(":0".to_owned()), DisplayServer::Wayland("wayland-0".to_owned()));
        assert!(hotkey_on(&x11, Some(&report(true, None)), false).good);
        let taken = hotkey_on(&x11, Some(&report(false, Some("Another program holds Ctrl+Alt+L."))), false);
        assert!(!taken.good && taken.says.contains("Another program holds") && taken.advice[0].contains("sitrep quick"), "{taken:?}");
        let offered = hotkey_on(&wayland, None, true);
        assert!(!offered.good && offered.advice[0].contains("Ask this desktop"), "{offered:?}");
        let by_hand = hotkey_on(&wayland, Some(&report(false, None)), false);
        assert!(by_hand.advice.iter().any(|line| line.contains("Ctrl+Alt+L")) && !by_hand.advice[0].contains("Ask"), "{by_hand:?}");
        assert!(hotkey_on(&wayland, Some(&report(true, None)), false).good, "given by the desktop");
        assert!(!hotkey_on(&DisplayServer::None, None, false).good);
    }
}
