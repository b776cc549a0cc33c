//! A guess at the severity from the sender's own words.
//!
//! P0 is for a person, or for a sender that says P0, SEV0 or disaster: 'critical' is what most teams give to everything that pages,
//! so it is P1. Error and warning are P2, what only informs is P3. A number keeps its number: who reads 'P1' in PagerDuty and on the
//! call must mean one thing, although PagerDuty and Opsgenie begin at P1 where Sitrep begins at P0; the reason names whose P1 it is.
//! P4 and P5 are P3. A word that ranks nothing, such as 'none' or a team's own, gives no guess and says so.

use sitrep_core::vocabulary::Severity;

use crate::words;

/// Words that rank, without spaces, dashes and capitals.
const WORDS: [(Severity, &[&str]); 4] = [
    (Severity::P0, &["p0", "sev0", "s0", "disaster"]),
    (Severity::P1, &["p1", "sev1", "s1", "critical", "crit", "fatal", "emergency", "emerg", "page", "high", "urgent", "major", "down"]),
    (Severity::P2, &["p2", "sev2", "s2", "error", "err", "warning", "warn", "medium", "moderate", "average", "degraded"]),
    (
        Severity::P3,
        &[
            "p3",
            "p4",
            "p5",
            "sev3",
            "sev4",
            "sev5",
            "s3",
            "s4",
            "s5",
            "low",
            "minor",
            "info",
            "information",
            "informational",
            "notice",
            "debug",
            "notclassified",
        ],
    ),
];

/// A guess with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Guess {
    pub(crate) severity: Option<Severity>,
    pub(crate) reason: String,
}

impl Guess {
    /// From a sender's word; `whose` reads like 'the label severity'.
    pub(crate) fn from_word(whose: &str, word: &str) -> Self {
        let shown = words::line(word, 40).unwrap_or_default();
        match rank(word) {
            Some(severity) => Self { severity: Some(severity), reason: format!("{whose} says {shown}") },
            None => Self { severity: None, reason: format!("{whose} says '{shown}', which Sitrep does not rank") },
        }
    }

    /// From a word on a scale of the sender's own.
    pub(crate) fn on_scale(whose: &str, word: &str, scale: &[(&str, Severity)]) -> Self {
        match scale.iter().find(|(known, _)| known.eq_ignore_ascii_case(word.trim())) {
            Some((_, severity)) => Self { severity: Some(*severity), reason: format!("{whose} says {}", word.trim()) },
            None => Self::from_word(whose, word),
        }
    }

    /// The sender tells none.
    pub(crate) fn none(sender: &str) -> Self {
        Self { severity: None, reason: format!("{sender} tells no severity") }
    }

    /// The first that ranks; else the first that is there at all.
    pub(crate) fn first(sender: &str, guesses: impl IntoIterator<Item = Self>) -> Self {
        let mut unranked = None;
        for guess in guesses {
            if guess.severity.is_some() {
                return guess;
            }
            unranked.get_or_insert(guess);
        }
        unranked.unwrap_or_else(|| Self::none(sender))
    }
}

/// What a word ranks as.
pub(crate) fn rank(word: &str) -> Option<Severity> {
    let bare: String = word.chars().take(40).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let bare = bare.strip_prefix("severity").filter(|rest| rest.len() == 1).map_or(bare.clone(), |number| format!("sev{number}"));
    WORDS.iter().find(|(_, words)| words.contains(&bare.as_str())).map(|(severity, _)| *severity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_rank_as_the_table_says() {
        for (word, expected) in [
            ("P0", Some(Severity::P0)),
            ("SEV-0", Some(Severity::P0)),
            ("Disaster", Some(Severity::P0)),
            ("critical", Some(Severity::P1)),
            ("sev 1", Some(Severity::P1)),
            ("Severity 2", Some(Severity::P2)),
            ("page", Some(Severity::P1)),
            ("Emergency", Some(Severity::P1)),
            ("warning", Some(Severity::P2)),
            ("P5", Some(Severity::P3)),
            ("info", Some(Severity::P3)),
            ("none", None),
            ("platinum", None),
            ("1", None),
        ] {
            assert_eq!(rank(word), expected, "{word}");
        }
    }

    #[test]
    fn the_first_that_ranks_is_taken_and_says_whose_it_is() {
        let guess = Guess::first("X", [Guess::from_word("the label a", "gold"), Guess::from_word("the label b", "error")]);
        assert_eq!((guess.severity, guess.reason.as_str()), (Some(Severity::P2), "the label b says error"));
        assert_eq!(Guess::first("X", []).reason, "X tells no severity");
    }
}
