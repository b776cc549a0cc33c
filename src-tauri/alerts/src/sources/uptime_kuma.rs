//! Uptime Kuma's webhook.

use serde_json::Value;

use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::error::AlertError;
use crate::fields::Fields;
use crate::when;

pub(super) fn knows(value: &Value) -> bool {
    ["heartbeat", "monitor", "msg"].iter().all(|key| value.get(key).is_some())
}

pub(super) fn read(hook: Fields<'_>) -> Found {
    // Its test and its word of a certificate that ends carry no heartbeat.
    if hook.get("heartbeat").is_none() {
        let what = hook.text("msg").unwrap_or_else(|| "something else".to_owned());
        return Found::refused(AlertError::OtherMessage { sender: Source::UptimeKuma, what });
    }
    let mut draft = Draft::new(Source::UptimeKuma, state(hook), "monitor.name, msg");
    draft.name = hook.text("monitor.name");
    let what = if draft.state == AlertState::Firing { "is down" } else { "is up again" };
    draft.title = draft.name.as_ref().map(|name| format!("{name} {what}")).or_else(|| hook.text("msg"));
    draft.summary = hook.lines("heartbeat.msg").or_else(|| hook.lines("msg"));
    draft.service = draft.name.clone();
    draft.started_at = onset(hook).filter(|_| draft.state == AlertState::Firing);
    draft.fingerprint = hook.first(&["monitor.id", "heartbeat.monitorID"]).map(|id| format!("monitor {id}"));
    draft.link("Monitored address", hook.raw("monitor.url"));
    for name in ["type", "hostname", "port", "pathName"] {
        draft.label(name, hook.part("monitor").text(name));
    }
    for tag in hook.items("monitor.tags").take(30) {
        draft.label(&tag.text("name").unwrap_or_default(), tag.text("value"));
    }
    Found::one(draft)
}

fn state(hook: Fields<'_>) -> AlertState {
    match hook.text("heartbeat.status").as_deref() {
        Some("1") => AlertState::Resolved,
        Some("3") => {
            hook.notes.add("Uptime Kuma says that this is under maintenance: read as resolved");
            AlertState::Resolved
        }
        Some("0") => AlertState::Firing,
        Some("2") => {
            hook.notes.add("Uptime Kuma is still trying again: read as firing");
            AlertState::Firing
        }
        _ => {
            hook.notes.add("Uptime Kuma tells no state: read as firing");
            AlertState::Firing
        }
    }
}

/// Its `time` is UTC without saying so; the local time comes with its offset.
fn onset(hook: Fields<'_>) -> Option<chrono::DateTime<chrono::Utc>> {
    if hook.text("heartbeat.important").as_deref() == Some("false") {
        hook.notes.add("Uptime Kuma says this again: its time is not when it began");
        return None;
    }
    let local = || {
        let text = format!("{}{}", hook.raw("heartbeat.localDateTime")?, hook.raw("heartbeat.timezoneOffset")?);
        when::instant(&text)
    };
    let utc = || hook.raw("heartbeat.time").and_then(|time| when::instant(&time).or_else(|| when::as_utc(&time)));
    utc().or_else(local)
}
