//! What a person typed, made ready to be kept.

pub(crate) fn non_blank(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// `ana` and `@ana` both become `@ana`; nothing stays nothing.
pub(crate) fn at_name(text: &str) -> Option<String> {
    let name = text.trim().trim_start_matches('@').split_whitespace().collect::<Vec<_>>().join("-");
    (!name.is_empty()).then(|| format!("@{name}"))
}
