//! Front matter: where it ends, and what is in it.

use serde_json::Value;

use super::lines::count;
use crate::model::Lines;

/// Nobody writes more before a runbook.
const LINES_AT_MOST: usize = 2_000;

/// What stands before the body.
#[derive(Debug, Clone)]
pub struct Front {
    /// With its fences.
    pub lines: Lines,
    /// `yaml` or `toml`.
    pub form: &'static str,
    /// Without its fences.
    pub text: String,
}

/// The front matter of a text, if it begins with one.
pub fn front(text: &str) -> Option<Front> {
    let mut lines = text.split('\n');
    let (form, ends): (_, &[&str]) = match lines.next()?.trim_end() {
        "---" => ("yaml", &["---", "..."]),
        "+++" => ("toml", &["+++"]),
        _ => return None,
    };
    let end = lines.clone().take(LINES_AT_MOST).position(|line| ends.contains(&line.trim_end()))?;
    let inner: Vec<&str> = lines.take(end).collect();
    let front = Front { lines: Lines { from: 1, to: count(end).saturating_add(2) }, form, text: inner.join("\n") };
    reads_as_front(&inner).then_some(front)
}

/// Its first words are a key; a text between two lines across is none.
fn reads_as_front(lines: &[&str]) -> bool {
    let first = lines.iter().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    first.is_none_or(|line| {
        let key = line.split([':', '=']).next().unwrap_or_default().trim();
        key.len() < line.len()
            && !key.is_empty()
            && (line.starts_with('[') || key.chars().all(|c| c.is_alphanumeric() || " _-.\"'".contains(c)))
    })
}

/// What is in it.
///
/// # Errors
/// What is wrong with it, in a line.
pub fn front_value(front: &Front) -> Result<Value, String> {
    let first_line = |error: String| error.lines().next().unwrap_or_default().trim().to_owned();
    if front.text.trim().is_empty() {
        return Ok(Value::Null);
    }
    match front.form {
        "toml" => toml::from_str::<toml::Table>(&front.text)
            .map_err(|error| first_line(error.message().to_owned()))
            .map(|table| json(toml::Value::Table(table))),
        _ => serde_saphyr::from_str::<Value>(&front.text).map_err(|error| first_line(error.to_string())),
    }
}

/// TOML's dates become texts.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => Value::Array(items.into_iter().map(json).collect()),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect()),
        other => serde_json::to_value(other).unwrap_or(Value::Null),
    }
}
