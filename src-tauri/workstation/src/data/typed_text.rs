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
