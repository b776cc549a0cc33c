//! Alerts that a person pastes: declared as an incident or added to one, always after a look (seed: Triage Procedure, 'alert').

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sitrep_alerts::{Alert, AlertError, AlertState, LinkFill, Mappings, Reading};
use sitrep_core::event::{AlertTaken, EventBody};
use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::text::{clock_time, one_line};
use sitrep_core::vocabulary::{Detection, EventId, FindingAbout, Severity, VerificationCheck, WebLink};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::declare::DeclareInput;
use super::new_events::amending_event;
use crate::data::{Workstation, non_blank};
use crate::refusals::Error;
use crate::team_files::{ALERTS_FILE, text};

/// So many labels of an alert are told in a finding; the alert keeps all.
const LABELS_TOLD: usize = 8;

/// What a pasted alert is to become.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct AlertInput {
    /// As it was pasted.
    pub text: String,
    /// The places of the alerts that go in; without any, all that fire.
    #[serde(default)]
    pub picked: Vec<u32>,
    /// What is wrong, where a person says it otherwise than the alert.
    #[serde(default)]
    pub title: Option<String>,
    /// How bad, where a person says it otherwise than the alert's guess.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// When it began, as typed, where the alert tells no time or another.
    #[serde(default)]
    pub started: Option<String>,
    /// A second incident of the same title is meant.
    #[serde(default)]
    pub anyway: bool,
}

impl Workstation {
    /// What alerts a text holds. A wrong `alerts.toml` keeps no alert from being read that needs none of it.
    ///
    /// # Errors
    /// [`Error::Alert`] where it holds none, or what is missing; [`Error::BadAlertMappings`] where a wrong `alerts.toml` may be why.
    pub fn read_alerts(&self, text: &str) -> Result<Reading, Error> {
        match self.alert_mappings() {
            Ok(mappings) => Ok(sitrep_alerts::read(text, &mappings)?),
            Err(problem) => {
                let read = sitrep_alerts::read(text, &Mappings::default());
                let mut reading = read.map_err(|error| match error {
                    AlertError::UnknownJson { .. } => Error::BadAlertMappings(problem.clone()),
                    other => other.into(),
                })?;
                reading.notes.push(format!("alerts.toml is not followed: {problem}"));
                Ok(reading)
            }
        }
    }

    /// Whether a text that was pasted is surely an alert, so that it is read as one.
    ///
    /// # Errors
    /// None; it is asked as the other commands are.
    pub fn is_alert(&self, text: &str) -> Result<bool, Error> {
        Ok(sitrep_alerts::looks_like_alert(text))
    }

    /// What a `sitrep://declare` link puts into the declaration's form; nothing is declared.
    ///
    /// # Errors
    /// [`Error::Alert`] where it is another link.
    pub fn read_link(&self, url: &str) -> Result<LinkFill, Error> {
        Ok(sitrep_alerts::parse_link(url)?)
    }

    /// Where `alerts.toml` is looked for.
    #[must_use]
    pub fn alerts_path(&self) -> PathBuf {
        self.folders.config.join(ALERTS_FILE)
    }

    /// How other tools' alerts are read, or why `alerts.toml` is not followed.
    pub(crate) fn alert_mappings(&self) -> Result<Mappings, String> {
        text(&self.alerts_path()).and_then(|text| Mappings::parse(&text).map_err(|error| error.to_string()))
    }

    /// Declares what alerts tell as one incident: with the earliest onset, the services, each alert with its labels as a finding.
    ///
    /// # Errors
    /// [`Error::NothingFires`] where all have recovered; a recovery never declares. Else those of [`Workstation::declare`].
    pub fn declare_alerts(&self, input: &AlertInput) -> Result<IncidentSummary, Error> {
        let picked = picked(self.read_alerts(&input.text)?.alerts, &input.picked);
        let proposal = sitrep_alerts::gather(&picked).ok_or(Error::NothingFires)?;
        let now = self.now();
        let told = proposal.started_at.map(|at| at.min(now).to_rfc3339());
        let declare = DeclareInput {
            line: non_blank(input.title.as_deref()).unwrap_or(proposal.title),
            severity: input.severity.or(proposal.severity),
            started: non_blank(input.started.as_deref()).or(told),
            services: proposal.services,
            detected: Some(Detection::Alert),
            anyway: input.anyway,
            ..DeclareInput::default()
        };
        let firing: Vec<&Alert> = picked.iter().filter(|alert| alert.state == AlertState::Firing).collect();
        self.declare_with(&declare, firing.into_iter().flat_map(|alert| taken(alert, now)).map(NewEvent::from).collect())
    }

    /// Adds what fires to an incident; what it has already is not added again, and what recovered is told of those that it has.
    ///
    /// # Errors
    /// Those of [`Workstation::read_alerts`], or why the incident was not found or could not be written.
    pub fn add_alerts(&self, handle: &str, input: &AlertInput) -> Result<(), Error> {
        let picked = picked(self.read_alerts(&input.text)?.alerts, &input.picked);
        self.decide(handle, |incident, now| Ok(picked.iter().flat_map(|alert| news(incident, alert, now)).collect())).map(|_| ())
    }

