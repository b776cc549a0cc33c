//! Opsgenie's webhook, which ends with Opsgenie in 2027.

use serde_json::Value;

use super::found::Found;
use super::{alertmanager, alertmanager_text};
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::error::AlertError;
use crate::fields::Fields;
use crate::severity::Guess;

pub(super) fn knows(value: &Value) -> bool {
    let alert = value.get("alert").filter(|_| value.get("action").is_some_and(Value::is_string));
    alert.is_some_and(|alert| alert.get("alertId").is_some() || (alert.get("message").is_some() && alert.get("tinyId").is_some()))
}

pub(super) fn read(hook: Fields<'_>) -> Found {
    let action = hook.text("action").unwrap_or_default();
    if action == "Delete" {
        return Found::refused(AlertError::OtherMessage { sender: Source::Opsgenie, what: "a deleted alert".to_owned() });
    }
    let alert = hook.part("alert");
    let mut draft =
        Draft::new(Source::Opsgenie, if action == "Close" { AlertState::Resolved } else { AlertState::Firing }, "alert.message");
    if let Some(block) = alert.raw("description").and_then(|text| alertmanager_text::blocks(&text).into_iter().next()) {
        alertmanager::describe(&mut draft, block.labels, |name| block.annotations.get(name).cloned());
        draft.link("Rule", block.rule);
    }
    let title = alert.text("message").filter(|title| draft.title.is_none() || !alertmanager_text::is_subject(title));
    draft.title = title.or(draft.title);
    draft.summary = alert.lines("description");
    draft.severity = priority(alert);
    draft.started_at = alert.instant(&["createdAt"]);
    draft.fingerprint = alert.first(&["alias", "alertId"]);
    draft.service = alert.first(&["details.service", "entity"]).or(draft.service);
    label(&mut draft, alert);
    Found::one(draft)
}

fn priority(alert: Fields<'_>) -> Guess {
    Guess::first(Source::Opsgenie.label(), alert.text("priority").map(|word| Guess::from_word("Opsgenie's priority", &word)))
}

fn label(draft: &mut Draft, alert: Fields<'_>) {
    alert.labels("details").into_iter().for_each(|(name, value)| draft.label(&name, Some(value)));
    for name in ["entity", "source", "team", "tinyId"] {
        draft.label(name, alert.text(name));
    }
    let tags = alert.items("tags").filter_map(|tag| tag.value.as_str()).take(50);
    tags.for_each(|tag| draft.tag(tag));
    let runbook = ["details.runbook_url", "details.runbook"].iter().find_map(|path| alert.raw(path));
    draft.runbook(runbook);
}
