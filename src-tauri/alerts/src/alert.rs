//! What is read: alerts, and what is to be said of the reading.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::vocabulary::Severity;
use ts_rs::TS;

/// Who sent an alert; written as its word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(into = "String", from = "String")]
#[ts(type = "string")]
pub enum Source {
    /// Prometheus Alertmanager, or Prometheus itself.
    Alertmanager,
    /// Grafana's unified or legacy alerting.
    Grafana,
    /// PagerDuty.
    PagerDuty,
    /// Amazon CloudWatch, by SNS, EventBridge or Lambda.
    CloudWatch,
    /// A text in Amazon SNS that no other source wrote.
    Sns,
    /// Datadog.
    Datadog,
    /// Sentry.
    Sentry,
    /// Zabbix.
    Zabbix,
    /// Uptime Kuma.
    UptimeKuma,
    /// Nagios or Icinga, by mail.
    Nagios,
    /// Opsgenie.
    Opsgenie,
    /// One that the team's `alerts.toml` names.
    Mapped(String),
}

/// Each built-in source: its word and its label.
const NAMES: [(Source, &str, &str); 11] = [
    (Source::Alertmanager, "alertmanager", "Alertmanager"),
    (Source::Grafana, "grafana", "Grafana"),
    (Source::PagerDuty, "pagerduty", "PagerDuty"),
    (Source::CloudWatch, "cloudwatch", "CloudWatch"),
    (Source::Sns, "sns", "Amazon SNS"),
    (Source::Datadog, "datadog", "Datadog"),
    (Source::Sentry, "sentry", "Sentry"),
    (Source::Zabbix, "zabbix", "Zabbix"),
    (Source::UptimeKuma, "uptime-kuma", "Uptime Kuma"),
    (Source::Nagios, "nagios", "Nagios"),
    (Source::Opsgenie, "opsgenie", "Opsgenie"),
];

impl Source {
    /// Its stable word, such as `alertmanager`; of a mapping, its name.
    #[must_use]
    pub fn word(&self) -> &str {
        self.named().map_or_else(|| self.own_name(), |(_, word, _)| word)
    }

    /// Its name as people write it, such as `Alertmanager`.
    #[must_use]
    pub fn label(&self) -> &str {
        self.named().map_or_else(|| self.own_name(), |(_, _, label)| label)
    }

    fn named(&self) -> Option<&'static (Self, &'static str, &'static str)> {
        NAMES.iter().find(|(source, ..)| source == self)
    }

    fn own_name(&self) -> &str {
        match self {
            Self::Mapped(name) => name,
            _ => "",
        }
    }
}

impl From<Source> for String {
    fn from(source: Source) -> Self {
        source.word().to_owned()
    }
}

/// A word that is no built-in source's is the name of a mapping.
impl From<String> for Source {
    fn from(word: String) -> Self {
        match NAMES.iter().find(|(_, known, _)| *known == word) {
            Some((source, ..)) => source.clone(),
            None => Self::Mapped(word),
        }
    }
}

/// Whether an alert goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AlertState {
    /// It goes on.
    Firing,
    /// It is over: a recovery, which never declares.
    Resolved,
}

/// A link of an alert, http or https.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AlertLink {
    /// What it leads to: Dashboard, Panel, Silence, Runbook, Rule, Incident, …
    pub title: String,
    /// The address, as it was sent.
    pub url: String,
}

/// One alert. Its texts are cleaned of what nobody sees, and bounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Alert {
    /// Who sent it.
    pub source: Source,
    /// Whether it goes on.
    pub state: AlertState,
    /// What is wrong, in one line.
    pub title: String,
    /// The service that it names, as it names it.
    pub service: Option<String>,
    /// A guess; none where the alert tells nothing that ranks.
    pub severity: Option<Severity>,
    /// What the guess rests on, or why there is none.
    pub severity_reason: String,
    /// The onset, UTC; none where the alert tells none.
    pub started_at: Option<DateTime<Utc>>,
    /// When it recovered, UTC; none while it fires, or where the sender tells none.
    pub ended_at: Option<DateTime<Utc>>,
    /// What is the same each time this alert comes, within its source.
    pub fingerprint: String,
    /// Where to look.
    pub links: Vec<AlertLink>,
    /// What it says of itself, by name: labels, tags, host, region.
    pub labels: BTreeMap<String, String>,
    /// What it says in words, in one or more lines.
    pub summary: Option<String>,
    /// The name of the rule, monitor or check that made it.
    pub name: Option<String>,
    /// Its runbook, http or https.
    pub runbook_url: Option<String>,
    /// Whether the sender keeps it silent: silenced, inhibited, muted.
    pub suppressed: bool,
}

/// What a text holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reading {
    /// The alerts, in the order they were sent.
    pub alerts: Vec<Alert>,
    /// How many the sender left out.
    pub cut_off: u32,
    /// What was left out or is not certain, a sentence each.
    pub notes: Vec<String>,
}
