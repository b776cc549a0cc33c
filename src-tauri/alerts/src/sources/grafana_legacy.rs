//! Grafana's legacy alerting (to version 10): a rule with its state, and no time.

use serde_json::Value;

use super::alertmanager;
use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::fields::Fields;

pub(super) fn knows(value: &Value) -> bool {
    value.get("ruleName").is_some()
        && value.get("state").is_some()
        && ["ruleId", "ruleUrl", "evalMatches"].iter().any(|key| value.get(key).is_some())
}

pub(super) fn read(alert: Fields<'_>) -> Found {
    let mut draft = Draft::new(Source::Grafana, state(alert), "title, ruleName, message");
    draft.labels = alert.labels("tags");
    draft.name = alert.text("ruleName");
    draft.title = draft.name.clone().or_else(|| alert.text("title"));
    draft.summary = alert.lines("message");
    draft.service = alertmanager::service(&draft.labels);
    draft.severity = alertmanager::severity(Source::Grafana.label(), &draft.labels);
    draft.fingerprint = alert.text("ruleId").map(|id| format!("rule {id}"));
    draft.link("Rule", alert.raw("ruleUrl"));
    draft.link("Image", alert.raw("imageUrl"));
    for found in alert.items("evalMatches").take(20) {
        draft.label(&format!("value of {}", found.text("metric").unwrap_or_default()), found.text("value"));
    }
    Found::one(draft)
}

fn state(alert: Fields<'_>) -> AlertState {
    match alert.text("state").as_deref() {
        Some("ok") => AlertState::Resolved,
        Some("paused") => {
            alert.notes.add("Grafana says that this rule is paused: it is read as resolved");
            AlertState::Resolved
        }
        Some("no_data") => {
            alert.notes.add("Grafana got no data for this rule: it is read as firing, and the data may be what is missing");
            AlertState::Firing
        }
        _ => AlertState::Firing,
    }
}
