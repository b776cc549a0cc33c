//! The watch over Alertmanagers: off until a person names one, read-only, and never declaring (seed: Triage Procedure, 'monitoring').

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sitrep_alertmanager::{Client, Firing, Seen, Source};
use sitrep_alerts::{Alert, AlertState};
use sitrep_core::text::clock_time;
use ts_rs::TS;

use super::alerts::AlertInput;
use crate::data::Workstation;
use crate::refusals::Error;

const SOURCES: &str = "alert_sources";
/// What is known of a source's alerts, by the source's name.
const SEEN: &str = "alerts_seen:";
/// More than a person watches.
const SOURCES_AT_MOST: usize = 20;

/// An Alertmanager to watch.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct AlertSourceInput {
    /// What it is called.
    pub name: String,
    /// Its address, http or https.
    pub url: String,
    /// Which of its alerts: `severity="critical"`; all of them have to hold.
    #[serde(default)]
    pub filters: Vec<String>,
}

/// An Alertmanager that is watched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AlertSourceView {
    /// What it is called.
    pub name: String,
    /// Its address, without user and password.
    pub url: String,
    /// Which of its alerts.
    pub filters: Vec<String>,
}

/// What a look at one brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// What newly fires, those of one service together.
    pub new: Vec<WatchedAlerts>,
    /// Why there was no answer.
    pub problem: Option<String>,
}

/// Alerts that newly fire, to be told of in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedAlerts {
    /// The Alertmanager that told them.
    pub source: String,
    /// What is the same each time one comes.
    pub fingerprints: Vec<String>,
    /// `PaymentErrorsHigh on payments-api`, or how many there are.
    pub title: String,
    /// Since when, and what they say.
    pub body: String,
    /// As they were told, for a preview.
    pub text: String,
    /// The open incident that they most likely belong to: its handle, and `P1 Payments failing`.
    pub belongs_to: Option<(String, String)>,
}

impl Workstation {
    /// The Alertmanagers that are watched.
    ///
    /// # Errors
    /// [`Error::Store`] when they cannot be read.
    pub fn alert_sources(&self) -> Result<Vec<AlertSourceView>, Error> {
        let view = |source: Source| AlertSourceView { url: source.shown_url(), name: source.name, filters: source.filters };
        Ok(self.sources()?.into_iter().map(view).collect())
    }

    /// Watches an Alertmanager from now on; one of the same name gives way.
    ///
    /// # Errors
    /// [`Error::AlertSource`] with what is wrong with it.
    pub fn add_alert_source(&self, input: &AlertSourceInput) -> Result<(), Error> {
        let AlertSourceInput { name, url, filters } = input.clone();
        let source = Source { name, url, filters }.checked()?;
        let mut sources = self.sources()?;
        sources.retain(|known| known.name != source.name);
        sources.push(source);
        sources.truncate(SOURCES_AT_MOST);
        self.keep_sources(&sources)
    }

    /// Watches it no more.
    ///
    /// # Errors
    /// [`Error::UnknownAlertSource`] where none is called so.
    pub fn remove_alert_source(&self, name: &str) -> Result<(), Error> {
        let mut sources = self.sources()?;
        let before = sources.len();
        sources.retain(|known| known.name != name);
        if sources.len() == before {
            return Err(Error::UnknownAlertSource(name.to_owned()));
        }
        self.keep_sources(&sources)?;
        self.keep_seen(name, &Seen::default())
    }

    /// Looks at every Alertmanager once, and tells what newly fires. It waits for the network, and records nothing.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be read whom to ask; one that does not answer is a [`Look`] with its problem.
    pub fn look_at_alerts(&self, client: &Client) -> Result<Vec<(String, Look)>, Error> {
        let looks = self.sources()?.into_iter().map(|source| (source.name.clone(), self.look_at(client, &source)));
        Ok(looks.collect())
    }

    fn look_at(&self, client: &Client, source: &Source) -> Look {
        let told = client.fetch(source).map_err(|error| error.to_string());
        match told.and_then(|text| self.news_of(source, &text).map_err(|error| error.to_string())) {
            Ok(new) => Look { new, problem: None },
            Err(problem) => Look { new: Vec::new(), problem: Some(problem) },
        }
    }

