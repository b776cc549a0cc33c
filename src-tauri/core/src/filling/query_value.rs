//! How a value is put in a query, so that it ends where its place ends.

use super::shell_word::quote;
use crate::team::Escape;
use crate::text::one_line;

/// Words that Kibana and Datadog read as their own.
const OPERATORS: [&str; 3] = ["and", "or", "not"];

/// A value as it stands in its place.
pub(crate) fn escape_value(escape: Escape, value: &str) -> String {
    match escape {
        Escape::Word if is_plain(value) => value.to_owned(),
        Escape::Word => format!("\"{}\"", within_text(value)),
        Escape::Text => within_text(value),
        Escape::Shell => quote(value),
    }
}

fn is_plain(value: &str) -> bool {
    let plain = value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    plain && value.starts_with(|c: char| c.is_ascii_alphanumeric()) && !OPERATORS.contains(&value.to_ascii_lowercase().as_str())
}

fn within_text(value: &str) -> String {
    one_line(value).replace('\\', "\\\\").replace('"', "\\\"")
}
