//! Real keys and a real pointer, through the X server.

use std::time::Duration;

use crate::desktop::Desktop;
use crate::wait::{eventually, eventually_within, until};
use crate::windows::{Screen, TERMINAL, is_main, is_terminal};
use crate::{Failure, Outcome};

impl Desktop {
    /// Presses chords, such as `ctrl+alt+space`.
    pub fn press(&self, chords: &[&str]) -> Outcome {
        self.xdotool(&[&["key", "--clearmodifiers"], chords].concat())
    }

    /// Types into whatever has the keyboard.
    pub fn type_text(&self, text: &str) -> Outcome {
        self.xdotool(&["type", "--delay", "4", "--", text])
    }

    /// Closes the main window as its cross does, and waits until it is gone. A window that has only just opened may not
    /// hear the first press.
    pub fn close_main_window(&self) -> Outcome {
        let screen = Screen::of(self)?;
        eventually("the main window to close", || {
            self.focus_window("the main window", is_main)?;
            self.press(&["alt+F4"])?;
            eventually_within(Duration::from_secs(3), "the main window to be gone", || Ok((!screen.shows(is_main)?).then_some(())))
                .map(Some)
        })
    }

    /// Gives the keyboard to the window whose title the test accepts.
    pub fn focus_window(&self, what: &str, accepts: impl Fn(&str) -> bool + Copy) -> Outcome {
        let screen = Screen::of(self)?;
        let window = screen.wait_for(what, accepts)?;
        self.xdotool(&["windowactivate", "--sync", &window.to_string()])?;
        screen.wait_until_active(what, accepts)
    }

    /// Minimises the window whose title the test accepts, and gives its id for bringing it back.
    pub fn minimise(&self, what: &str, accepts: impl Fn(&str) -> bool + Copy) -> Outcome<u32> {
        let screen = Screen::of(self)?;
        let window = screen.wait_for(what, accepts)?;
        self.xdotool(&["windowminimize", &window.to_string()])?;
        screen.wait_until_gone(what, accepts)?;
        Ok(window)
    }

    /// Brings a minimised window back.
    pub fn bring_back(&self, window: u32) -> Outcome {
        self.xdotool(&["windowactivate", "--sync", &window.to_string()])
    }

    /// Opens a terminal whose shell is `cat` into a file, and gives it the keyboard. What arrives there is what a person
    /// typed into their terminal.
    pub fn open_terminal(&mut self) -> Outcome<Terminal> {
        let file = self.folder().join("terminal.txt");
        let script = format!("cat > '{}'", file.display());
        let look = ["-geometry", "100x28+24+32", "-fa", "monospace", "-fs", "11", "-bg", "#14181c", "-fg", "#d7dde3"];
        self.run("xterm", &[&["-title", TERMINAL], look.as_slice(), &["-e", "sh", "-c", &script]].concat())?;
        Screen::of(self)?.wait_for("the terminal", is_terminal)?;
        self.focus_window("the terminal to have the keyboard", is_terminal)?;
        Ok(Terminal { file })
    }

    /// Has the terminal, which has the keyboard, fill the screen.
    pub fn fill_screen_with_terminal(&self) -> Outcome {
        let screen = Screen::of(self)?;
        let window = screen.wait_for("the terminal", is_terminal)?;
        // As xterm binds it, and the settings of i3.
        self.press(&["alt+Return"])?;
        until("the terminal to fill the screen", || screen.is_fullscreen(window))
    }

    fn xdotool(&self, arguments: &[&str]) -> Outcome {
        let output = self.command("xdotool").args(arguments).output()?;
        if output.status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("xdotool {arguments:?} failed: {}", String::from_utf8_lossy(&output.stderr))))
    }
}

/// A terminal in which a person works.
pub struct Terminal {
    file: std::path::PathBuf,
}

impl Terminal {
    /// The lines that were typed into it.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        std::fs::read_to_string(&self.file).unwrap_or_default().lines().map(str::to_owned).collect()
    }
}
