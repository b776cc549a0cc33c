//! A replacement that reads on in its sentence.

use std::ops::Range;

use crate::vocabulary::HitGroup;

/// What ends before a sentence starts, apart from blanks and marks of emphasis.
const ENDS: [char; 6] = ['.', '!', '?', '\n', '•', '‹'];
const MARKS: [char; 9] = [' ', '\t', '*', '_', '>', '"', '\'', '(', '“'];

/// Starts a sentence with a capital, and shouts where the text shouts its status.
pub(crate) fn shape(replacement: &str, text: &str, range: &Range<usize>, group: HitGroup) -> String {
    let found = &text[range.clone()];
    let shouts = found.chars().any(char::is_uppercase) && !found.chars().any(char::is_lowercase);
    if group == HitGroup::Claim && shouts {
        return replacement.to_uppercase();
    }
    let gap = replacement.len() - replacement.trim_start().len();
    let (gap, words) = replacement.split_at(gap);
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if starts_sentence(&text[..range.start]) => format!("{gap}{}{}", first.to_uppercase(), letters.as_str()),
        _ => replacement.to_owned(),
    }
}

fn starts_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(MARKS);
    let line = before.rsplit('\n').next().unwrap_or(before);
    before.is_empty() || before.ends_with(ENDS) || line.trim_start() == "-"
}

/// Whether the place is already part of what would be put there, as `payments` is in `Payments (EU)`.
pub(super) fn is_in_place(replacement: &str, text: &str, range: &Range<usize>) -> bool {
    let (wanted, found) = (replacement.to_lowercase(), text[range.clone()].to_lowercase());
    wanted.match_indices(&found).any(|(offset, _)| {
        let start = range.start.checked_sub(offset);
        let there = start.and_then(|start| text.get(start..start + replacement.len()));
        there.is_some_and(|there| there.to_lowercase() == wanted)
    })
}

/// Takes in the article before a place where the new words bring their own or need the other one: `a pod` becomes
/// `a server`, `an LB` becomes `a load balancer`, `the k8s` becomes `our platform`.
pub(super) fn fit_article(text: &str, range: Range<usize>, words: String) -> (Range<usize>, String) {
    let before = &text[..range.start];
    let Some(article) = before.strip_suffix(' ').and_then(|before| before.rsplit(|letter: char| !letter.is_alphanumeric()).next()) else {
        return (range, words);
    };
    let start = range.start - 1 - article.len();
    let old = article.to_lowercase();
    let wanted = if words.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    match old.as_str() {
        "a" | "an" | "the" | "our" if has_determiner(&words) => (start..range.end, words),
        "a" | "an" if old != wanted && words.starts_with(char::is_alphabetic) => (start..range.end, format!("{wanted} {words}")),
        _ => (range, words),
    }
}

/// Whether the words bring their own article.
fn has_determiner(words: &str) -> bool {
    words.split(' ').next().is_some_and(|first| matches!(first, "a" | "an" | "the" | "our" | "one"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_starts_with_a_capital() {
        let after = |before: &str| shape("our team", &format!("{before}@ana"), &(before.len()..before.len() + 4), HitGroup::Person);
        for before in ["", "Done. ", "a\n", "a\n- ", "*", "Done.\n• "] {
            assert_eq!(after(before), "Our team", "{before:?}");
        }
        for before in ["by ", "Status: ", "one - "] {
            assert_eq!(after(before), "our team", "{before:?}");
        }
        assert_eq!(shape("being verified", "INCIDENT RESOLVED", &(9..17), HitGroup::Claim), "BEING VERIFIED");
    }

    #[test]
    fn the_article_goes_with_the_new_words() {
        let fit = |text: &str, old: &str, new: &str| {
            let at = text.find(old).unwrap_or_default();
            let (place, words) = fit_article(text, at..at + old.len(), new.to_owned());
            format!("{}{words}{}", &text[..place.start], &text[place.end..])
        };
        assert_eq!(fit("is a pod up", "pod", "server"), "is a server up");
        assert_eq!(fit("is an LB up", "LB", "load balancer"), "is a load balancer up");
        assert_eq!(fit("is a pod up", "pod", "engine"), "is an engine up");
        assert_eq!(fit("in the k8s", "k8s", "our platform"), "in our platform");
        assert_eq!(fit("data pod", "pod", "our server"), "data our server");
    }

    #[test]
    fn what_is_replaced_is_not_found_again() {
        assert!(is_in_place("Pay Later", "pay later is slow", &(0..3)));
        assert!(!is_in_place("Pay Later", "pay is slow", &(0..3)));
    }
}
