//! An alert in the making: each reader puts in what it found, and what comes out is cleaned, bounded and whole.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::alert::{Alert, AlertLink, AlertState, Source};
use crate::error::AlertError;
use crate::fields::{LABELS, Notes};
use crate::severity::Guess;
use crate::words;

/// More than a person opens at 3 a.m.
const LINKS: usize = 12;

/// An alert in the making.
pub(crate) struct Draft {
    pub(crate) source: Source,
    pub(crate) state: AlertState,
    pub(crate) title: Option<String>,
    pub(crate) service: Option<String>,
    pub(crate) severity: Guess,
    pub(crate) started_at: Option<DateTime<Utc>>,
    pub(crate) ended_at: Option<DateTime<Utc>>,
    pub(crate) fingerprint: Option<String>,
    pub(crate) links: Vec<AlertLink>,
    pub(crate) labels: BTreeMap<String, String>,
    pub(crate) summary: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) runbook_url: Option<String>,
    pub(crate) suppressed: bool,
    looked_at: &'static str,
}

impl Draft {
    /// `looked_at` names where the title would be, for the message when there is none.
    pub(crate) fn new(source: Source, state: AlertState, looked_at: &'static str) -> Self {
        let severity = Guess::none(source.label());
        Self {
            source,
            state,
            title: None,
            service: None,
            severity,
            started_at: None,
            ended_at: None,
            fingerprint: None,
            links: Vec::new(),
            labels: BTreeMap::new(),
            summary: None,
            name: None,
            runbook_url: None,
            suppressed: false,
            looked_at,
        }
    }

    /// Adds a link, unless it is none, is there already, or there are enough.
    pub(crate) fn link(&mut self, title: &str, url: Option<String>) {
        let url = url.and_then(|url| words::web_address(&url));
        if let Some(url) = url.filter(|url| self.links.len() < LINKS && self.links.iter().all(|link| link.url != *url)) {
            self.links.push(AlertLink { title: title.to_owned(), url });
        }
    }

    /// Takes the runbook, and links it.
    pub(crate) fn runbook(&mut self, url: Option<String>) {
        let url = url.and_then(|url| words::web_address(&url));
        self.link("Runbook", url.clone());
        self.runbook_url = self.runbook_url.take().or(url);
    }

    /// Adds a label where there are words.
    pub(crate) fn label(&mut self, name: &str, value: Option<String>) {
        let pair = words::line(name, words::LINE).zip(value.and_then(|value| words::line(&value, words::LINE)));
        if let Some((name, value)) = pair.filter(|_| self.labels.len() < LABELS) {
            self.labels.entry(name).or_insert(value);
        }
    }

    /// A tag as `name:value`; one without a value is a label of its own.
    pub(crate) fn tag(&mut self, tag: &str) {
        match tag.split_once(':') {
            Some((name, value)) => self.label(name.trim(), Some(value.to_owned())),
            None => self.bare_tag(tag),
        }
    }

    fn bare_tag(&mut self, tag: &str) {
        let all = self.labels.get("tags").map_or_else(|| tag.trim().to_owned(), |tags| format!("{tags}, {}", tag.trim()));
        if let Some(all) = words::line(&all, words::LINE) {
            self.labels.insert("tags".to_owned(), all);
        }
    }

    /// The alert; a firing one without an onset is noted.
    pub(crate) fn finish(self, notes: &Notes) -> Result<Alert, AlertError> {
        let source = self.source;
        let title = self.title.or_else(|| self.name.clone()).or_else(|| self.summary.clone());
        let Some(title) = title.and_then(|title| words::line(&title, words::LINE)) else {
            return Err(AlertError::Missing { sender: source, what: "what is wrong", looked_at: self.looked_at });
        };
        if self.started_at.is_none() && self.state == AlertState::Firing {
            let title = words::line(&title, 80).unwrap_or_default();
            notes.add(format!("No start time in this alert: say when it began ({title})"));
        }
        Ok(Alert {
            fingerprint: self.fingerprint.unwrap_or_else(|| fingerprint(&self.labels, self.name.as_ref().unwrap_or(&title))),
            source,
            state: self.state,
            title,
            service: self.service,
            severity: self.severity.severity,
            severity_reason: self.severity.reason,
            started_at: self.started_at,
            ended_at: self.ended_at.filter(|_| self.state == AlertState::Resolved),
            links: self.links,
            labels: self.labels,
            summary: self.summary,
            name: self.name,
            runbook_url: self.runbook_url,
            suppressed: self.suppressed,
        })
    }
}

/// As Prometheus makes it of labels (FNV-1a, 64 bits), so that it is the same for an old Alertmanager that sends none. Other sources'
/// labels do not tell one alert from another, so what it is called is added.
fn fingerprint(labels: &BTreeMap<String, String>, called: &str) -> String {
    let add = |hash: u64, text: &str| {
        let bytes = text.bytes().chain([0xff]);
        bytes.fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let hash = labels.iter().fold(0xcbf2_9ce4_8422_2325, |hash, (name, value)| add(add(hash, name), value));
    format!("{:016x}", if labels.contains_key("alertname") { hash } else { add(hash, called) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_prometheus_own() {
        let labels = |pairs: &[(&str, &str)]| pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!(fingerprint(&labels(&[("alertname", "A")]), "x"), fingerprint(&labels(&[("alertname", "A")]), "y"));
        assert_ne!(fingerprint(&labels(&[("host", "a")]), "x"), fingerprint(&labels(&[("host", "a")]), "y"));
        assert_ne!(
            fingerprint(&labels(&[("alertname", "A"), ("b", "c")]), ""),
            fingerprint(&labels(&[("alertname", "Ab"), ("c", "")]), "")
        );
    }
}