    /// Takes the recovery of an alert as what was seen of the error rate. It is evidence; a person still ticks the rest.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] where the incident has no such alert, or it has not recovered.
    pub fn recovery_as_evidence(&self, handle: &str, alert: EventId) -> Result<(), Error> {
        let incident = self.facts_of(handle)?;
        let known = incident.alerts.iter().find(|known| known.id == alert).ok_or(Error::UnknownEvent)?;
        let at = known.recovered_at.ok_or(Error::UnknownEvent)?;
        let text = format!("the alert {} recovered at {}", known.alert.title, clock_time(at, self.now()));
        self.record(handle, |_| vec![EventBody::CheckEvidenceAdded { check: VerificationCheck::ErrorRate, text, source: Some(alert) }])
    }
}

/// The alerts in these places; all where none is named.
pub(crate) fn picked(alerts: Vec<Alert>, places: &[u32]) -> Vec<Alert> {
    let is_picked = |at: usize| places.is_empty() || places.iter().any(|place| *place as usize == at);
    alerts.into_iter().enumerate().filter(|(at, _)| is_picked(*at)).map(|(_, alert)| alert).collect()
}

/// What an incident has of an alert already: the same, from the same sender.
pub(crate) fn known<'a>(incident: &'a Incident, alert: &Alert) -> Option<&'a sitrep_core::incident::IncidentAlert> {
    let same = |one: &&sitrep_core::incident::IncidentAlert| {
        one.alert.source == alert.source.label() && one.alert.fingerprint.as_deref() == Some(alert.fingerprint.as_str())
    };
    incident.alerts.iter().rev().find(same)
}

fn news(incident: &Incident, alert: &Alert, now: DateTime<Utc>) -> Vec<NewEvent> {
    match (alert.state, known(incident, alert)) {
        (AlertState::Firing, Some(known)) if known.recovered_at.is_none() => vec![],
        (AlertState::Firing, _) => taken(alert, now).into_iter().map(NewEvent::from).collect(),
        (AlertState::Resolved, Some(known)) if known.recovered_at.is_none() => {
            // A sender's clock may be ahead of this one.
            let at = alert.ended_at.filter(|at| *at <= now);
            let body = EventBody::AlertRecovered { title: known.alert.title.clone(), at };
            vec![amending_event(known.id, body)]
        }
        (AlertState::Resolved, _) => vec![],
    }
}

/// The alert, and what it shows as a finding.
fn taken(alert: &Alert, now: DateTime<Utc>) -> Vec<EventBody> {
    let links = alert.links.iter().map(|link| WebLink { title: link.title.clone(), url: link.url.clone() }).collect();
    let kept = AlertTaken {
        source: alert.source.label().to_owned(),
        name: alert.name.clone(),
        title: alert.title.clone(),
        summary: alert.summary.clone(),
        service: alert.service.clone(),
        started_at: alert.started_at,
        fingerprint: Some(alert.fingerprint.clone()),
        labels: alert.labels.clone(),
        links,
    };
    let shown = EventBody::FindingAdded {
        about: about(alert),
        text: finding(alert),
        // A sender's clock may be ahead of this one.
        onset: alert.started_at.filter(|at| *at <= now),
    };
    vec![EventBody::AlertTaken(Box::new(kept)), shown]
}

/// `PaymentErrorsHigh: cluster eu-1, method card`.
fn finding(alert: &Alert) -> String {
    let name = alert.name.as_deref().unwrap_or(&alert.title);
    let labels: Vec<String> = alert
        .labels
        .iter()
        .filter(|(_, value)| value.as_str() != name)
        .take(LABELS_TOLD)
        .map(|(label, value)| format!("{label} {value}"))
        .collect();
    one_line(&if labels.is_empty() { name.to_owned() } else { format!("{name}: {}", labels.join(", ")) })
}

/// What its words tell of; errors where they tell nothing.
fn about(alert: &Alert) -> FindingAbout {
    const TELLING: [(FindingAbout, [&str; 6]); 3] = [
        (FindingAbout::Latency, ["latency", "slow", "duration", "response time", "p99", "p95"]),
        (FindingAbout::Resources, ["cpu", "memory", "disk", "connections", "oom", "saturat"]),
        (FindingAbout::Traffic, ["traffic", "request rate", "requests per", "throughput", "rps", "qps"]),
    ];
    let words = format!("{} {}", alert.name.as_deref().unwrap_or_default(), alert.title).to_lowercase();
    let found = TELLING.into_iter().find(|(_, telling)| telling.iter().any(|word| words.contains(word)));
    found.map_or(FindingAbout::Errors, |(about, _)| about)
}
