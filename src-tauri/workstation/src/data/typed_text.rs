//! What a person typed, made ready to be kept.

use sitrep_core::text::{as_seen, is_blank};

/// The words, if there are any to see.
pub(crate) fn non_blank(text: Option<&str>) -> Option<String> {
    text.filter(|text| !is_blank(text)).map(|text| as_seen(text).trim().to_owned())
}

/// `ana` and `@ana` both become `@ana`; nothing stays nothing.
pub(crate) fn at_name(text: &str) -> Option<String> {
    let seen = as_seen(text);
    let name = seen.trim().trim_start_matches('@').split_whitespace().collect::<Vec<_>>().join("-");
    (!is_blank(&name)).then(|| format!("@{name}"))
}

/// Names with commas between them, or several `@names` after one another; none twice.
pub(crate) fn names(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for part in text.split(',') {
        let words: Vec<&str> = part.split_whitespace().collect();
        let each_is_one = words.len() > 1 && words.iter().all(|word| word.starts_with('@'));
        let found = if each_is_one { words.into_iter().map(str::to_owned).collect() } else { vec![words.join(" ")] };
        for name in found.iter().filter_map(|name| non_blank(Some(name))) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
    }
    all
}
