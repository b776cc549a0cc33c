//! What a person typed, made ready to be kept.

use sitrep_core::text::{as_seen, is_blank};

use crate::refusals::Error;

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

/// Somebody's name where one may be given; a name in which nothing can be seen is no way to name nobody.
pub(crate) fn name_if_given(text: Option<&str>) -> Result<Option<String>, Error> {
    text.map(|name| at_name(name).ok_or(Error::Empty("the name"))).transpose()
}

/// Words that stand where a name is asked for and name nobody.
const NOBODY: [&str; 13] =
    ["nobody", "noone", "none", "tbd", "tba", "unknown", "unassigned", "unclear", "open", "pending", "asking", "later", "vacant"];

/// The person whom free words name: the one `@name` among them, or a single word that is no word for nobody. 'nobody yet' and
/// 'see the channel' name none.
pub(crate) fn named_person(text: &str) -> Option<String> {
    let seen = as_seen(text);
    let words: Vec<&str> = seen.split_whitespace().collect();
    let mentioned: Vec<&str> = words.iter().copied().filter(|word| word.starts_with('@')).collect();
    let is_a_name =
        |word: &&str| word.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c)) && !NOBODY.contains(&word.to_lowercase().as_str());
    match (mentioned.as_slice(), words.as_slice()) {
        ([one], _) => at_name(one.trim_end_matches(|c: char| !c.is_alphanumeric())),
        ([], [one]) => Some(*one).filter(is_a_name).and_then(at_name),
        _ => None,
    }
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
