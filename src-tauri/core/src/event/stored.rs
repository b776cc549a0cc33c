//! How an event's body is stored: the name of its kind, the version of its shape, and JSON.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::body::EventBody;
use crate::text::words_as_seen;

/// The newest shape of a body that this Sitrep knows.
const VERSION: u32 = 1;

/// A body as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The name of the kind.
    pub kind: String,
    /// Of the body's shape.
    pub version: u32,
    /// JSON; `null` for a kind that carries nothing.
    pub body: String,
}

/// The two parts that serde writes a body in.
#[derive(Deserialize)]
struct Tagged<'a> {
    kind: &'a str,
    #[serde(borrow)]
    body: Option<&'a RawValue>,
}

impl EventBody {
    /// The body as it is stored: its words as a person sees them, so that what is kept is what was seen.
    ///
    /// # Errors
    /// Why it cannot be written as JSON, as what came from a newer Sitrep.
    pub fn stored(&self) -> serde_json::Result<Stored> {
        let text = serde_json::to_string(self)?;
        let Tagged { kind, body } = serde_json::from_str(&text)?;
        let body = words_as_seen(body.map_or("null", RawValue::get)).into_owned();
        Ok(Stored { kind: kind.to_owned(), version: VERSION, body })
    }

    /// A stored body, its words as a person sees them. One of a kind, a version or a shape that this Sitrep does not know was recorded by a newer one.
    #[must_use]
    pub fn read(kind: &str, version: u32, body: &str) -> Self {
        let known = if version > VERSION { None } else { parse(kind, &words_as_seen(body)).ok() };
        known.unwrap_or_else(|| Self::FromNewer { kind: kind.to_owned() })
    }
}

fn parse(kind: &str, body: &str) -> serde_json::Result<EventBody> {
    let kind = serde_json::to_string(kind)?;
    match body {
        "null" => serde_json::from_str(&format!(r#"{{"kind":{kind}}}"#)),
        body => serde_json::from_str(&format!(r#"{{"kind":{kind},"body":{body}}}"#)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read_back() {
        for body in [EventBody::Acknowledged, EventBody::TitleChanged { from: "a".into(), to: "b \"c\"".into() }] {
            let Stored { kind, version, body: json } = body.stored().expect("it is JSON");

            assert_eq!(EventBody::read(&kind, version, &json), body);
        }
    }

    #[test]
    fn what_a_newer_sitrep_recorded_is_kept_by_its_kind() {
        let newer = EventBody::FromNewer { kind: "status_changed".into() };

        assert_eq!(EventBody::read("status_changed", 2, r#"{"to":"Monitoring"}"#), newer, "a version to come");
        assert_eq!(EventBody::read("status_changed", 1, r#"{"from":"Dreaming","to":"Monitoring","reason":null}"#), newer, "a word to come");
        assert_eq!(EventBody::read("dreamt", 1, "null"), EventBody::FromNewer { kind: "dreamt".into() }, "a kind to come");
    }
}
