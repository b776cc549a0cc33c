//! What a person would paste.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

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

    /// Takes a screenshot and copies it, as a screenshot tool does. Gives its file.
    pub fn copy_screenshot(&self) -> Outcome<PathBuf> {
        let file = self.folder().join("screenshot.png");
        self.picture(&file)?;
        self.put_on_clipboard("image/png", &fs::read(&file)?)?;
        Ok(file)
    }

    /// Copies in another program, in one form, such as `image/png`.
    pub fn put_on_clipboard(&self, target: &str, content: &[u8]) -> Outcome {
        let mut xclip = self.command("xclip").args(["-selection", "clipboard", "-i", "-t", target]).stdin(Stdio::piped()).spawn()?;
        if let Some(mut pipe) = xclip.stdin.take() {
            pipe.write_all(content)?;
        }
        xclip.wait()?;
        Ok(())
    }
}
