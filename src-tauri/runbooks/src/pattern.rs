//! A fixed pattern. One that is wrong finds nothing, which the tests of whoever uses it notice.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::{CaptureMatches, Captures, Match, Regex};

/// A pattern that is made ready at its first use.
pub struct Pattern {
    text: &'static str,
    ready: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub const fn new(text: &'static str) -> Self {
        Self { text, ready: OnceLock::new() }
    }

    fn regex(&self) -> Option<&Regex> {
        self.ready.get_or_init(|| Regex::new(self.text).ok()).as_ref()
    }

    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    pub fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.regex()?.find(text)
    }

    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex()?.captures(text)
    }

    pub fn captures_iter<'r, 't>(&'r self, text: &'t str) -> std::iter::Flatten<std::option::IntoIter<CaptureMatches<'r, 't>>> {
        self.regex().map(|regex| regex.captures_iter(text)).into_iter().flatten()
    }

    /// What is found, taken away.
    pub fn without<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.regex().map_or(Cow::Borrowed(text), |regex| regex.replace(text, ""))
    }
}
