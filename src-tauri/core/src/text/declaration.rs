//! One typed line to a declaration: `P1 Payments failing at checkout`.

use crate::text::{as_seen, tidy_line};
use crate::vocabulary::{SecurityReason, Severity, UnknownSeverity};

/// Words in a title that mean a data breach or a security compromise (seed: Escalation Rules).
const SECURITY_WORDS: [&str; 22] = [
    "breach",
    "breached",
    "compromise",
    "compromised",
    "exfiltration",
    "exfiltrated",
    "ransomware",
    "malware",
    "phishing",
    "intrusion",
    "intruder",
    "hacked",
    "hacker",
    "attacker",
    "leaked credentials",
    "credential leak",
    "data leak",
    "leaked data",
    "unauthorized access",
    "unauthorised access",
    "backdoor",
    "active exploitation",
];

/// A declaration as read from a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// What is wrong.
    pub title: String,
    /// After the security rule; `None` when the line named none.
    pub severity: Option<Severity>,
    /// Set when it is a security matter.
    pub security: Option<SecurityReason>,
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
    let (severity, title) = split_severity(&line)?;
    let title = tidy_line(title);
    if title.is_empty() {
        return Err(DeclarationError::EmptyTitle);
    }
    let security = if stated_security { Some(SecurityReason::Stated) } else { security_word(&title).map(SecurityReason::Word) };
    let severity = if security.is_some() { Some(Severity::P0) } else { severity };
    Ok(Declaration { title, severity, security })
}

/// The first security word in `text`, if there is one.
#[must_use]
pub fn security_word(text: &str) -> Option<String> {
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let joined = format!(" {} ", words.join(" "));
    SECURITY_WORDS.iter().find(|word| joined.contains(&format!(" {word} "))).map(|word| (*word).to_owned())
}

fn split_severity(line: &str) -> Result<(Option<Severity>, &str), UnknownSeverity> {
    let line = line.trim();
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let label = first.trim_end_matches(':');
    let mut letters = label.chars();
    let looks_like_severity = matches!(letters.next(), Some('p' | 'P')) && label.len() > 1 && letters.all(|c| c.is_ascii_digit());
    if looks_like_severity { Ok((Some(label.parse()?), rest)) } else { Ok((None, line)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_severity_and_title() {
        let read = parse("  p1: Payments   failing at checkout ", false);
        let expected = Declaration { title: "Payments failing at checkout".into(), severity: Some(Severity::P1), security: None };
        assert_eq!(read, Ok(expected));
    }

    #[test]
    fn a_line_may_leave_the_severity_open() {
        let read = parse("Payments failing", false).map(|declaration| declaration.severity);
        assert_eq!(read, Ok(None));
    }

    #[test]
    fn security_is_always_p0() {
        let by_word = parse("P3 Customer data breach in EU", false);
        assert!(
            matches!(by_word, Ok(Declaration { severity: Some(Severity::P0), security: Some(SecurityReason::Word(w)), .. }) if w == "breach")
        );
        let stated = parse("P2 Odd logins", true);
        assert!(matches!(stated, Ok(Declaration { severity: Some(Severity::P0), security: Some(SecurityReason::Stated), .. })));
    }

    #[test]
    fn words_that_only_look_like_security_are_not() {
        for title in ["Breachwater Street office offline", "Circuit breaker open", "Hackathon page slow"] {
            assert_eq!(security_word(title), None, "{title}");
        }
    }

    #[test]
    fn empty_titles_and_unknown_severities_are_refused() {
        assert_eq!(parse("P1   ", false), Err(DeclarationError::EmptyTitle));
        assert_eq!(parse("", false), Err(DeclarationError::EmptyTitle));
        assert_eq!(parse("P7 Down", false), Err(DeclarationError::UnknownSeverity(UnknownSeverity("P7".into()))));
    }
}
