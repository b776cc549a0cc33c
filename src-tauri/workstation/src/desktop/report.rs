//! What the app last found out about its desktop, kept for `sitrep doctor`.

use serde::{Deserialize, Serialize};

use crate::data::Workstation;
use crate::refusals::Error;

const REPORT: &str = "desktop_report";

/// What the app found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DesktopReport {
    /// The key of quick entry, as it is to be pressed.
    pub chord: String,
    /// Whether pressing it works.
    pub works: bool,
    /// Why it does not.
    pub problem: Option<String>,
    /// Whether a tray shows the icon; none while that was not found out.
    pub tray: Option<bool>,
}

impl Workstation {
    /// What the app last found, if it ever ran here.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be read.
    pub fn desktop_report(&self) -> Result<Option<DesktopReport>, Error> {
        let kept = self.lock().store.setting(REPORT)?;
        // One that an older or newer app wrote in another shape is as good as none.
        Ok(kept.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// Changes the report; nothing is written when nothing changed.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be written.
    pub fn change_desktop_report(&self, change: impl FnOnce(&mut DesktopReport)) -> Result<(), Error> {
        let mut inner = self.lock();
        let kept = inner.store.setting(REPORT)?;
        let mut report: DesktopReport = kept.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        change(&mut report);
        let text = serde_json::to_string(&report).unwrap_or_default();
        if kept.as_deref() != Some(text.as_str()) {
            inner.store.set_settings(&[(REPORT, &text)])?;
        }
        Ok(())
    }
}
