//! Datadog, whose webhook sends what the team's payload says: Sitrep's own payload, Datadog's default one, or one like them.

use serde_json::Value;

use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::fields::Fields;
use crate::severity::Guess;

/// The payload to give to Datadog's webhook, so that Sitrep reads all that it can tell.
pub const DATADOG_PAYLOAD: &str = r#"{
  "sitrep": "datadog",
  "title": "$EVENT_TITLE",
  "body": "$TEXT_ONLY_MSG",
  "id": "$ID",
  "event_type": "$EVENT_TYPE",
  "date": "$DATE",
  "last_updated": "$LAST_UPDATED",
  "alert_id": "$ALERT_ID",
  "alert_title": "$ALERT_TITLE",
  "alert_status": "$ALERT_STATUS",
  "alert_transition": "$ALERT_TRANSITION",
  "alert_type": "$ALERT_TYPE",
  "alert_priority": "$ALERT_PRIORITY",
  "alert_scope": "$ALERT_SCOPE",
  "alert_metric": "$ALERT_METRIC",
  "alert_cycle_key": "$ALERT_CYCLE_KEY",
  "aggreg_key": "$AGGREG_KEY",
  "hostname": "$HOSTNAME",
  "tags": "$TAGS",
  "link": "$LINK",
  "snapshot": "$SNAPSHOT",
  "org": { "id": "$ORG_ID", "name": "$ORG_NAME" }
}
"#;

/// Which tag names the service.
const SERVICE: [&str; 4] = ["service", "app", "kube_deployment", "application"];
const TAGS: usize = 100;

pub(super) fn knows(value: &Value) -> bool {
    let has = |key: &str| value.get(key).is_some();
    let is_own = value.get("sitrep").and_then(Value::as_str) == Some("datadog");
    let is_default = has("event_type") && has("last_updated") && has("org") && has("title");
    is_own || is_default || (has("alert_transition") && (has("alert_id") || has("alert_type") || has("event_type")))
}

pub(super) fn read(event: Fields<'_>) -> Found {
    let transition = word(event, &["alert_transition"]);
    let title = word(event, &["title", "alert_title", "event_title"]);
    let mut draft = Draft::new(Source::Datadog, state(transition.as_deref(), title.as_deref(), event), "title, alert_title");
    draft.title = title.map(|title| without_mark(&title));
    draft.name = word(event, &["alert_title"]).map(|title| without_mark(&title));
    draft.summary = event
        .lines("body")
        .map(|body| body.replace("%%%", "").trim().to_owned())
        .filter(|body| !is_unfilled(body))
        .or_else(|| word(event, &["alert_status"]));
    draft.severity = severity(event);
    label(&mut draft, event);
    draft.service = SERVICE.iter().find_map(|name| draft.labels.get(*name)).cloned();
    draft.started_at = onset(transition.as_deref(), draft.state, event);
    draft.fingerprint = fingerprint(event);
    draft.link("Monitor", word(event, &["link", "url", "event_url"]));
    draft.link("Snapshot", word(event, &["snapshot"]));
    Found::one(draft)
}

/// The first field with words; a variable that Datadog did not fill in is none.
fn word(event: Fields<'_>, paths: &[&str]) -> Option<String> {
    paths.iter().find_map(|path| event.text(path).filter(|text| !is_unfilled(text)))
}

/// Nothing, `$ALERT_SCOPE`, or Datadog's own `null`.
fn is_unfilled(text: &str) -> bool {
    let variable = text.strip_prefix('$').filter(|name| !name.is_empty());
    text.is_empty()
        || variable.is_some_and(|name| name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'))
        || text == "null"
}

/// The title without Datadog's `[Triggered]` and `[P1]` before it.
fn without_mark(title: &str) -> String {
    let mut rest = title.trim();
    while let Some((mark, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let is_mark = ["triggered", "re-triggered", "recovered", "warn", "no data", "renotify", "p1", "p2", "p3", "p4", "p5"]
            .iter()
            .any(|known| mark.to_ascii_lowercase().split(" on ").next() == Some(known));
        if !is_mark || after.trim().is_empty() {
            break;
        }
        rest = after.trim();
    }
    rest.to_owned()
}

fn state(transition: Option<&str>, title: Option<&str>, event: Fields<'_>) -> AlertState {
    let recovered = match transition {
        Some(transition) => transition.to_ascii_lowercase().contains("recovered"),
        None => title.is_some_and(|title| title.starts_with("[Recovered")) || event.text("alert_type").as_deref() == Some("success"),
    };
    if recovered { AlertState::Resolved } else { AlertState::Firing }
}

/// The date of an event is an onset only when the event is the first of its alert.
fn onset(transition: Option<&str>, state: AlertState, event: Fields<'_>) -> Option<chrono::DateTime<chrono::Utc>> {
    let transition = transition.unwrap_or_default().to_ascii_lowercase();
    let comes_again = transition.starts_with("re-") || transition.starts_with("renotify");
    if comes_again {
        event.notes.add("Datadog says that this came again: its time is not when it began");
    }
    let date = || word(event, &["date", "last_updated"]).and_then(|text| crate::when::instant(&text));
    (state == AlertState::Firing && !comes_again).then(date).flatten()
}

fn severity(event: Fields<'_>) -> Guess {
    let priority = word(event, &["alert_priority"]).map(|word| Guess::from_word("Datadog's priority", &word));
    // The other one, of the event, is 'normal' or 'low' and ranks nothing.
    let other =
        word(event, &["priority"]).filter(|word| word.starts_with(['P', 'p'])).map(|word| Guess::from_word("Datadog's priority", &word));
    let kind = word(event, &["alert_type"]).filter(|kind| kind != "success").map(|word| Guess::from_word("Datadog's alert type", &word));
    Guess::first(Source::Datadog.label(), priority.into_iter().chain(other).chain(kind))
}

fn label(draft: &mut Draft, event: Fields<'_>) {
    let listed = || event.items("tags").filter_map(|tag| tag.value.as_str().map(str::to_owned)).collect::<Vec<_>>().join(",");
    let tags = if event.get("tags").is_some_and(Value::is_array) { Some(listed()) } else { event.raw("tags") };
    let scope = event.raw("alert_scope").into_iter();
    let all: Vec<String> = scope.chain(tags).filter(|tags| !is_unfilled(tags)).collect();
    let tags = all.iter().flat_map(|tags| tags.split(',')).map(str::trim).filter(|tag| !tag.is_empty());
    tags.take(TAGS).for_each(|tag| draft.tag(tag));
    draft.label("host", word(event, &["hostname", "host_name", "host"]));
    draft.label("metric", word(event, &["alert_metric"]));
    draft.label("monitor", word(event, &["alert_id"]));
    draft.label("organization", word(event, &["org.name", "org_name"]));
}

/// The cycle goes from trigger to recovery; else the monitor with its scope.
fn fingerprint(event: Fields<'_>) -> Option<String> {
    let monitor =
        || word(event, &["alert_id"]).map(|id| format!("{id} {}", word(event, &["alert_scope"]).unwrap_or_default()).trim().to_owned());
    word(event, &["alert_cycle_key", "aggreg_key"]).or_else(monitor)
}
