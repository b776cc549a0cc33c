//! The words of an incident, wherever an event, a fact or a text beside it has some.

use std::collections::BTreeSet;

use chrono::DateTime;
use serde_json::Value;
use uuid::Uuid;

use super::source::RedactionSource;

/// Every text, each once. Of a label its name stands before it, which tells what it is: `customer="nordlicht"`.
pub(super) fn words_of(source: &RedactionSource<'_>) -> BTreeSet<String> {
    let mut words = BTreeSet::from([source.incident.title.clone(), source.incident.handle.clone()]);
    let values = source.events.iter().filter_map(|event| serde_json::to_value(event).ok());
    for value in values.chain(serde_json::to_value(source.incident)) {
        take(&value, &mut words);
    }
    words.extend(source.texts.iter().cloned());
    words.retain(|text| !is_of_a_machine(text));
    words
}

/// Whether it names a thing of the data, or a time, and no person wrote it.
pub(super) fn is_of_a_machine(text: &str) -> bool {
    let is_digits = |text: &str| text.chars().all(|letter| letter.is_ascii_hexdigit());
    Uuid::try_parse(text).is_ok() || (text.len() == 64 && is_digits(text)) || DateTime::parse_from_rfc3339(text).is_ok()
}

fn take(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            words.insert(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|value| take(value, words)),
        Value::Object(all) => all.iter().for_each(|(key, value)| {
            words.insert(key.clone());
            if key == "labels" {
                words.extend(labels(value));
            }
            take(value, words);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn labels(value: &Value) -> Vec<String> {
    let pair = |(key, value): (&String, &Value)| Some(format!("{key}=\"{}\"", value.as_str()?));
    value.as_object().into_iter().flatten().filter_map(pair).collect()
}
