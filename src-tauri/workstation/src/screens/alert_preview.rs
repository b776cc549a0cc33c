//! What a pasted alert would become, before anything counts.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sitrep_alerts::{Alert, AlertState, Reading, gather};
use sitrep_core::incident::Incident;
use sitrep_core::text::{clock_time, rough};
use sitrep_core::vocabulary::{Severity, WebLink};
use sitrep_runbooks::Context;
use ts_rs::TS;

use super::runbook_pane::{SuggestedRunbook, suggestions};
use crate::acts::{AlertInput, known_alert, picked_alerts};
use crate::data::Workstation;
use crate::refusals::Error;

/// Alerts this near to an incident's start may be the same matter.
const NEAR: TimeDelta = TimeDelta::hours(1);

/// So many incidents are looked at for what they share with it.
const LOOKED_AT: usize = 50;

/// What a pasted alert would become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AlertPreview {
    /// `Alertmanager`.
    pub source: String,
    /// The alerts, in the order they were sent.
    pub alerts: Vec<AlertRow>,
    /// What a declaration would be; none where nothing fires.
    pub proposal: Option<AlertProposal>,
    /// `Storm: 3 alerts on payments-api in 3 min. One incident takes them all.`
    pub storm: Option<String>,
    /// What is not certain, and that the sender cut some off.
    pub notes: Vec<String>,
    /// The incidents that it may belong to, the likeliest first.
    pub belongs_to: Vec<AlertIncident>,
}

/// One of the alerts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AlertRow {
    /// Its rule's name, else what it says.
    pub name: String,
    /// `14:00 UTC`, since when it fires.
    pub since: Option<String>,
    /// What it says.
    pub detail: String,
    /// Whether it goes on.
    pub firing: bool,
}

/// What a declaration would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AlertProposal {
    /// What is wrong.
    pub title: String,
    /// The severity that it tells; none where a person has to say.
    pub severity: Option<Severity>,
    /// What that rests on.
    pub severity_reason: String,
    /// `14:00 UTC, 4 min ago`; none where the alert tells no start.
    pub onset: Option<String>,
    /// What that rests on.
    pub onset_reason: String,
    /// The services it names.
    pub services: Vec<String>,
    /// Its labels, kept as findings.
    pub labels: Vec<AlertLabel>,
    /// Its links; nothing is opened by itself.
    pub links: Vec<WebLink>,
    /// The runbook that fits best.
    pub runbook: Option<SuggestedRunbook>,
}

/// A label.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct AlertLabel {
    /// `cluster`.
    pub name: String,
    /// `eu-1`.
    pub value: String,
}

/// An incident that an alert may belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AlertIncident {
    /// Its handle.
    pub handle: String,
    /// How bad.
    pub severity: Severity,
    /// What is wrong.
    pub title: String,
    /// What they share.
    pub why: String,
    /// Whether it is most likely the same matter.
    pub likely: bool,
}

impl Workstation {
    /// What a pasted alert would become. Nothing is recorded.
    ///
    /// # Errors
    /// Those of [`Workstation::read_alerts`].
    pub fn preview_alerts(&self, input: &AlertInput) -> Result<AlertPreview, Error> {
        let now = self.now();
        let Reading { alerts, notes, .. } = self.read_alerts(&input.text)?;
        let rows = alerts.iter().map(|alert| row(alert, now)).collect();
        let source = alerts.first().map(|alert| alert.source.label().to_owned()).unwrap_or_default();
        let chosen = picked_alerts(alerts, &input.picked);
        let proposal = gather(&chosen);
        Ok(AlertPreview {
            source,
            alerts: rows,
            storm: proposal.as_ref().and_then(|found| found.storm.as_ref()).map(|storm| {
                let within = within(TimeDelta::seconds(storm.within_seconds));
                format!("Storm: {} alerts on {} {within}. One incident takes them all.", storm.count, storm.service)
            }),
            belongs_to: self.belongs_to(&chosen)?,
            proposal: proposal.map(|found| self.proposal(found, &chosen, now)).transpose()?,
            notes,
        })
    }

