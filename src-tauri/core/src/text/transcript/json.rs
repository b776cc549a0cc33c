//! Objects of JSON: logs of a line each, and chats as Slack, Mattermost, Discord and Telegram export them.
//!
//! What a field is for is told by its name, in tables.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::reading::{Mark, Message, Order, Reading};
use super::said::{Stamp, epoch, to_millis};
use super::{scan, words};
use crate::text::{as_seen, is_blank};

type Object = Map<String, Value>;

/// An export may begin with lines of its own.
const HEADS: usize = 5;

/// A kind of object: the fields that hold its time, its words and who wrote it, the surest first. A point leads into another object.
struct Kind {
    label: &'static str,
    times: &'static [&'static str],
    words: &'static [&'static str],
    authors: &'static [&'static str],
    /// A field that only this kind has.
    sign: &'static str,
}

const KINDS: &[Kind] = &[
    Kind {
        label: "Slack export",
        times: &["ts"],
        words: &["text"],
        authors: &["user_profile.display_name", "user_profile.real_name", "bot_profile.name", "username", "user_name", "user", "bot_id"],
        sign: "type",
    },
    Kind {
        label: "Mattermost export",
        times: &["post.create_at", "create_at"],
        words: &["post.message", "message"],
        authors: &["post.user", "username", "user.username", "user", "user_id"],
        sign: "",
    },
    Kind {
        label: "Discord export",
        times: &["timestamp"],
        words: &["content"],
        authors: &["author.nickname", "author.name", "author.username"],
        sign: "author",
    },
    Kind { label: "Telegram export", times: &["date_unixtime", "date"], words: &["text"], authors: &["from"], sign: "from" },
    Kind {
        label: "Microsoft Teams export",
        times: &["createdDateTime"],
        words: &["body.content"],
        authors: &["from.user.displayName", "from.application.displayName"],
        sign: "from",
    },
    Kind {
        label: "JSON lines",
        times: &[
            "__REALTIME_TIMESTAMP",
            "_SOURCE_REALTIME_TIMESTAMP",
            "@timestamp",
            "timestamp",
            "time",
            "ts",
            "t",
            "@t",
            "datetime",
            "date",
            "asctime",
            "eventTime",
            "event_time",
            "Timestamp",
            "TimeStamp",
            "timeMillis",
            "instant.epochSecond",
            "time_local",
            "time_iso8601",
            "created_at",
            "createdAt",
            "lastTimestamp",
            "start_time",
            "receiveTimestamp",
        ],
        words: &[
            "MESSAGE",
            "message",
            "msg",
            "short_message",
            "@m",
            "@mt",
            "log",
            "event",
            "textPayload",
            "jsonPayload.message",
            "body",
            "text",
            "error",
            "summary",
            "description",
            "request",
            "eventName",
            "title",
        ],
        authors: &[],
        sign: "",
    },
];

/// Reads a text that is one document of JSON, or has an object a line.
pub(super) fn read(text: &str) -> Option<Reading> {
    let start = text.trim_start().chars().next()?;
    if !matches!(start, '{' | '[') && !text.contains("{\"") {
        return None;
    }
    document(text).or_else(|| by_line(text))
}

fn document(text: &str) -> Option<Reading> {
    let value: Value = serde_json::from_str(text).ok()?;
    let mut objects = records(&value);
    if objects.is_empty() {
        objects = value.as_object().into_iter().collect();
    }
    let label = kind_of(objects.first()?)?.label;
    let mut messages: Vec<Message> = objects.into_iter().filter_map(|object| message(object, &to_text(object))).collect();
    if value.pointer("/posts").is_some() {
        messages.sort_by_key(|message| message.stamp.time_on_its_day());
    }
    let mut reading = Reading::of(label, Order::Written);
    messages.into_iter().for_each(|message| reading.push(Mark::Message(message)));
    reading.if_any()
}

fn to_text(object: &Object) -> String {
    serde_json::to_string(object).unwrap_or_default()
}

/// The longest list of objects that have a time, however deep it lies.
fn records(value: &Value) -> Vec<&Object> {
    let own: Vec<&Object> = items(value).into_iter().filter_map(Value::as_object).filter(|object| kind_of(object).is_some()).collect();
    let inner = items(value).into_iter().map(records).max_by_key(Vec::len).unwrap_or_default();
    if inner.len() > own.len() { inner } else { own }
}

fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(fields) => fields.values().filter(|value| value.is_array() || value.is_object()).collect(),
        _ => Vec::new(),
    }
}

/// At least half of the lines, the first among them, are objects; what a program puts before each stays with the words.
fn by_line(text: &str) -> Option<Reading> {
    let lines: Vec<&str> = text.lines().filter(|line| !is_blank(line)).collect();
    object_of(lines.first()?)?;
    let label = lines.iter().take(HEADS).find_map(|line| kind_of(&object_of(line)?.1))?.label;
    let mut reading = Reading::of(label, Order::Written);
    for line in &lines {
        let read = object_of(line).and_then(|(lead, object)| Some((lead, message(&object, line)?)));
        match read {
            Some((lead, mut message)) => {
                message.text = format!("{lead}{}", message.text);
                message.head = message.head.get(lead.len()..).unwrap_or_default().to_owned();
                reading.push(Mark::Message(message));
            }
            None => reading.add_line(line),
        }
    }
    (reading.messages().count() * 2 >= lines.len()).then_some(reading)
}

/// The object that a line is, and what stands before it.
fn object_of(line: &str) -> Option<(&str, Object)> {
    let at = line.find('{').filter(|at| *at <= 200)?;
    let value: Value = serde_json::from_str(line.get(at..)?.trim().trim_end_matches(',')).ok()?;
    let Value::Object(object) = value else { return None };
    Some((&line[..at], object))
}

fn kind_of(object: &Object) -> Option<&'static Kind> {
    let has = |names: &[&str]| names.iter().any(|name| field(object, name).is_some());
    let fits = |kind: &&Kind| {
        (kind.sign.is_empty() || object.contains_key(kind.sign)) && kind.times.iter().any(|name| time_in(object, name).is_some())
    };
    KINDS.iter().filter(fits).find(|kind| has(kind.words) || kind.authors.is_empty())
}

fn message(object: &Object, raw: &str) -> Option<Message> {
    let kind = kind_of(object)?;
    let stamp = kind.times.iter().find_map(|name| time_in(object, name))?;
    let said = kind.words.iter().filter_map(|name| field(object, name)).map(text_of).find(|said| !is_blank(said));
    let mut message = Message::of(stamp, said.unwrap_or_else(|| raw.to_owned()), raw.to_owned());
    if !kind.authors.is_empty() {
        message.text = html_escape::decode_html_entities(&words::named(&message.text)).into_owned();
    }
    message.author = kind
        .authors
        .iter()
        .filter_map(|name| field(object, name)?.as_str())
        .find(|name| !is_blank(name))
        .map(|name| as_seen(name).into_owned());
    Some(message)
}

fn field<'v>(object: &'v Object, name: &str) -> Option<&'v Value> {
    let mut names = name.split('.');
    let first = object.get(names.next()?)?;
    names.try_fold(first, |value, name| value.get(name))
}

/// Words of a field; what it holds escaped is as a person sees it.
fn text_of(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(|part| part.get("text").map_or_else(|| text_of(part), text_of)).collect(),
        Value::Object(fields) => fields.get("string").and_then(Value::as_str).unwrap_or_default().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) => String::new(),
    };
    as_seen(&text).trim().to_owned()
}

fn time_in(object: &Object, name: &str) -> Option<Stamp> {
    match field(object, name)? {
        Value::Object(wrapped) => wrapped.get("$date").and_then(|date| match date {
            Value::Object(number) => counted(number.get("$numberLong")?.as_str()?),
            date => time_of(date),
        }),
        value => time_of(value),
    }
}

fn time_of(value: &Value) -> Option<Stamp> {
    match value {
        Value::String(text) => counted(text).or_else(|| scan::whole(text)),
        Value::Number(number) => counted(&number.to_string()),
        _ => None,
    }
}

fn counted(digits: &str) -> Option<Stamp> {
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let at: DateTime<Utc> = is_number.then(|| epoch(digits)).flatten()?;
    Some(Stamp::at(to_millis(at)))
}
