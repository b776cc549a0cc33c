//! Pictures of the screen.

use std::path::Path;

use crate::desktop::{Desktop, text};
use crate::{Failure, Outcome};

impl Desktop {
    /// Takes a picture of the whole screen.
    pub fn picture(&self, file: &Path) -> Outcome {
        self.import("root", file)
    }

    /// Takes a picture of one window.
    pub fn picture_of(&self, window: u32, file: &Path) -> Outcome {
        self.import(&window.to_string(), file)
    }

    fn import(&self, window: &str, file: &Path) -> Outcome {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        // What the desktop runs, it runs in a folder of its own.
        let file = std::path::absolute(file)?;
        let output = self.command("import").args(["-silent", "-window", window, &text(&file)]).output()?;
        if output.status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("no picture of {window}: {}", String::from_utf8_lossy(&output.stderr))))
    }
}
