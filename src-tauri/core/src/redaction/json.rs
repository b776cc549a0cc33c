//! A value of JSON with what becomes of its words.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::gather::is_of_a_machine;
use super::redact::Redaction;

impl Redaction {
    /// A value of JSON: its texts, and the names of its keys. What names a thing of the data, or a time, stays.
    #[must_use]
    pub fn json(&self, value: Value) -> Value {
        match value {
            Value::String(text) if !is_of_a_machine(&text) => Value::String(self.text(&text)),
            Value::Array(all) => Value::Array(all.into_iter().map(|value| self.json(value)).collect()),
            Value::Object(all) => Value::Object(all.into_iter().map(|(key, value)| (self.text(&key), self.json(value))).collect()),
            value => value,
        }
    }

    /// The same value with what becomes of its words. None where it is no value any more with other words in it.
    #[must_use]
    pub fn all_of<T: Serialize + DeserializeOwned>(&self, value: &T) -> Option<T> {
        serde_json::from_value(self.json(serde_json::to_value(value).ok()?)).ok()
    }
}
