//! In the place of the person's browser: writes down what it is given, and opens nothing.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::Outcome;
use crate::desktop::Desktop;
use crate::wait::until;

const SCRIPT: &str = "#!/bin/sh\nprintf '%s\\n' \"$@\" >> \"$(dirname \"$0\")/opened\"\n";

/// What stands in the place of the browser.
pub struct Browser {
    opened: PathBuf,
}

impl Browser {
    /// Puts it in its place, before the app is opened.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn stand_in(desktop: &Desktop) -> Outcome<Self> {
        let bin = desktop.folder().join("bin");
        fs::create_dir_all(&bin)?;
        fs::write(bin.join("xdg-open"), SCRIPT)?;
        fs::set_permissions(bin.join("xdg-open"), fs::Permissions::from_mode(0o755))?;
        Ok(Self { opened: bin.join("opened") })
    }

    /// Waits until these addresses and no others were opened, in this order.
    ///
    /// # Errors
    /// When they were not.
    pub fn wait_for(&self, urls: &[&str]) -> Outcome {
        let all: String = urls.iter().map(|url| format!("{url}\n")).collect();
        until(&format!("{urls:?} in the browser"), || Ok(fs::read_to_string(&self.opened).unwrap_or_default() == all))
    }
}
