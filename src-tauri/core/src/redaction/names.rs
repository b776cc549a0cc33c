//! How a person's name is written.

use super::item::{Counts, Spelling};

/// Short words that nobody means a person by, and that may be a handle all the same.
const EVERYDAY: [&str; 40] = [
    "me", "it", "on", "in", "at", "to", "of", "by", "is", "as", "an", "be", "do", "go", "he", "if", "my", "no", "or", "so", "up", "us",
    "we", "am", "pm", "ok", "db", "ip", "id", "ui", "api", "app", "web", "the", "and", "all", "bot", "dev", "day", "now",
];

/// A name without the sign of a mention.
pub(super) fn bare(name: &str) -> &str {
    name.trim().trim_start_matches('@')
}

/// The parts of a name: `raj.patel` has two, `on-call` is one word.
pub(super) fn parts(name: &str) -> Vec<&str> {
    let name = bare(name);
    let parts: Vec<&str> = name.split([' ', '.', '_', '-']).filter(|part| !part.is_empty()).collect();
    let has_parts = name.contains(['.', ' ']) || parts.iter().all(|part| part.starts_with(char::is_uppercase));
    if has_parts && (2..=4).contains(&parts.len()) { parts } else { vec![name] }
}

/// Whether two names are those of one person: `@raj` is raj, Raj, and Raj Patel.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let letters = |name| parts(name).into_iter().map(str::to_lowercase).collect::<Vec<_>>();
    let (one, other) = (letters(one), letters(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    long.starts_with(short) || long.ends_with(short)
}

/// The other ways to write a name: its first part, the other parts with a capital, and what bounds the name itself.
pub(super) fn spellings(name: &str, everyday: &dyn Fn(&str) -> bool) -> Vec<Spelling> {
    let parts = parts(name);
    let counts = |part: &str, otherwise| match part {
        part if part.chars().count() < 2 => Counts::Mentioned,
        part if everyday(part) || EVERYDAY.contains(&part.to_lowercase().as_str()) => Counts::WithinSentence,
        _ => otherwise,
    };
    let spelling = |part: &str, otherwise| Spelling { words: part.to_owned(), counts: counts(part, otherwise) };
    match parts.as_slice() {
        [] => Vec::new(),
        [only] => vec![spelling(only, Counts::Always)],
        [first, rest @ ..] => {
            let long = rest.iter().filter(|part| part.chars().count() >= 3);
            let joined = Spelling { words: parts.concat(), counts: Counts::Always };
            [spelling(first, Counts::Always), joined].into_iter().chain(long.map(|part| spelling(part, Counts::WithCapital))).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_many_names() {
        assert!(is_same("@raj", "Raj Patel") && is_same("@raj.patel", "Raj Patel") && is_same("Patel", "raj patel"));
        assert!(!is_same("@raj.patel", "@raj.kumar") && !is_same("@ana", "anabel"));
    }

    #[test]
    fn what_is_a_word_too_counts_with_a_capital() {
        let spellings = spellings("@will.turner", &|name| name == "will");
        let told: Vec<(&str, Counts)> = spellings.iter().map(|spelling| (spelling.words.as_str(), spelling.counts)).collect();

        assert_eq!(told, [("will", Counts::WithinSentence), ("willturner", Counts::Always), ("turner", Counts::WithCapital)]);
    }
}
