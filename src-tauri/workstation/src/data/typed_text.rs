//! What a person typed, made ready to be kept.

use sitrep_core::text::{as_seen, at_name, is_blank, names_nobody};

use crate::refusals::Error;

/// The words, if there are any to see.
pub(crate) fn non_blank(text: Option<&str>) -> Option<String> {
    text.filter(|text| !is_blank(text)).map(|text| as_seen(text).trim().to_owned())
}

/// Somebody's name where one may be given. A name in which nothing can be seen is no way to name nobody, and 'nobody yet' is no name.
pub(crate) fn name_if_given(text: Option<&str>) -> Result<Option<String>, Error> {
    let Some(text) = text else { return Ok(None) };
    let name = at_name(text).ok_or(Error::Empty("the name"))?;
    if names_nobody(text) { Err(Error::NamesNobody(as_seen(text).trim().to_owned())) } else { Ok(Some(name)) }
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
