//! What the checker is told.

use chrono::NaiveDate;

/// What lies around a runbook.
pub struct Around<'a> {
    /// The day it is.
    pub today: NaiveDate,
    /// The runbook's path from its folder, with `/`.
    pub path: &'a str,
    /// Alerts that are known, with the runbook they link to.
    pub alerts: &'a [KnownAlert],
    /// Whether a file or folder is there, by its path from the folder.
    pub exists: &'a dyn Fn(&str) -> bool,
    /// All files that could be meant, by their paths from the folder; empty where nobody looked.
    pub files: &'a [String],
}

/// An alert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAlert {
    /// Its name.
    pub name: String,
    /// The runbook it links to.
    pub runbook_url: Option<String>,
}
