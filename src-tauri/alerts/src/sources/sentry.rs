//! Sentry: webhooks of issue alerts, metric alerts, issues and errors, and the legacy plugin's.

use serde_json::Value;

use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::error::AlertError;
use crate::fields::Fields;
use crate::severity::Guess;

pub(super) fn knows(value: &Value) -> bool {
    const MARKS: [(&str, &[&str]); 4] = [
        ("event", &["issue_id", "issue_url", "web_url"]),
        ("error", &["issue_id", "issue_url", "web_url"]),
        ("metric_alert", &["alert_rule", "date_started", "identifier"]),
        ("issue", &["shortId", "firstSeen", "culprit"]),
    ];
    let data = value.get("data").filter(|_| value.get("action").is_some_and(Value::is_string));
    let has = |key: &str, marks: &[&str]| {
        data.and_then(|data| data.get(key)).is_some_and(|part| marks.iter().any(|mark| part.get(mark).is_some()))
    };
    MARKS.iter().any(|(key, marks)| has(key, marks))
}

pub(super) fn read(hook: Fields<'_>) -> Found {
    let action = hook.text("action").unwrap_or_default();
    let data = hook.part("data");
    if data.get("metric_alert").is_some() {
        return Found::one(metric(data, &action));
    }
    if let Some(kind) = ["event", "error"].into_iter().find(|kind| data.get(kind).is_some()) {
        return Found::one(event(data, data.part(kind)));
    }
    match action.as_str() {
        "created" | "unresolved" | "triggered" | "resolved" | "ignored" | "archived" => Found::one(issue(data.part("issue"), &action)),
        _ => Found::refused(AlertError::OtherMessage { sender: Source::Sentry, what: format!("issue {action}") }),
    }
}

fn metric(data: Fields<'_>, action: &str) -> Draft {
    let alert = data.part("metric_alert");
    let state = if action == "resolved" { AlertState::Resolved } else { AlertState::Firing };
    let mut draft = Draft::new(Source::Sentry, state, "data.description_title, data.metric_alert.title");
    draft.title = data.first(&["description_title"]).or_else(|| alert.first(&["alert_rule.name", "title"]));
    draft.name = alert.text("alert_rule.name");
    draft.summary = data.lines("description_text");
    draft.severity = Guess::first(Source::Sentry.label(), (action != "resolved").then(|| Guess::from_word("Sentry's alert", action)));
    draft.started_at = alert.instant(&["date_started", "date_detected", "date_created"]);
    draft.fingerprint = alert.text("id").map(|id| format!("metric alert {id}"));
    let projects: Vec<String> = alert.items("projects").filter_map(|project| project.value.as_str().map(str::to_owned)).take(10).collect();
    draft.service = projects.first().and_then(|project| crate::words::line(project, crate::words::LINE));
    draft.label("projects", Some(projects.join(", ")));
    draft.label("query", alert.text("alert_rule.query"));
    draft.label("aggregate", alert.text("alert_rule.aggregate"));
    draft.label("environment", alert.text("alert_rule.environment"));
    draft.link("Alert", data.raw("web_url"));
    draft
}

fn event(data: Fields<'_>, event: Fields<'_>) -> Draft {
    let mut draft = Draft::new(Source::Sentry, AlertState::Firing, "data.event.title, message");
    draft.title = event.first(&["title", "metadata.title", "message", "culprit"]);
    draft.name = data.first(&["triggered_rule", "issue_alert.title"]);
    draft.summary = event.lines("metadata.value").or_else(|| event.lines("message"));
    draft.severity = level(event);
    draft.started_at = event.instant(&["datetime", "timestamp"]);
    draft.fingerprint = event.first(&["issue_id", "groupID", "event_id"]);
    draft.link("Event", event.raw("web_url"));
    tag(&mut draft, event);
    draft
}

fn issue(issue: Fields<'_>, action: &str) -> Draft {
    let is_over = ["resolved", "ignored", "archived"].contains(&action);
    let mut draft = Draft::new(Source::Sentry, if is_over { AlertState::Resolved } else { AlertState::Firing }, "data.issue.title");
    draft.title = issue.first(&["title", "metadata.title", "culprit"]);
    draft.summary = issue.lines("metadata.value");
    draft.severity = level(issue);
    if action == "unresolved" {
        issue.notes.add("Sentry says that this issue is back: when it was first seen is not when it began this time");
    } else {
        draft.started_at = issue.instant(&["firstSeen"]);
    }
    draft.fingerprint = issue.text("id");
    draft.link("Issue", issue.raw("web_url").or_else(|| issue.raw("permalink")));
    draft.label("issue", issue.text("shortId"));
    tag(&mut draft, issue);
    draft
}

fn level(part: Fields<'_>) -> Guess {
    Guess::first(Source::Sentry.label(), part.text("level").map(|level| Guess::from_word("Sentry's level", &level)))
}

/// What an event or an issue says of itself; tags are pairs of name and value.
fn tag(draft: &mut Draft, part: Fields<'_>) {
    for pair in part.items("tags").filter_map(|tag| tag.value.as_array()).take(60) {
        let word = |at: usize| pair.get(at).and_then(Value::as_str);
        draft.label(word(0).unwrap_or_default(), word(1).map(str::to_owned));
    }
    for name in ["environment", "platform", "culprit", "release", "level"] {
        draft.label(name, part.text(name));
    }
    let project = part.first(&["project.slug", "project.name", "project_slug", "project_name"]);
    let number = || part.get("project").filter(|project| !project.is_object()).and_then(|_| part.text("project"));
    draft.label("project", project.clone().or_else(number));
    draft.service = draft.labels.get("service").cloned().or(project);
}

pub(super) fn knows_legacy(value: &Value) -> bool {
    ["culprit", "project", "level"].iter().all(|key| value.get(key).is_some()) && value.get("event").is_some_and(Value::is_object)
}

pub(super) fn read_legacy(hook: Fields<'_>) -> Found {
    let mut draft = event(hook, hook.part("event"));
    draft.title = draft.title.or_else(|| hook.first(&["message", "culprit"]));
    draft.severity = level(hook);
    draft.service = hook.first(&["project_slug", "project", "project_name"]);
    draft.fingerprint = hook.text("id");
    draft.link("Issue", hook.raw("url"));
    Found::one(draft)
}
