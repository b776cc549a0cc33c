//! Which source a message is of, and the reader for it.

use serde_json::Value;

use super::found::Found;
use super::{
    alertmanager, alertmanager_text, cloudwatch, datadog, grafana_legacy, nagios, opsgenie, pagerduty, sentry, sns, uptime_kuma, zabbix,
};
use crate::envelope;
use crate::error::AlertError;
use crate::fields::{Fields, Notes};
use crate::words;

/// How deep a known message is looked for in an unknown one, such as `Records[0].Sns`.
const WRAPPED: u32 = 5;
/// How many parts of an unknown message are looked at.
const PARTS: usize = 5_000;
/// How many of an unknown message's keys are said.
const KEYS: usize = 8;

/// How a source is known and read.
struct Reader {
    knows: fn(&Value) -> bool,
    read: fn(Fields<'_>) -> Found,
}

/// Those with the most certain shape first.
const READERS: [Reader; 10] = [
    Reader { knows: cloudwatch::knows, read: cloudwatch::read },
    Reader { knows: pagerduty::knows, read: pagerduty::read },
    Reader { knows: sentry::knows, read: sentry::read },
    Reader { knows: uptime_kuma::knows, read: uptime_kuma::read },
    Reader { knows: opsgenie::knows, read: opsgenie::read },
    Reader { knows: grafana_legacy::knows, read: grafana_legacy::read },
    Reader { knows: alertmanager::knows, read: alertmanager::read },
    Reader { knows: datadog::knows, read: datadog::read },
    Reader { knows: sentry::knows_legacy, read: sentry::read_legacy },
    Reader { knows: zabbix::knows, read: zabbix::read },
];

/// Reads a message of a known source, also one inside another; none where no source is known in it.
pub(crate) fn read_value(value: &Value, notes: &Notes) -> Option<Found> {
    read_within(value, notes, WRAPPED, &mut PARTS.clone())
}

fn read_within(value: &Value, notes: &Notes, levels: u32, parts: &mut usize) -> Option<Found> {
    if sns::knows(value) {
        return Some(read_sns(Fields::new(value, notes)));
    }
    if let Some(reader) = READERS.iter().find(|reader| (reader.knows)(value)) {
        return Some((reader.read)(Fields::new(value, notes)));
    }
    let levels = levels.checked_sub(1)?;
    *parts = parts.checked_sub(1)?;
    match value {
        Value::Array(items) => read_all(items.iter(), notes, levels, parts),
        Value::Object(fields) => read_all(fields.values(), notes, levels, parts),
        Value::String(text) if text.trim_start().starts_with(['{', '[']) => {
            let inner = envelope::documents(text).ok()?;
            read_all(inner.values.iter(), notes, levels, parts)
        }
        _ => None,
    }
}

/// The JSON in a notification of SNS; none of anything else.
pub(crate) fn carried_by_sns(value: &Value) -> Vec<Value> {
    let notes = Notes::default();
    let message = Some(value).filter(|value| sns::knows(value)).and_then(|value| sns::message(Fields::new(value, &notes)));
    message.map(|message| sns::json(&message, &notes)).unwrap_or_default()
}

/// What SNS carries, read as if it had come alone; it may be of any source.
fn read_sns(envelope: Fields<'_>) -> Found {
    let Some(message) = sns::message(envelope) else { return Found::refused(AlertError::Subscription) };
    let inner = sns::json(&message, envelope.notes);
    // An envelope in an envelope is nobody's alert, and would have no end.
    let known = inner.iter().filter(|value| !sns::knows(value)).find_map(|value| read_value(value, envelope.notes));
    known.or_else(|| read_text(&message, envelope.notes)).unwrap_or_else(|| Found::one(sns::plain(envelope)))
}

fn read_all<'v>(values: impl Iterator<Item = &'v Value>, notes: &Notes, levels: u32, parts: &mut usize) -> Option<Found> {
    let found: Vec<Found> = values.filter_map(|value| read_within(value, notes, levels, parts)).collect();
    found.into_iter().reduce(|mut all, next| {
        all.join(next);
        all
    })
}

/// Whether a document is itself a known source's, with nothing around it.
pub(crate) fn surely_knows(value: &Value) -> bool {
    sns::knows(value) || READERS.iter().any(|reader| (reader.knows)(value))
}

/// Reads a text that is no JSON.
pub(crate) fn read_text(text: &str, notes: &Notes) -> Option<Found> {
    if nagios::knows(text) {
        return Some(nagios::read(text, notes));
    }
    alertmanager_text::knows(text).then(|| alertmanager_text::read(text, notes))
}

/// Whether a known source surely wrote a text that is no JSON.
pub(crate) fn knows_text(text: &str) -> bool {
    nagios::knows(text) || alertmanager_text::knows(text)
}

/// Says what an unknown message has in it.
pub(crate) fn unknown(value: &Value) -> AlertError {
    let object = value.as_object().or_else(|| value.as_array()?.first()?.as_object());
    let keys: Vec<&str> = object.into_iter().flat_map(|object| object.keys().take(KEYS)).map(String::as_str).collect();
    AlertError::UnknownJson { keys: words::line(&keys.join(", "), words::LINE).unwrap_or_else(|| "none".to_owned()) }
}