    fn news_of(&self, source: &Source, text: &str) -> Result<Vec<WatchedAlerts>, Error> {
        if text.trim() == "[]" {
            self.seen_now(source, &[])?;
            return Ok(Vec::new());
        }
        let alerts: Vec<(Alert, String)> = self.read_alerts(text)?.alerts.into_iter().zip(pieces(text)).collect();
        let loud: Vec<&(Alert, String)> =
            alerts.iter().filter(|(alert, _)| alert.state == AlertState::Firing && !alert.suppressed).collect();
        let firing: Vec<Firing> =
            loud.iter().map(|(alert, _)| Firing { fingerprint: alert.fingerprint.clone(), onset: alert.started_at }).collect();
        let new = self.seen_now(source, &firing)?;
        let told: Vec<&(Alert, String)> = loud.into_iter().filter(|(alert, _)| new.contains(&alert.fingerprint)).collect();
        by_service(&told).into_iter().map(|group| self.watched(source, &group)).collect()
    }

    fn watched(&self, source: &Source, group: &[&(Alert, String)]) -> Result<WatchedAlerts, Error> {
        let texts: Vec<&str> = group.iter().map(|(_, text)| text.as_str()).collect();
        let text = format!("[{}]", texts.join(","));
        let preview = self.preview_alerts(&AlertInput { text: text.clone(), ..AlertInput::default() })?;
        let likely = preview.belongs_to.into_iter().find(|one| one.likely);
        Ok(WatchedAlerts {
            source: source.name.clone(),
            fingerprints: group.iter().map(|(alert, _)| alert.fingerprint.clone()).collect(),
            title: title(group),
            body: body(group, self.now()),
            text,
            belongs_to: likely.map(|one| (one.handle, format!("{} {}", one.severity, one.title))),
        })
    }

    /// Tells nothing of these alerts for so many minutes.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be kept.
    pub fn hush_alerts(&self, source: &str, fingerprints: &[String], minutes: u32) -> Result<(), Error> {
        let until = self.now() + TimeDelta::minutes(i64::from(minutes));
        let mut seen = self.seen(source)?;
        fingerprints.iter().for_each(|fingerprint| seen.hush(fingerprint, until));
        self.keep_seen(source, &seen)
    }

    fn seen_now(&self, source: &Source, firing: &[Firing]) -> Result<Vec<String>, Error> {
        let mut seen = self.seen(&source.name)?;
        let news = seen.look(firing, self.now());
        self.keep_seen(&source.name, &seen)?;
        Ok(news.new)
    }

    fn sources(&self) -> Result<Vec<Source>, Error> {
        let kept = self.lock().store.setting(SOURCES)?;
        Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default())
    }

    fn keep_sources(&self, sources: &[Source]) -> Result<(), Error> {
        let kept = serde_json::to_string(sources).unwrap_or_default();
        Ok(self.lock().store.set_settings(&[(SOURCES, &kept)])?)
    }

    fn seen(&self, source: &str) -> Result<Seen, Error> {
        let kept = self.lock().store.setting(&format!("{SEEN}{source}"))?;
        Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default())
    }

    fn keep_seen(&self, source: &str, seen: &Seen) -> Result<(), Error> {
        let kept = serde_json::to_string(seen).unwrap_or_default();
        Ok(self.lock().store.set_settings(&[(&format!("{SEEN}{source}"), &kept)])?)
    }
}

/// Each alert as it was told.
fn pieces(text: &str) -> Vec<String> {
    let all: Vec<Box<RawValue>> = serde_json::from_str(text).unwrap_or_default();
    all.into_iter().map(|piece| piece.get().to_owned()).collect()
}

/// Those of one service together, in the order in which they came; what names none stands alone.
fn by_service<'a>(alerts: &[&'a (Alert, String)]) -> Vec<Vec<&'a (Alert, String)>> {
    alerts.iter().fold(Vec::new(), |mut groups: Vec<Vec<&(Alert, String)>>, one| {
        let same = |group: &&mut Vec<&(Alert, String)>| {
            one.0.service.is_some() && group.first().is_some_and(|first| first.0.service == one.0.service)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
        groups
    })
}

fn title(group: &[&(Alert, String)]) -> String {
    let Some((first, _)) = group.first() else { return String::new() };
    let on = first.service.as_ref().map(|service| format!(" on {service}")).unwrap_or_default();
    match group.len() {
        1 => format!("{}{on}", first.name.as_deref().unwrap_or(&first.title)),
        many => format!("{many} alerts{on}"),
    }
}

fn body(group: &[&(Alert, String)], now: DateTime<Utc>) -> String {
    let line = |(alert, _): &&(Alert, String)| {
        let since = alert.started_at.map(|at| format!(", since {}", clock_time(at, now))).unwrap_or_default();
        format!("{}{since}", alert.title)
    };
    group.iter().map(line).collect::<Vec<_>>().join("\n")
}
