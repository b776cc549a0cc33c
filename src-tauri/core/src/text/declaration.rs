//! One typed line to a declaration: `P1 Payments failing at checkout`.

use crate::text::{as_seen, tidy_line};
use crate::vocabulary::{SecurityReason, Severity, UnknownSeverity};

/// A declaration as read from a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// What is wrong.
    pub title: String,
    /// As the line names it; `None` when it names none.
    pub assessed: Option<Severity>,
    /// Set when it is a security matter.
    pub security: Option<SecurityReason>,
}

impl Declaration {
    /// The same, where words of its own tell that it is a security matter, unless a person has said so already.
    #[must_use]
    pub fn with_security_words(self, words: Option<String>) -> Self {
        let security = self.security.or_else(|| words.map(SecurityReason::Word));
        Self { security, ..self }
    }

    /// How bad it is by the security rule; `None` where neither that nor the line says so.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        if self.security.is_some() { Some(Severity::P0) } else { self.assessed }
    }
}

/// Whether two titles say the same: letter for letter, but for capitals and blanks. What only means the same is not the same.
#[must_use]
pub fn is_same_title(one: &str, other: &str) -> bool {
    let words = |title: &str| title.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    words(one) == words(other)
}

/// Why a line was not taken as a declaration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeclarationError {
    /// Nothing is left of it once the severity is read.
    #[error("the title is empty")]
    EmptyTitle,
    /// It starts with something like a severity that is none, such as `P7`.
    #[error(transparent)]
    UnknownSeverity(#[from] UnknownSeverity),
}

/// Reads a declaration. `stated_security` is the checkbox or `--security`.
///
/// # Errors
/// [`DeclarationError`] for an empty title or a severity such as `P7`.
pub fn parse(line: &str, stated_security: bool) -> Result<Declaration, DeclarationError> {
    let line = as_seen(line);
    let (assessed, title) = split_severity(&line)?;
    let title = tidy_line(title);
    if title.is_empty() {
        return Err(DeclarationError::EmptyTitle);
    }
    let security = stated_security.then_some(SecurityReason::Stated);
    Ok(Declaration { title, assessed, security })
}

fn split_severity(line: &str) -> Result<(Option<Severity>, &str), UnknownSeverity> {
    let line = line.trim();
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let label = first.trim_end_matches([':', '-', '–', '—']);
    let mut letters = label.chars();
    let looks_like_severity = matches!(letters.next(), Some('p' | 'P')) && label.len() > 1 && letters.all(|c| c.is_ascii_digit());
    if looks_like_severity { Ok((Some(label.parse()?), without_dash(rest))) } else { Ok((None, line)) }
}

/// `P1 - Payments down`, as the templates write it.
fn without_dash(rest: &str) -> &str {
    let rest = rest.trim_start();
    let title = rest.trim_start_matches(['-', '–', '—']);
    if title.starts_with(char::is_whitespace) { title } else { rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_severity_and_title() {
        let read = parse("  p1: Payments   failing at checkout ", false);
        let expected = Declaration { title: "Payments failing at checkout".into(), assessed: Some(Severity::P1), security: None };
        assert_eq!(read, Ok(expected));
    }

    #[test]
    fn a_dash_behind_the_severity_is_not_of_the_title() {
        for line in ["P1 - Payments down", "P1 – Payments down", "p1 — Payments down", "P1- Payments down", "P1: Payments down"] {
            let read = parse(line, false).map(|read| (read.assessed, read.title));
            assert_eq!(read, Ok((Some(Severity::P1), "Payments down".to_owned())), "{line}");
        }
        assert_eq!(parse("P1 -4 degrees in the hall", false).map(|read| read.title), Ok("-4 degrees in the hall".to_owned()));
    }

    #[test]
    fn a_line_may_leave_the_severity_open() {
        let read = parse("Payments failing", false).map(|declaration| declaration.severity());
        assert_eq!(read, Ok(None));
    }

    #[test]
    fn security_is_always_p0() {
        let by_word = parse("P3 Customer data breach in EU", false).map(|read| read.with_security_words(Some("data breach".into())));
        assert_eq!(by_word.as_ref().map(Declaration::severity), Ok(Some(Severity::P0)));
        assert!(
            matches!(by_word, Ok(Declaration { assessed: Some(Severity::P3), security: Some(SecurityReason::Word(w)), .. }) if w == "data breach")
        );
        let stated = parse("P2 Odd logins", true).map(|read| read.with_security_words(Some("logins".into())));
        assert_eq!(stated.as_ref().map(Declaration::severity), Ok(Some(Severity::P0)));
        assert!(matches!(stated, Ok(Declaration { security: Some(SecurityReason::Stated), .. })));
    }

    #[test]
    fn empty_titles_and_unknown_severities_are_refused() {
        assert_eq!(parse("P1   ", false), Err(DeclarationError::EmptyTitle));
        assert_eq!(parse("", false), Err(DeclarationError::EmptyTitle));
        assert_eq!(parse("P7 Down", false), Err(DeclarationError::UnknownSeverity(UnknownSeverity("P7".into()))));
    }
}
