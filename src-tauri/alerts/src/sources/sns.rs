//! Amazon SNS: an envelope around what another source sent, as JSON or text. No address in it is opened or kept.

use serde_json::Value;

use super::{Found, read_text, read_value};
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::envelope;
use crate::error::AlertError;
use crate::fields::Fields;

pub(super) fn knows(value: &Value) -> bool {
    const KINDS: [&str; 3] = ["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"];
    let kind = value.get("Type").and_then(Value::as_str);
    kind.is_some_and(|kind| KINDS.contains(&kind)) && value.get("TopicArn").is_some()
}

pub(super) fn read(envelope: Fields<'_>) -> Found {
    if envelope.text("Type").as_deref() != Some("Notification") {
        return Found::refused(AlertError::Subscription);
    }
    let message = envelope.raw("Message").unwrap_or_default();
    inner_json(&message, envelope).or_else(|| read_text(&message, envelope.notes)).unwrap_or_else(|| Found::one(plain(envelope)))
}

fn inner_json(message: &str, envelope: Fields<'_>) -> Option<Found> {
    let inner = match envelope::documents(message) {
        Ok(inner) => inner,
        Err(error) => {
            envelope.notes.add(format!("What SNS carries is not whole. {error}"));
            return None;
        }
    };
    // An envelope in an envelope is nobody's alert, and would have no end.
    inner.values.iter().filter(|value| !knows(value)).find_map(|value| read_value(value, envelope.notes))
}

/// Words that no known source wrote.
fn plain(envelope: Fields<'_>) -> Draft {
    envelope.notes.add("SNS carries a text of no known source: read as firing, by its subject");
    let mut draft = Draft::new(Source::Sns, AlertState::Firing, "Subject, Message");
    draft.title = envelope.first(&["Subject", "Message"]);
    draft.summary = envelope.lines("Message");
    draft.label("topic", envelope.text("TopicArn").and_then(|arn| arn.rsplit(':').next().map(str::to_owned)));
    draft
}
