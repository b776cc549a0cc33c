//! Where words may lead.

use serde::{Deserialize, Serialize};

use crate::text::marks_direction;

/// An address that a reader may open: a page or a mailbox, and nothing that runs or reads a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LinkTarget(String);

/// What was given as an address is none that a paper may lead to.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a link leads to http, https or mailto, and this one does not")]
pub struct NoLinkTarget;

impl LinkTarget {
    const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A character that no address holds: it would end it where it is written, or hide where it leads.
fn is_foreign(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || marks_direction(letter)
        || matches!(letter, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
}

impl TryFrom<String> for LinkTarget {
    type Error = NoLinkTarget;

    fn try_from(text: String) -> Result<Self, NoLinkTarget> {
        let known = |scheme: &&str| text.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
        let leads = Self::SCHEMES.iter().find(|scheme| known(scheme)).is_some_and(|scheme| text.len() > scheme.len());
        if leads && !text.chars().any(is_foreign) { Ok(Self(text)) } else { Err(NoLinkTarget) }
    }
}

impl TryFrom<&str> for LinkTarget {
    type Error = NoLinkTarget;

    fn try_from(text: &str) -> Result<Self, NoLinkTarget> {
        Self::try_from(text.to_owned())
    }
}

impl From<LinkTarget> for String {
    fn from(target: LinkTarget) -> Self {
        target.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_and_mailboxes_are_led_to() {
        for good in ["https://e.example/a?b=c#d", "HTTP://e.example", "mailto:ana@e.example"] {
            assert_eq!(LinkTarget::try_from(good).map(String::from), Ok(good.to_owned()));
        }
        let bad =
            ["", "https://", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//e.example", "e.example", " https://e"];
        let broken = ["https://e.example/\"onclick", "https://e.example/a b", "https://e.example/\u{202e}x", "https://e.example/a\nb"];
        for bad in bad.into_iter().chain(broken) {
            assert_eq!(LinkTarget::try_from(bad), Err(NoLinkTarget), "{bad}");
        }
    }
}
