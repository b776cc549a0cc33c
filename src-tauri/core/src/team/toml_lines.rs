//! Why a team's TOML file is not taken, and where in it something stands.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

/// Why a team's file is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{reason}", place(*.line, .key.as_deref()))]
pub struct TeamFileError {
    /// In which line of the file (from 1), if that is known.
    pub line: Option<usize>,
    /// The key it is about, such as `service[0].name`, if that is known.
    pub key: Option<String>,
    /// What is wrong.
    pub reason: String,
}

/// A file as a table.
pub(crate) fn table(text: &str) -> Result<Table, TeamFileError> {
    text.parse().map_err(|error: toml::de::Error| TeamFileError {
        line: error.span().map(|span| line_at(text, span.start)),
        key: None,
        reason: error.message().trim().to_owned(),
    })
}

/// The line (from 1) of each key of a file, by its path: `rule[2].pattern`, and `rule[2]` for the whole.
pub(crate) fn lines_of(text: &str) -> BTreeMap<String, usize> {
    let mut lines = BTreeMap::new();
    if let Ok(table) = DeTable::parse(text) {
        let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        note_table(table.get_ref(), "", &ends, &mut lines);
    }
    lines
}

/// The line of a key, or of the nearest thing around it: what is missing has no line of its own.
pub(crate) fn nearest(lines: &BTreeMap<String, usize>, key: &str) -> Option<usize> {
    let mut key = key;
    loop {
        if let Some(line) = lines.get(key) {
            return Some(*line);
        }
        key = &key[..key.rfind(['.', '['])?];
    }
}

/// The line (from 1) of a byte.
pub(crate) fn line_at(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}

/// `line 3, rule.host.pattern: `, as far as it is known.
fn place(line: Option<usize>, key: Option<&str>) -> String {
    match (line, key) {
        (Some(line), Some(key)) => format!("line {line}, {key}: "),
        (Some(line), None) => format!("line {line}: "),
        (None, Some(key)) => format!("{key}: "),
        (None, None) => String::new(),
    }
}

/// Reads a value of a file; what is wrong comes with the key inside it (empty for the whole) and the reason.
pub(crate) fn read<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, (String, String)> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let key = error.path().to_string();
        (if key == "." { String::new() } else { key }, error.inner().message().trim().to_owned())
    })
}

/// `ends` is where each line ends; a file of thousands of keys is not counted through for each.
fn note_table(table: &DeTable<'_>, prefix: &str, ends: &[usize], lines: &mut BTreeMap<String, usize>) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.get_ref().to_string() } else { format!("{prefix}.{}", name.get_ref()) };
        lines.insert(key.clone(), line_after(ends, name.span().start));
        note_value(value.get_ref(), &key, ends, lines);
    }
}

fn line_after(ends: &[usize], offset: usize) -> usize {
    ends.partition_point(|end| *end < offset) + 1
}

fn note_value(value: &DeValue<'_>, key: &str, ends: &[usize], lines: &mut BTreeMap<String, usize>) {
    match value {
        DeValue::Table(inner) => note_table(inner, key, ends, lines),
        DeValue::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let key = format!("{key}[{at}]");
                lines.insert(key.clone(), line_after(ends, item.span().start));
                note_value(item.get_ref(), &key, ends, lines);
            }
        }
        _ => {}
    }
}
