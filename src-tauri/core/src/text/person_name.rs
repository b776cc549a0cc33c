//! Names of people, as they are typed.

use super::seen::{as_seen, is_blank};

/// Words that stand where a name is asked for and name nobody, whatever follows: 'nobody yet', 'TBD, asking'.
const NOBODY: [&str; 23] = [
    "nobody",
    "noone",
    "none",
    "nil",
    "tbd",
    "tba",
    "tbc",
    "unknown",
    "unassigned",
    "vacant",
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "everyone",
    "whoever",
    "niemand",
    "keiner",
    "jemand",
    "nadie",
    "alguien",
    "personne",
    "nessuno",
];

/// Words that name nobody where they stand alone.
const NOBODY_ALONE: [&str; 11] = ["asking", "pending", "later", "open", "unclear", "here", "channel", "all", "everybody", "team", "oncall"];

/// `ana` and `@ana` both become `@ana`; nothing stays nothing.
#[must_use]
pub fn at_name(text: &str) -> Option<String> {
    let seen = as_seen(text);
    let name = seen.trim().trim_start_matches('@').split_whitespace().collect::<Vec<_>>().join("-");
    (!is_blank(&name)).then(|| format!("@{name}"))
}

/// Whether words that stand for a name say that there is none.
#[must_use]
pub fn names_nobody(text: &str) -> bool {
    let seen = as_seen(text).to_lowercase().replace("no one", "noone");
    let mut words = seen.split_whitespace().map(bare).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return true };
    NOBODY.contains(&first) || (NOBODY_ALONE.contains(&first) && words.all(|word| NOBODY_ALONE.contains(&word)))
}

/// The person whom free words name: the one `@name` among them, or a single word that is no word for nobody. 'nobody yet' and
/// 'see the channel' name none.
#[must_use]
pub fn named_person(text: &str) -> Option<String> {
    let seen = as_seen(text);
    let words: Vec<&str> = seen.split_whitespace().collect();
    let mentioned: Vec<&str> = words.iter().copied().filter(|word| word.starts_with('@')).collect();
    let is_a_name = |word: &&str| word.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    let one = match (mentioned.as_slice(), words.as_slice()) {
        ([one], _) => Some(one.trim_end_matches(|c: char| !c.is_alphanumeric())),
        ([], [one]) => Some(*one).filter(is_a_name),
        _ => None,
    };
    one.filter(|name| !names_nobody(name)).and_then(at_name)
}

/// A word without what stands around it: `@here:` is here.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_nobody_are_no_name() {
        for nobody in
            ["", "?", "-", "nobody", "Nobody yet", "no one", "TBD, asking", "tbc", "niemand", "@here", "@channel", "asking", "unknown!"]
        {
            assert!(names_nobody(nobody), "{nobody}");
        }
        for person in ["ana", "@ana", "Ana Lopez", "Noor", "Open Source Team", "@nobodys-fool", "later@example", "Alla"] {
            assert!(!names_nobody(person), "{person}");
        }
    }

    #[test]
    fn free_words_name_one_person_or_none() {
        let names = [
            ("mia", Some("@mia")),
            ("@li (until 16:00)", Some("@li")),
            ("handing over to @bo.", Some("@bo")),
            ("@ana or @raj", None),
            ("see the channel", None),
            ("Ana Lopez", None),
            ("@channel", None),
            ("asking @here", None),
            ("50%", None),
        ];
        for (words, person) in names {
            assert_eq!(named_person(words).as_deref(), person, "{words}");
        }
    }
}
