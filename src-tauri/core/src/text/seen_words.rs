//! What is kept as JSON, its words as a person sees them. Every event passes here on its way to the disk and from it, so that a new
//! kind cannot forget it.

use std::borrow::Cow;

use serde_json::Value;

use super::seen::{as_seen, may_hide};

/// The JSON with each text in it [`as_seen`]. What is no JSON stays as it is.
#[must_use]
pub fn words_as_seen(json: &str) -> Cow<'_, str> {
    if !holds_escape(json) && !json.chars().any(may_hide) {
        return Cow::Borrowed(json);
    }
    let seen = serde_json::from_str(json).map(words_of).and_then(|value| serde_json::to_string(&value));
    seen.map_or(Cow::Borrowed(json), Cow::Owned)
}

/// JSON writes a control character as `\r`, `\b`, `\f` or `\u001b`.
fn holds_escape(json: &str) -> bool {
    ["\\u", "\\r", "\\b", "\\f"].iter().any(|escape| json.contains(escape))
}

fn words_of(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(as_seen(&text).into_owned()),
        Value::Array(all) => Value::Array(all.into_iter().map(words_of).collect()),
        Value::Object(all) => Value::Object(all.into_iter().map(|(key, value)| (key, words_of(value))).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}
