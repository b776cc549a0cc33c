//! The four questions of triage (seed: Step 1, Assess Impact).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the four questions to answer within the first five minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImpactQuestion {
    /// Who is affected?
    Who,
    /// What is broken?
    What,
    /// When did it start?
    When,
    /// Is it getting worse?
    Worse,
}

impl ImpactQuestion {
    /// The questions in the seed's order.
    pub const ALL: [Self; 4] = [Self::Who, Self::What, Self::When, Self::Worse];

    /// The question as asked.
    #[must_use]
    pub fn prompt(self) -> &'static str {
        match self {
            Self::Who => "Who is affected?",
            Self::What => "What is broken?",
            Self::When => "When did it start?",
            Self::Worse => "Is it getting worse?",
        }
    }

    /// The usual answers, offered to pick; free text is always possible.
    #[must_use]
    pub fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Who => &["All users", "A subset of users", "Internal only"],
            Self::What => &["A specific feature", "The entire service", "Data integrity"],
            Self::When => &[],
            Self::Worse => &["Error rate trending up", "Stable", "Recovering"],
        }
    }

    /// The usual answer that is meant by these words, in whatever case and however short: 'entire service', 'subset'. None where they
    /// say more than it, or fit several.
    #[must_use]
    pub fn usual_answer(self, words: &str) -> Option<&'static str> {
        let words = telling(words);
        let mut meant = self.choices().iter().filter(|choice| words.is_subset(&telling(choice)));
        let first = meant.next().filter(|_| !words.is_empty())?;
        meant.next().is_none().then_some(*first)
    }

    /// What to look at for an answer.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Who => "All users, a subset, or internal only",
            Self::What => "A specific feature, the entire service, or data integrity",
            Self::When => "Check monitoring for the onset time",
            Self::Worse => "Error rate trending up, stable, or recovering",
        }
    }
}

/// The words of an answer that tell one from another.
fn telling(answer: &str) -> BTreeSet<String> {
    let words = answer.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| !["", "a", "an", "the", "of", "is"].contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::ImpactQuestion::{What, Who, Worse};

    #[test]
    fn an_answer_is_known_in_whatever_case_and_however_short() {
        for (question, words, meant) in [
            (Who, "All users", Some("All users")),
            (Who, "all users", Some("All users")),
            (Who, "subset", Some("A subset of users")),
            (Who, "internal", Some("Internal only")),
            (Who, "users", None),
            (Who, "all users in Ohio", None),
            (What, "entire service", Some("The entire service")),
            (What, "specific feature", Some("A specific feature")),
            (What, "Data integrity.", Some("Data integrity")),
            (What, "the", None),
            (What, "checkout", None),
            (Worse, "trending up", Some("Error rate trending up")),
            (Worse, "recovering", Some("Recovering")),
        ] {
            assert_eq!(question.usual_answer(words), meant, "{words}");
        }
    }
}
