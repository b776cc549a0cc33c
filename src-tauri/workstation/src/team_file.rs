//! A file that the team writes beside the policy.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// Tells one state of a file from another without reading it; none where there is no file.
pub(crate) type Stamp = Option<(SystemTime, u64)>;

pub(crate) fn stamp(path: &Path) -> Stamp {
    let file = fs::metadata(path).ok()?;
    Some((file.modified().ok()?, file.len()))
}

/// What it says, or why it cannot be read; no file is an empty one.
pub(crate) fn text(path: &Path) -> Result<String, String> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(format!("it cannot be read ({error})")),
    }
}
