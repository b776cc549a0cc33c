//! Quick entry in the running app: from the hotkey to the focused field, and from Enter to the entry on disk.

use std::time::{SystemTime, UNIX_EPOCH};

use rusqlite::Connection;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::{eventually, until};
use sitrep_tests::window_manager::WindowManager;
use sitrep_tests::windows::{Screen, is_terminal};

use crate::bare;
use crate::eye::when;
use crate::figures::{Row, Times};
use crate::hands::{ALT, CONTROL, ENTER, Hands, SPACE};

const RUNS: usize = 30;
/// The page notes, by the machine's clock, when its field came to have the keyboard and when Enter arrived.
const NOTE: &str = "\
    const note = () => { if (document.hasFocus() && document.activeElement?.id === 'quick-input') window.focused ??= Date.now() };\
    addEventListener('focus', note); addEventListener('focusin', note);\
    addEventListener('keydown', (event) => { if (event.key === 'Enter') window.entered = Date.now() }, true)";
const NONE_NOTED: &str = "window.focused = window.entered = null";
const ENTRY: &str = "error rate falling";
/// Nothing typed waits to be drawn any more.
const AT_REST: &str = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

/// The window managers that it is measured under: the one of GNOME, the one of the journeys, and one that tiles.
const MANAGERS: [WindowManager; 3] = [WindowManager::Mutter, WindowManager::Openbox, WindowManager::I3];

/// Measures both in the same rounds: open over a terminal, type, Enter.
pub fn measure() -> Outcome<Vec<Row>> {
    let rows = MANAGERS.into_iter().map(measure_under).collect::<Outcome<Vec<_>>>()?;
    Ok(rows.into_iter().flatten().collect())
}

fn measure_under(manager: WindowManager) -> Outcome<Vec<Row>> {
    let mut desktop = Desktop::start_under(manager)?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("next-step")?;
    desktop.open_terminal()?;
    app.switch_to_quick()?;
    app.script(NOTE, vec![])?;
    let mut round =
        Round { hands: Hands::on(&desktop)?, screen: Screen::of(&desktop)?, database: desktop.database()?, desktop: &desktop, app: &app };
    let (mut shown, mut recorded, mut entered, mut bare) = Default::default();
    round.one(&mut Times::default(), &mut Times::default(), &mut Times::default())?;
    for _ in 0..RUNS {
        round.one(&mut shown, &mut recorded, &mut entered)?;
        bare::window_to_focus(&desktop, &mut bare)?;
        round.wait_for_terminal()?;
    }
    Ok(vec![
        Row::new(format!("hotkey to the focused field, {}", manager.name()), shown)
            .under(150)
            .beside("an empty X window, shown to focused", bare),
        Row::new(format!("Enter to the entry on disk, {}", manager.name()), recorded)
            .under(20)
            .beside("Enter to the page's own handler", entered),
    ])
}

struct Round<'a> {
    hands: Hands,
    screen: Screen,
    database: Connection,
    desktop: &'a Desktop,
    app: &'a App,
}

impl Round<'_> {
    /// Opens quick entry over the terminal, types, and presses Enter.
    fn one(&mut self, shown: &mut Times, recorded: &mut Times, entered: &mut Times) -> Outcome {
        self.app.script(NONE_NOTED, vec![])?;
        let (_, pressed) = self.hands.press(&[CONTROL, ALT, SPACE])?;
        shown.add_millis(self.noted("focused")? - millis(pressed));
        self.desktop.type_text(ENTRY)?;
        until("what was typed", || Ok(self.app.value("quick-input")? == ENTRY))?;
        self.app.promise(AT_REST)?;
        let before = self.entries()?;
        let (down, pressed) = self.hands.press(&[ENTER])?;
        // What another connection can read is on disk.
        recorded.add(when("the entry to be on disk", || Ok(self.entries()? > before))? - down);
        entered.add_millis(self.noted("entered")? - millis(pressed));
        self.wait_for_terminal()
    }

    /// The moment that the page noted, in milliseconds since 1970.
    fn noted(&self, what: &str) -> Outcome<f64> {
        eventually(what, || Ok(self.app.script(&format!("return window.{what}"), vec![])?.as_f64()))
    }

    fn entries(&self) -> Outcome<i64> {
        Ok(self.database.prepare_cached("SELECT count(*) FROM events")?.query_row([], |row| row.get(0))?)
    }

    fn wait_for_terminal(&self) -> Outcome {
        self.screen.wait_until_active("the terminal to have the keyboard again", is_terminal)
    }
}

/// The page's clock counts whole milliseconds, so the moment of the press does, too.
fn millis(moment: SystemTime) -> f64 {
    moment.duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64() * 1000.0).floor()
}
