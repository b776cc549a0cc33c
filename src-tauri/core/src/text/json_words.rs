//! The words in a value of JSON.

use serde_json::Value;

/// The value with each text in it as `written` writes it; names of keys stay.
#[must_use]
pub fn map_words(value: Value, written: &mut impl FnMut(String) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(written(text)),
        Value::Array(all) => Value::Array(all.into_iter().map(|value| map_words(value, written)).collect()),
        Value::Object(all) => Value::Object(all.into_iter().map(|(key, value)| (key, map_words(value, written))).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}
