//! A file that is followed: read when it is asked for, and again when it was written.

use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;
use std::{fs, io};

use sitrep_core::team::TeamFileError;

/// Tells one state of a file from another without reading it; none where there is no file.
pub(crate) type Stamp = Option<(SystemTime, u64)>;

pub(crate) fn stamp(path: &Path) -> Stamp {
    let file = fs::metadata(path).ok()?;
    Some((file.modified().ok()?, file.len()))
}

/// What a team's file says, as it last said it without a fault: read when it is asked for, and again when it was written.
pub(crate) struct Followed<T> {
    said: Option<Arc<T>>,
    /// Why the file is not followed, if it is not.
    problem: Option<String>,
    /// The file as it was when it was read; nothing was read yet without it.
    seen: Option<Stamp>,
}

impl<T> Default for Followed<T> {
    fn default() -> Self {
        Self { said: None, problem: None, seen: None }
    }
}

impl<T: PartialEq + Default> Followed<T> {
    /// What the file says by now. A bad file changes nothing.
    pub(crate) fn read(&mut self, path: &Path, parse: impl Fn(&str) -> Result<T, TeamFileError>) -> Arc<T> {
        let seen = stamp(path);
        if self.seen != Some(seen) {
            match text(path).and_then(|text| parse(&text).map_err(|error| error.to_string())) {
                // What says the same is the same, so that nothing is made of it again.
                Ok(said) if self.said.as_deref() == Some(&said) => self.problem = None,
                Ok(said) => (self.said, self.problem) = (Some(Arc::new(said)), None),
                Err(problem) => self.problem = Some(problem),
            }
            self.seen = Some(seen);
        }
        // A bad file that nothing good came before is as no file.
        Arc::clone(self.said.get_or_insert_with(|| Arc::new(parse("").unwrap_or_default())))
    }

    pub(crate) fn problem(&self) -> Option<String> {
        self.problem.clone()
    }
}

/// What it says, or why it cannot be read; no file is an empty one.
pub(crate) fn text(path: &Path) -> Result<String, String> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(format!("it cannot be read ({error})")),
    }
}
