//! A file that is followed: read when it is asked for, and again when it was written.

use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use sitrep_core::team::TeamFileError;
use sitrep_foreign::{MB, Unread};

/// Thousands of services; what is longer stalls whoever waits for it.
const BYTES_AT_MOST: u64 = 2 * MB;

/// Tells one state of a file from another without reading it; none where there is no file.
pub(crate) type Stamp = Option<(SystemTime, u64)>;

pub(crate) fn stamp(path: &Path) -> Stamp {
    sitrep_foreign::look(path).ok()
}

/// What a team's file says, as it last said it without a fault: read when it is asked for, and again when it was written.
pub(crate) struct Followed<T> {
    said: Option<Arc<T>>,
    /// Why the file is not followed, if it is not.
    problem: Option<String>,
    /// The file as it was when it was read; nothing was read yet without it.
    seen: Option<Stamp>,
    /// What it says anew, to be kept for other processes.
    news: Option<String>,
}

impl<T> Default for Followed<T> {
    fn default() -> Self {
        Self { said: None, problem: None, seen: None, news: None }
    }
}

impl<T: PartialEq + Default> Followed<T> {
    /// Begins with what the file last said to any process, where this one has read nothing yet.
    pub(crate) fn begin_with(&mut self, last_good: impl FnOnce() -> String, parse: impl Fn(&str) -> Result<T, TeamFileError>) {
        if self.seen.is_none() && self.said.is_none() {
            self.said = parse(&last_good()).ok().map(Arc::new);
        }
    }

    /// What it says anew since this was asked last, for whoever keeps it.
    pub(crate) fn take_news(&mut self) -> Option<String> {
        self.news.take()
    }

    /// What the file says by now. A bad file changes nothing.
    pub(crate) fn read(&mut self, path: &Path, parse: impl Fn(&str) -> Result<T, TeamFileError>) -> Arc<T> {
        let seen = stamp(path);
        if self.seen != Some(seen) {
            match text(path).and_then(|text| Ok((parse(&text).map_err(|error| error.to_string())?, text))) {
                // What says the same is the same, so that nothing is made of it again.
                Ok((said, _)) if self.said.as_deref() == Some(&said) => self.problem = None,
                Ok((said, text)) => (self.said, self.problem, self.news) = (Some(Arc::new(said)), None, Some(text)),
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
    match sitrep_foreign::read_text(path, BYTES_AT_MOST) {
        Err(Unread::NotThere) => Ok(String::new()),
        read => read.map_err(|error| error.reason()),
    }
}
