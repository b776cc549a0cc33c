//! What a declaration of several alerts would be. It fills a form; a person declares.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::vocabulary::Severity;
use ts_rs::TS;

use crate::alert::{Alert, AlertLink, AlertState};
use crate::storm::{Storm, storm};

/// More than a person opens at 3 a.m.
const LINKS: usize = 20;
/// More services than one incident names.
const SERVICES: usize = 20;

/// What a declaration would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Proposal {
    /// What is wrong: what the worst that began first says, which is what all say where they say one thing.
    pub title: String,
    /// The worst severity that an alert tells.
    pub severity: Option<Severity>,
    /// What the severity rests on, or why there is none.
    pub severity_reason: String,
    /// The earliest onset of those that fire, UTC; none where none tells one.
    pub started_at: Option<DateTime<Utc>>,
    /// What the onset rests on: 'the earliest of 3 firing'.
    pub started_reason: String,
    /// The services, each once, in the order of the alerts.
    pub services: Vec<String>,
    /// The links, each once, the runbooks first.
    pub links: Vec<AlertLink>,
    /// The first runbook.
    pub runbook_url: Option<String>,
    /// How many fire.
    pub firing: usize,
    /// Whether they are a storm.
    pub storm: Option<Storm>,
}

/// What a declaration of these alerts would be; none where nothing fires. Those that the sender keeps silent count only where
/// nothing else fires.
#[must_use]
pub fn gather(alerts: &[Alert]) -> Option<Proposal> {
    let firing: Vec<&Alert> = alerts.iter().filter(|alert| alert.state == AlertState::Firing).collect();
    let loud: Vec<&Alert> = firing.iter().copied().filter(|alert| !alert.suppressed).collect();
    let firing = if loud.is_empty() { firing } else { loud };
    let worst = firing.iter().copied().min_by_key(|alert| rank(alert))?;
    let started_at = firing.iter().filter_map(|alert| alert.started_at).min();
    let links = links(&firing);
    Some(Proposal {
        title: worst.title.clone(),
        severity: worst.severity,
        severity_reason: severity_reason(&firing, worst),
        started_at,
        started_reason: started_reason(&firing, started_at),
        services: services(&firing),
        links,
        runbook_url: firing.iter().find_map(|alert| alert.runbook_url.clone()),
        firing: firing.len(),
        storm: storm(alerts),
    })
}

/// The worst first, then the one that began first; no severity and no onset come last.
fn rank(alert: &Alert) -> (bool, Option<Severity>, bool, Option<DateTime<Utc>>) {
    (alert.severity.is_none(), alert.severity, alert.started_at.is_none(), alert.started_at)
}

fn severity_reason(firing: &[&Alert], worst: &Alert) -> String {
    match (firing.len(), worst.severity) {
        (1, _) | (_, None) => worst.severity_reason.clone(),
        (count, Some(_)) => format!("the worst of {count} firing: {}", worst.severity_reason),
    }
}

fn started_reason(firing: &[&Alert], at: Option<DateTime<Utc>>) -> String {
    let timed = firing.iter().filter(|alert| alert.started_at.is_some()).count();
    match (at, firing.len()) {
        (None, 1) => "the alert tells no start time".to_owned(),
        (None, count) => format!("none of {count} firing tells a start time"),
        (Some(_), 1) => "as the alert says".to_owned(),
        (Some(_), count) if timed < count => format!("the earliest of {count} firing, of which {timed} tell a start time"),
        (Some(_), count) => format!("the earliest of {count} firing"),
    }
}

fn services(firing: &[&Alert]) -> Vec<String> {
    let all = firing.iter().filter_map(|alert| alert.service.as_ref());
    all.fold(Vec::new(), |mut services, service| {
        if services.len() < SERVICES && !services.contains(service) {
            services.push(service.clone());
        }
        services
    })
}

fn links(firing: &[&Alert]) -> Vec<AlertLink> {
    let all = || firing.iter().flat_map(|alert| &alert.links);
    let is_runbook = |link: &&AlertLink| link.title == "Runbook";
    all().filter(is_runbook).chain(all().filter(|link| !is_runbook(link))).fold(Vec::new(), |mut links: Vec<AlertLink>, link| {
        if links.len() < LINKS && links.iter().all(|known| known.url != link.url) {
            links.push(link.clone());
        }
        links
    })
}
