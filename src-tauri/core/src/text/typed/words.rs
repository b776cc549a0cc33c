//! The words of a typed time.

/// Words that say nothing.
const FILLERS: [&str; 3] = ["at", "on", "of"];

/// The words without what stands around them; day and time of `2026-11-25T14:05Z` are two.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let bare = |word: &'_ str| !word.is_empty() && !FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(word));
    text.split_whitespace()
        .map(|word| word.trim_matches([',', '(', ')', ';']))
        .flat_map(|word| match date_and_rest(word) {
            Some((day, time)) => [day, time],
            None => [word, ""],
        })
        .filter(move |word| bare(word))
}

fn date_and_rest(word: &str) -> Option<(&str, &str)> {
    let (day, time) = word.split_once(['T', 't'])?;
    let is_day = day.len() >= 8 && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (is_day && time.starts_with(|c: char| c.is_ascii_digit())).then_some((day, time))
}
