//! Amazon SNS: an envelope around what another source sent, as JSON or text. No address in it is opened or kept.

use serde_json::Value;

use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::envelope;
use crate::fields::{Fields, Notes};

pub(super) fn knows(value: &Value) -> bool {
    const KINDS: [&str; 3] = ["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"];
    let kind = value.get("Type").and_then(Value::as_str);
    kind.is_some_and(|kind| KINDS.contains(&kind)) && value.get("TopicArn").is_some()
}

/// The text that a notification carries; none of a message that asks to confirm a subscription.
pub(super) fn message(envelope: Fields<'_>) -> Option<String> {
    let is_notification = envelope.text("Type").as_deref() == Some("Notification");
    is_notification.then(|| envelope.raw("Message").unwrap_or_default())
}

/// The JSON in that text.
pub(super) fn json(message: &str, notes: &Notes) -> Vec<Value> {
    match envelope::documents(message) {
        Ok(inner) => inner.values,
        Err(error) => {
            notes.add(format!("What SNS carries is not whole. {error}"));
            Vec::new()
        }
    }
}

/// Words that no known source wrote.
pub(super) fn plain(envelope: Fields<'_>) -> Draft {
    envelope.notes.add("SNS carries a text of no known source: read as firing, by its subject");
    let mut draft = Draft::new(Source::Sns, AlertState::Firing, "Subject, Message");
    draft.title = envelope.first(&["Subject", "Message"]);
    draft.summary = envelope.lines("Message");
    draft.label("topic", envelope.text("TopicArn").and_then(|arn| arn.rsplit(':').next().map(str::to_owned)));
    draft
}
