//! PagerDuty's webhook (v3), and an incident of its API. What Alertmanager wrote into it is read, too.

use serde_json::Value;

use super::alertmanager;
use super::alertmanager_text::{self, Block};
use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::error::AlertError;
use crate::fields::Fields;
use crate::severity::Guess;

/// How deep, and in how many parts, Alertmanager's text is looked for.
const DEEP: u32 = 8;

pub(super) fn knows(value: &Value) -> bool {
    let event = value.get("event");
    let kind = event.and_then(|event| event.get("event_type")).and_then(Value::as_str).unwrap_or_default();
    let is_event = ["incident.", "service.", "pagey."].iter().any(|start| kind.starts_with(start));
    is_event || is_incident(value) || value.get("incident").is_some_and(is_incident)
}

/// As its API gives it.
fn is_incident(value: &Value) -> bool {
    value.get("incident_number").is_some() && (value.get("incident_key").is_some() || value.get("html_url").is_some())
}

pub(super) fn read(message: Fields<'_>) -> Found {
    let kind = message.text("event.event_type").unwrap_or_default();
    let path = if message.get("event").is_some() { "event.data" } else { "incident" };
    let incident = if message.get("incident_number").is_some() { message } else { message.part(path) };
    // A note, a responder or a service has another type, or refers to the incident without its facts.
    if incident.text("type").is_some_and(|kind| kind != "incident") {
        let what = if kind.is_empty() { "something else".to_owned() } else { kind };
        return Found::refused(AlertError::OtherMessage { sender: Source::PagerDuty, what });
    }
    Found::one(draft(incident, kind == "incident.resolved"))
}

fn draft(incident: Fields<'_>, says_resolved: bool) -> Draft {
    let is_resolved = says_resolved || incident.text("status").as_deref() == Some("resolved");
    let state = if is_resolved { AlertState::Resolved } else { AlertState::Firing };
    let mut draft = Draft::new(Source::PagerDuty, state, "event.data.title, summary");
    let inner = inner_alert(incident.value, DEEP);
    if let Some(block) = &inner {
        alertmanager::describe(&mut draft, block.labels.clone(), |name| block.annotations.get(name).cloned());
        draft.link("Rule", block.rule.clone());
    }
    draft.severity = severity(incident, inner.as_ref());
    let title = incident.first(&["title", "summary", "description"]);
    draft.title = title.filter(|title| draft.title.is_none() || !alertmanager_text::is_subject(title)).or(draft.title);
    let details = incident.get("body.details").and_then(Value::as_str).and_then(crate::words::lines);
    draft.summary = draft.summary.or(details);
    draft.service = incident.text("service.summary").or(draft.service);
    // Not `occurred_at`, which is when this webhook was sent.
    draft.started_at = incident.instant(&["created_at"]);
    draft.fingerprint = incident.first(&["incident_key", "id"]);
    draft.link("Incident", incident.raw("html_url"));
    draft.link("Bridge", incident.raw("conference_bridge.conference_url"));
    label(&mut draft, incident);
    draft
}

fn label(draft: &mut Draft, incident: Fields<'_>) {
    draft.label("number", incident.first(&["number", "incident_number"]));
    draft.label("status", incident.text("status"));
    draft.label("urgency", incident.text("urgency"));
    draft.label("priority", incident.text("priority.summary"));
    draft.label("escalation_policy", incident.text("escalation_policy.summary"));
    let teams: Vec<String> = incident.items("teams").filter_map(|team| team.text("summary")).take(5).collect();
    draft.label("teams", Some(teams.join(", ")));
}

/// The priority that the team set, before what Alertmanager says, before the urgency, which is 'high' wherever nobody changed it.
fn severity(incident: Fields<'_>, inner: Option<&Block>) -> Guess {
    let priority = incident.text("priority.summary").map(|word| Guess::from_word("PagerDuty's priority", &word));
    let inner =
        inner.map(|block| alertmanager::severity(Source::PagerDuty.label(), &block.labels)).filter(|guess| guess.severity.is_some());
    let urgency = incident.text("urgency").map(|word| Guess::from_word("PagerDuty's urgency", &word));
    Guess::first(Source::PagerDuty.label(), priority.into_iter().chain(inner).chain(urgency))
}

/// The first alert of Alertmanager's text in any part of the incident.
fn inner_alert(value: &Value, levels: u32) -> Option<Block> {
    let levels = levels.checked_sub(1)?;
    match value {
        Value::String(text) if text.contains("Labels:\n") => alertmanager_text::blocks(text).into_iter().next(),
        Value::Array(items) => items.iter().find_map(|item| inner_alert(item, levels)),
        Value::Object(fields) => fields.values().find_map(|field| inner_alert(field, levels)),
        _ => None,
    }
}
