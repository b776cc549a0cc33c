//! Alertmanager's webhook and API (v2, v1), Prometheus's own list of alerts, and Grafana's unified webhook, which has the same shape
//! with more links.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::error::AlertError;
use crate::fields::Fields;
use crate::severity::Guess;

const LOOKED_AT: &str = "annotations summary, title, message, description; label alertname";

/// Of the webhook's message, since 2015.
const VERSION: &str = "4";

/// Which label names the service. What a team calls so comes first, then what Kubernetes runs; `job` is who was scraped and often an
/// exporter, so it comes after; a namespace is a place of many services, so it is the last.
const SERVICE: [&str; 13] = [
    "service",
    "service_name",
    "app_kubernetes_io_name",
    "app",
    "application",
    "component",
    "deployment",
    "statefulset",
    "daemonset",
    "container",
    "job",
    "cluster",
    "namespace",
];

/// Which label tells the severity.
const SEVERITY: [&str; 5] = ["severity", "priority", "sev", "level", "urgency"];

pub(super) fn knows(value: &Value) -> bool {
    alerts(value).is_some()
}

/// The list of alerts, wherever the message has it.
fn alerts(value: &Value) -> Option<Vec<&Value>> {
    if let Some(list) = value.as_array() {
        return list.first().filter(|first| is_alert(first)).map(|_| list.iter().collect());
    }
    if let Some(list) = value.get("alerts").and_then(Value::as_array) {
        let is_group = ["groupKey", "receiver", "groupLabels", "commonLabels", "externalURL"].iter().any(|key| value.get(key).is_some());
        return (is_group || list.first().is_some_and(is_alert)).then(|| list.iter().collect());
    }
    if let Some(data) = value.get("data").filter(|_| value.get("status").and_then(Value::as_str) == Some("success")) {
        return alerts(data);
    }
    is_alert(value).then(|| vec![value])
}

fn is_alert(value: &Value) -> bool {
    let has_time = ["startsAt", "activeAt"].iter().any(|key| value.get(key).is_some());
    value.get("labels").is_some_and(Value::is_object) && has_time
}

pub(super) fn read(group: Fields<'_>) -> Found {
    let source = sender(group.value);
    let all = alerts(group.value).unwrap_or_default();
    if all.is_empty() {
        return Found::refused(AlertError::NoAlerts { sender: source });
    }
    let version = group.text("version").filter(|version| source == Source::Alertmanager && version != VERSION);
    if let Some(version) = version {
        group.notes.add(format!("This message is of version {version}, and Sitrep knows {VERSION}: look at what was read"));
    }
    let drafts = all.into_iter().map(|alert| draft(&source, group, Fields::new(alert, group.notes))).collect();
    let cut_off = group.get("truncatedAlerts").and_then(Value::as_u64).unwrap_or_default();
    Found { drafts, cut_off: u32::try_from(cut_off).unwrap_or(u32::MAX), ..Found::default() }
}

/// Grafana sends what Alertmanager never does.
fn sender(group: &Value) -> Source {
    const OF_GRAFANA: [&str; 5] = ["silenceURL", "dashboardURL", "panelURL", "valueString", "values"];
    let first = alerts(group).and_then(|alerts| alerts.first().copied());
    let is_grafana = group.get("orgId").is_some() || first.is_some_and(|alert| OF_GRAFANA.iter().any(|key| alert.get(key).is_some()));
    if is_grafana { Source::Grafana } else { Source::Alertmanager }
}

fn draft(source: &Source, group: Fields<'_>, alert: Fields<'_>) -> Draft {
    let mut draft = Draft::new(source.clone(), state(source, alert), LOOKED_AT);
    draft.started_at = alert.instant(&["startsAt", "activeAt"]);
    draft.ended_at = alert.instant(&["endsAt"]);
    draft.fingerprint = alert.text("fingerprint");
    draft.suppressed = alert.text("status.state").as_deref() == Some("suppressed");
    describe(&mut draft, alert.labels("labels"), |name| alert.part("annotations").lines(name));
    draft.link("Dashboard", alert.text("dashboardURL"));
    draft.link("Panel", alert.text("panelURL"));
    draft.link("Rule", alert.raw("generatorURL"));
    let silence = alert.raw("silenceURL").or_else(|| silence_url(&group.raw("externalURL")?, &draft.labels));
    draft.link("Silence", silence);
    draft
}

/// Fills in what follows from labels and annotations.
pub(super) fn describe(draft: &mut Draft, labels: BTreeMap<String, String>, annotation: impl Fn(&str) -> Option<String>) {
    let first = |names: &[&str]| names.iter().find_map(|name| annotation(name));
    draft.name = labels.get("alertname").cloned();
    draft.title = first(&["summary", "title", "message", "description"]).filter(|_| draft.title.is_none()).or(draft.title.take());
    draft.summary = draft.summary.take().or_else(|| first(&["description", "message", "summary"]));
    draft.service = draft.service.take().or_else(|| service(&labels));
    draft.severity = severity(draft.source.label(), &labels);
    draft.runbook(first(&["runbook_url", "runbookURL", "runbook"]).or_else(|| labels.get("runbook_url").cloned()));
    draft.link("Dashboard", first(&["dashboard_url", "dashboardURL", "dashboard"]));
    draft.labels = labels;
}

pub(super) fn service(labels: &BTreeMap<String, String>) -> Option<String> {
    let named = |name: &str| labels.get(name).filter(|value| name != "job" || !measures_others(value));
    SERVICE.iter().find_map(|name| named(name)).cloned()
}

/// A job that tells who measured, and not what.
fn measures_others(job: &str) -> bool {
    const THOSE: [&str; 8] = ["node", "blackbox", "kube-state-metrics", "kubelet", "cadvisor", "prometheus", "alertmanager", "pushgateway"];
    THOSE.contains(&job) || job.ends_with("exporter")
}

pub(super) fn severity(sender: &str, labels: &BTreeMap<String, String>) -> Guess {
    let said = SEVERITY.iter().filter_map(|name| labels.get(*name).map(|word| (name, word)));
    Guess::first(sender, said.map(|(name, word)| Guess::from_word(&format!("the label {name}"), word)))
}

/// Each alert's own: a group is 'firing' as long as one of it is.
fn state(source: &Source, alert: Fields<'_>) -> AlertState {
    let told = match alert.get("status") {
        Some(Value::Object(_)) => alert.text("status.state"),
        _ => alert.first(&["status", "state"]),
    };
    match told.as_deref() {
        Some("resolved" | "inactive") => AlertState::Resolved,
        Some("firing" | "active" | "suppressed" | "unprocessed") => AlertState::Firing,
        Some("pending") => {
            alert.notes.add("Prometheus calls an alert pending: it has not fired yet, and is read as firing");
            AlertState::Firing
        }
        _ => {
            alert.notes.add(format!("{} sent an alert without a state: it is read as firing", source.label()));
            AlertState::Firing
        }
    }
}

/// The page of Alertmanager that silences this alert, as its own interface links it.
fn silence_url(external: &str, labels: &BTreeMap<String, String>) -> Option<String> {
    let matcher = |(name, value): (&String, &String)| format!("{name}=\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""));
    let matchers: Vec<String> = labels.iter().map(matcher).collect();
    let filter = format!("{{{}}}", matchers.join(", "));
    let address = || format!("{}/#/silences/new?filter={}", external.trim_end_matches('/'), utf8_percent_encode(&filter, NON_ALPHANUMERIC));
    (!matchers.is_empty()).then(address)
}
