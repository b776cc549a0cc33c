//! One typed line to a declaration: `P1 Payments failing at checkout`.

use crate::text::{as_seen, tidy_line};
use crate::vocabulary::{SecurityReason, Severity, SeverityNames, UnknownSeverity};

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
    /// It is a text rather than a title.
    #[error("the title has {0} letters, and {TITLE_AT_MOST} at most are read at a glance")]
    LongTitle(usize),
    /// It starts with something like a severity that is none, such as `P7`.
    #[error(transparent)]
    UnknownSeverity(#[from] UnknownSeverity),
}

/// So many letters a title has at most.
pub const TITLE_AT_MOST: usize = 300;

/// Reads a declaration. `stated_security` is the checkbox or `--security`, `names` are the team's own for severities.
///
/// # Errors
/// [`DeclarationError`] for an empty title, one that is none, or a severity such as `P7`.
pub fn parse(line: &str, stated_security: bool, names: &SeverityNames) -> Result<Declaration, DeclarationError> {
    let line = as_seen(line);
    let (assessed, title) = split_severity(line.trim(), names)?;
    let title = title_of(title)?;
    let security = stated_security.then_some(SecurityReason::Stated);
    Ok(Declaration { title, assessed, security })
}

/// A title as it is kept.
///
/// # Errors
/// [`DeclarationError`] for one that is empty, or too long to be one.
pub fn title_of(typed: &str) -> Result<String, DeclarationError> {
    let title = tidy_line(typed);
    match title.chars().count() {
        0 => Err(DeclarationError::EmptyTitle),
        letters if letters > TITLE_AT_MOST => Err(DeclarationError::LongTitle(letters)),
        _ => Ok(title),
    }
}

/// The severity at either end, and what is left.
fn split_severity<'l>(line: &'l str, names: &SeverityNames) -> Result<(Option<Severity>, &'l str), UnknownSeverity> {
    for words in SEVERITY_WORDS {
        let (first, rest) = line.split_at(end_of_words(line, words));
        if let Some(severity) = names.typed(bare(first))? {
            return Ok((Some(severity), without_dash(rest)));
        }
    }
    // What is none at the end is the last word of a title.
    let at_the_end = SEVERITY_WORDS.into_iter().find_map(|words| {
        let (before, last) = line.split_at(begin_of_words(line, words));
        Some((names.typed(bare(last)).ok()??, before))
    });
    let title = |before: &'l str| before.trim_end_matches(|c: char| c.is_whitespace() || "-–—,:".contains(c));
    Ok(at_the_end.map_or((None, line), |(severity, before)| (Some(severity), title(before))))
}

/// `sev 1` has two words.
const SEVERITY_WORDS: [usize; 2] = [2, 1];

fn end_of_words(line: &str, words: usize) -> usize {
    line.split_inclusive(char::is_whitespace).take(words).map(str::len).sum()
}

fn begin_of_words(line: &str, words: usize) -> usize {
    let last: usize = line.rsplit(char::is_whitespace).take(words).map(|word| word.len() + 1).sum();
    line.len().saturating_sub(last.saturating_sub(1))
}

/// `[P1]`, `P1:`, `P1,` and `(P1)` without what stands around them.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| c.is_whitespace() || "[](){}:;,.-–—".contains(c))
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

    fn parse(line: &str, stated_security: bool) -> Result<Declaration, DeclarationError> {
        super::parse(line, stated_security, &SeverityNames::default())
    }

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
    fn a_severity_is_read_as_people_type_it() {
        for line in [
            "P1 Payments down",
            "[P1] Payments down",
            "(p1) Payments down",
            "P1: Payments down",
            "P1, Payments down",
            "P1; Payments down",
            "SEV1 Payments down",
            "sev-1: Payments down",
            "Sev 1 Payments down",
            "SEV_1 - Payments down",
            "Payments down P1",
            "Payments down [P1]",
            "Payments down, SEV1",
            "Payments down - sev-1",
        ] {
            let read = parse(line, false).map(|read| (read.assessed, read.title));
            assert_eq!(read, Ok((Some(Severity::P1), "Payments down".to_owned())), "{line}");
        }
    }

    #[test]
    fn what_only_resembles_a_severity_is_of_the_title() {
        for line in [
            "P99 latency",
            "p95 over 2 s",
            "P50",
            "Latency at P99",
            "sev",
            "seven hosts down",
            "Rolled out to P7",
            "SEV12 x",
            "Sev x",
            "P",
            "1",
        ] {
            assert_eq!(parse(line, false).map(|read| (read.assessed, read.title)), Ok((None, line.to_owned())), "{line}");
        }
        for line in ["P7 Down", "SEV4 Down", "sev-9: Down"] {
            assert!(matches!(parse(line, false), Err(DeclarationError::UnknownSeverity(_))), "{line}");
        }
    }

    #[test]
    fn a_team_has_names_of_its_own() {
        let names = [("SEV1", Severity::P0), ("sev 2", Severity::P1), ("Critical", Severity::P0)];
        let names = SeverityNames::from_iter(names.map(|(name, severity)| (name.to_owned(), severity)));
        for (line, severity) in [
            ("SEV1 Payments down", Severity::P0),
            ("sev-2: Payments down", Severity::P1),
            ("Sev 2 Payments down", Severity::P1),
            ("CRITICAL: Payments down", Severity::P0),
            ("Payments down [critical]", Severity::P0),
            ("P2 Payments down", Severity::P2),
        ] {
            let read = super::parse(line, false, &names).map(|read| (read.assessed, read.title));
            assert_eq!(read, Ok((Some(severity), "Payments down".to_owned())), "{line}");
        }
        assert!(matches!(super::parse("SEV3 Down", false, &names), Err(DeclarationError::UnknownSeverity(_))), "its third is not said");
    }

    #[test]
    fn a_text_is_no_title() {
        assert_eq!(parse(&format!("P1 {}", "é".repeat(300)), false).map(|read| read.title.chars().count()), Ok(300));
        assert_eq!(parse(&format!("P1 {}", "é".repeat(301)), false), Err(DeclarationError::LongTitle(301)));
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
