//! What a person would paste.

use crate::Outcome;
use crate::desktop::Desktop;

impl Desktop {
    /// The plain text on the clipboard; empty when there is none.
    pub fn clipboard(&self) -> Outcome<String> {
        self.clipboard_as("UTF8_STRING")
    }

    /// The clipboard in another form, such as `text/html`.
    pub fn clipboard_as(&self, target: &str) -> Outcome<String> {
        let output = self.command("xclip").args(["-selection", "clipboard", "-o", "-t", target]).output()?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
