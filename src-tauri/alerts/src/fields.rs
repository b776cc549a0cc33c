//! A part of foreign JSON. A field of a wrong type is a missing one, and is noted.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::{when, words};

/// No more is said of one text.
const NOTES: usize = 20;
/// More labels than a person looks through; the rest is noted.
pub(crate) const LABELS: usize = 200;

/// What is to be said of a reading, each once.
#[derive(Debug, Default)]
pub(crate) struct Notes(RefCell<Vec<String>>);

impl Notes {
    pub(crate) fn add(&self, note: impl Into<String>) {
        let mut notes = self.0.borrow_mut();
        let note = note.into();
        if notes.len() < NOTES && !notes.contains(&note) {
            notes.push(note);
        }
    }

    pub(crate) fn all(self) -> Vec<String> {
        self.0.into_inner()
    }
}

/// A part of a JSON value, with where notes go.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    pub(crate) value: &'a Value,
    pub(crate) notes: &'a Notes,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(value: &'a Value, notes: &'a Notes) -> Self {
        Self { value, notes }
    }

    /// What stands at a path such as `event.data.id`; null is nothing.
    pub(crate) fn get(self, path: &str) -> Option<&'a Value> {
        path.split('.').try_fold(self.value, |value, key| value.get(key)).filter(|value| !value.is_null())
    }

    /// The part at a path; an empty one where there is none.
    pub(crate) fn part(self, path: &str) -> Self {
        Self { value: self.get(path).unwrap_or(&Value::Null), notes: self.notes }
    }

    /// The items of a list.
    pub(crate) fn items(self, path: &str) -> impl Iterator<Item = Self> {
        let items = self.get(path).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        items.iter().map(move |value| Self { value, notes: self.notes })
    }

    /// Words, a number or yes and no, as one line.
    pub(crate) fn text(self, path: &str) -> Option<String> {
        self.raw(path).and_then(|text| words::line(&text, words::LINE))
    }

    /// Words of several lines.
    pub(crate) fn lines(self, path: &str) -> Option<String> {
        self.raw(path).and_then(|text| words::lines(&text))
    }

    /// The first of several paths that has words.
    pub(crate) fn first(self, paths: &[&str]) -> Option<String> {
        paths.iter().find_map(|path| self.text(path))
    }

    /// Words as they were sent.
    pub(crate) fn raw(self, path: &str) -> Option<String> {
        let value = self.get(path)?;
        let text = scalar(value);
        if text.is_none() {
            self.notes.add(format!("The field {} is {}, not words: it is left out", shown(path), kind(value)));
        }
        text
    }

    /// The instant at the first of several paths that has one; what is there and is none is noted.
    pub(crate) fn instant(self, paths: &[&str]) -> Option<DateTime<Utc>> {
        paths.iter().find_map(|path| {
            let text = self.raw(path).filter(|text| !text.is_empty() && !text.starts_with("0001-01-01"))?;
            let at = when::instant(&text);
            if at.is_none() {
                let text = words::line(&text, 40).unwrap_or_default();
                self.notes.add(format!("The time in {} cannot be read: '{text}'", shown(path)));
            }
            at
        })
    }

    /// The object at a path as labels; what is no words in it is noted and left out.
    pub(crate) fn labels(self, path: &str) -> BTreeMap<String, String> {
        let object = self.part(path).value.as_object();
        if object.is_some_and(|object| object.len() > LABELS) {
            self.notes.add(format!("Only the first {LABELS} labels are read"));
        }
        let pairs = object.into_iter().flatten().take(LABELS);
        pairs.filter_map(|(name, value)| self.label(name, value)).collect()
    }

    fn label(self, name: &str, value: &Value) -> Option<(String, String)> {
        let name = words::line(name, words::LINE)?;
        match scalar(value) {
            Some(text) => words::line(&text, words::LINE).map(|text| (name, text)),
            None => {
                let kind = kind(value);
                self.notes.add(format!("The label {} is {kind}, not words: it is left out", shown(&name)));
                None
            }
        }
    }
}

fn shown(name: &str) -> String {
    words::line(name, 60).unwrap_or_default()
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(is.to_string()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
        _ => "no words",
    }
}