    /// The link of a pasted alert in a place: a page names a place and no address, so it can open nothing else.
    ///
    /// # Errors
    /// [`Error::UnknownLink`] when no link is in that place, or why the alert could not be read.
    pub fn alert_link(&self, input: &AlertInput, place: u32) -> Result<String, Error> {
        let links =
            gather(&picked_alerts(self.read_alerts(&input.text)?.alerts, &input.picked)).map(|found| found.links).unwrap_or_default();
        links.into_iter().nth(place as usize).map(|link| link.url).ok_or(Error::UnknownLink)
    }

    fn proposal(&self, found: sitrep_alerts::Proposal, alerts: &[Alert], now: DateTime<Utc>) -> Result<AlertProposal, Error> {
        let context = Context {
            alerts: alerts.iter().filter_map(|alert| alert.name.clone()).collect(),
            runbook_urls: alerts.iter().filter_map(|alert| alert.runbook_url.clone()).collect(),
            services: found.services.clone(),
            words: found.title.clone(),
        };
        let runbook = suggestions(&*self.shelf()?, &context, now.date_naive()).into_iter().next();
        Ok(AlertProposal {
            onset: found.started_at.map(|at| onset_line(at, now)),
            labels: labels(alerts),
            links: found.links.into_iter().map(|link| WebLink { title: link.title, url: link.url }).collect(),
            title: found.title,
            severity: found.severity,
            severity_reason: found.severity_reason,
            onset_reason: found.started_reason,
            services: found.services,
            runbook,
        })
    }

    /// The same fingerprint, or the same service within the hour, is most likely the same matter.
    fn belongs_to(&self, alerts: &[Alert]) -> Result<Vec<AlertIncident>, Error> {
        let active = self.active_incidents()?.into_iter().take(LOOKED_AT).map(|row| row.summary);
        let mut found: Vec<AlertIncident> = Vec::new();
        for summary in active {
            let incident = self.facts_of(&summary.handle)?;
            found.extend(shared(&incident, alerts).map(|(why, likely)| AlertIncident {
                handle: summary.handle,
                severity: summary.severity,
                title: summary.title,
                why,
                likely,
            }));
        }
        found.sort_by_key(|one| !one.likely);
        Ok(found)
    }
}

fn shared(incident: &Incident, alerts: &[Alert]) -> Option<(String, bool)> {
    if alerts.iter().any(|alert| known_alert(incident, alert).is_some()) {
        return Some(("it has this alert already".to_owned(), true));
    }
    let service = alerts
        .iter()
        .filter_map(|alert| alert.service.as_ref())
        .find(|service| incident.services.iter().any(|known| known.eq_ignore_ascii_case(service)))?;
    let onset = alerts.iter().filter_map(|alert| alert.started_at).min();
    let apart = onset.map(|onset| (onset - incident.started_at).abs());
    let likely = apart.is_none_or(|apart| apart <= NEAR);
    let when = apart.map(|apart| format!(", began {} apart", rough(apart))).unwrap_or_default();
    Some((format!("same service, {service}{when}"), likely))
}

fn row(alert: &Alert, now: DateTime<Utc>) -> AlertRow {
    AlertRow {
        name: alert.name.clone().unwrap_or_else(|| alert.title.clone()),
        since: alert.started_at.map(|at| clock_time(at, now)),
        detail: alert.summary.clone().unwrap_or_else(|| alert.title.clone()),
        firing: alert.state == AlertState::Firing,
    }
}

fn onset_line(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    if at > now {
        format!("{}, ahead of this clock", clock_time(at, now))
    } else {
        format!("{}, {} ago", clock_time(at, now), rough(now - at))
    }
}

/// What is shown by itself is no label here.
const SHOWN_APART: [&str; 3] = ["alertname", "service", "severity"];

/// Those that all share come once.
fn labels(alerts: &[Alert]) -> Vec<AlertLabel> {
    let all =
        alerts.iter().flat_map(|alert| alert.labels.iter()).map(|(name, value)| AlertLabel { name: name.clone(), value: value.clone() });
    let mut labels: Vec<AlertLabel> = all.filter(|label| !SHOWN_APART.contains(&label.name.as_str())).collect();
    labels.sort();
    labels.dedup();
    labels
}

fn within(length: TimeDelta) -> String {
    if length < TimeDelta::minutes(1) { "at once".to_owned() } else { format!("in {}", rough(length)) }
}
