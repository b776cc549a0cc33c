//! What leads through investigation and mitigation: links, queries, hypotheses, actions and commands, filled from the incident
//! (seed: Investigation Methodology; Common Mitigation Actions).

use std::collections::BTreeSet;

use serde::Serialize;
use sitrep_core::filling::{DashboardLink, FilledStep, LogQuery, Values, dashboards, log_query};
use sitrep_core::incident::Incident;
use sitrep_core::team::{Clue, DashboardSign, DeployQuestion, HypothesisStarter, KnownClues, LogSign, MitigationAction, Service, Services};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{ChangeKind, FindingAbout, HypothesisState};
use ts_rs::TS;

use crate::error::Error;
use crate::workstation::Workstation;

/// Where to look, and what for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DashboardsView {
    /// From when the links show, in words.
    pub from: String,
    /// Until when.
    pub to: String,
    /// The dashboards of the incident's services.
    pub links: Vec<DashboardLink>,
    /// What to look for.
    pub signs: Vec<DashboardSign>,
}

/// What to search the logs for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogQueriesView {
    /// The queries, ready to copy.
    pub queries: Vec<LogQuery>,
    /// What to look for.
    pub signs: Vec<LogSign>,
}

/// A mitigation action to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MitigationChoice {
    /// The action.
    pub action: MitigationAction,
    /// Why it is proposed, if it is: `a recent deploy is suspected`.
    pub because: Option<String>,
}

/// The steps of a mitigation for one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FilledCommands {
    /// The service.
    pub service: String,
    /// The steps, with the commands to copy.
    pub steps: Vec<FilledStep>,
}

impl Workstation {
    /// The dashboards of an incident's services with its time range filled in, and what to look for on them.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn dashboards(&self, handle: &str) -> Result<DashboardsView, Error> {
        let (incident, services, now) = (self.facts_of(handle)?, self.services(), self.now());
        let range = Values::of(&incident, None, now);
        let touched = touched(&incident, &services);
        let links = touched.iter().filter_map(|(_, service)| *service);
        Ok(DashboardsView {
            from: clock_time(range.from, now),
            to: clock_time(range.to, now),
            links: links.flat_map(|service| dashboards::links(service, &Values::of(&incident, Some(service), now))).collect(),
            signs: self.catalogue().signs.clone(),
        })
    }

    /// The link of one of [`DashboardsView::links`], by its place there, filled in anew: a page names a place and no address, so
    /// it can open nothing else.
    ///
    /// # Errors
    /// [`Error::UnknownLink`] when there is none in that place, or why the incident could not be read.
    pub fn dashboard_link(&self, handle: &str, place: u32) -> Result<String, Error> {
        let links = self.dashboards(handle)?.links;
        let place = usize::try_from(place).map_err(|_| Error::UnknownLink)?;
        links.into_iter().nth(place).map(|link| link.url).ok_or(Error::UnknownLink)
    }

    /// Queries of the logs about an incident's services, and what to look for in them.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn log_queries(&self, handle: &str) -> Result<LogQueriesView, Error> {
        let (incident, services, now) = (self.facts_of(handle)?, self.services(), self.now());
        let ask = |(name, service): (Option<&str>, Option<&Service>)| {
            log_query::queries(&services, service, &values(&incident, name, service, now))
        };
        let queries = touched(&incident, &services).into_iter().flat_map(ask).collect();
        Ok(LogQueriesView { queries, signs: self.catalogue().log_signs.clone() })
    }

    /// The mitigation actions, in the order of the catalogue, with the reason where the hypotheses speak for one.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn mitigation_catalogue(&self, handle: &str) -> Result<Vec<MitigationChoice>, Error> {
        let (incident, catalogue) = (self.facts_of(handle)?, self.catalogue());
        let alive = incident.hypotheses.iter().filter(|hypothesis| hypothesis.state != HypothesisState::RuledOut);
        let hypotheses = alive.map(|hypothesis| hypothesis.statement.clone()).collect();
        let known = KnownClues { clues: clues(&incident), hypotheses };
        let proposals = catalogue.propose(&known);
        let choice = |action: &MitigationAction| {
            let proposal = proposals.iter().find(|proposal| proposal.id == action.id);
            MitigationChoice { action: action.clone(), because: proposal.map(|proposal| proposal.because.clone()) }
        };
        Ok(catalogue.mitigations.iter().map(choice).collect())
    }

    /// Hypotheses to begin with, each with how to test it.
    ///
    /// # Errors
    /// None; a door answers every question with a result.
    pub fn hypothesis_starters(&self) -> Result<Vec<HypothesisStarter>, Error> {
        Ok(self.catalogue().hypotheses.clone())
    }

    /// What to answer about recent changes.
    ///
    /// # Errors
    /// None; a door answers every question with a result.
    pub fn deploy_questions(&self) -> Result<Vec<DeployQuestion>, Error> {
        Ok(self.catalogue().deploy_questions.clone())
    }

    /// The steps of a mitigation action for each of the incident's services, with the commands to copy. Nothing is run.
    ///
    /// # Errors
    /// [`Error::UnknownMitigation`] for an action that is not in the catalogue, or why the incident could not be read.
    pub fn filled_commands(&self, handle: &str, action: &str) -> Result<Vec<FilledCommands>, Error> {
        let (incident, services, now) = (self.facts_of(handle)?, self.services(), self.now());
        let catalogue = self.catalogue();
        let action = catalogue.mitigation(action).ok_or_else(|| Error::UnknownMitigation(action.trim().to_owned()))?;
        let filled = |(name, service): (Option<&str>, Option<&Service>)| {
            let values = values(&incident, name, service, now);
            FilledCommands { steps: action.filled(service, &values), service: values.service }
        };
        Ok(touched(&incident, &services).into_iter().map(filled).collect())
    }
}

/// What the findings and the suspected changes speak for.
fn clues(incident: &Incident) -> BTreeSet<Clue> {
    let suspects = incident.changes.iter().filter(|change| change.suspect).map(|change| match change.kind {
        ChangeKind::Deploy => Clue::SuspectDeploy,
        ChangeKind::Config => Clue::ConfigChange,
        ChangeKind::Flag => Clue::FeatureFlag,
        ChangeKind::Infrastructure => Clue::InfrastructureChange,
    });
    let findings = incident.findings.iter().filter_map(|finding| match finding.about {
        FindingAbout::Traffic => Some(Clue::Traffic),
        FindingAbout::Resources => Some(Clue::Resources),
        _ => None,
    });
    suspects.chain(findings).collect()
}

/// The services that the incident touches, each once, by the name it was given first and as the team knows it; one without a
/// name where there is none.
pub(crate) fn touched<'a>(incident: &'a Incident, services: &'a Services) -> Vec<(Option<&'a str>, Option<&'a Service>)> {
    let mut all: Vec<(Option<&str>, Option<&Service>)> = Vec::new();
    for name in &incident.services {
        let service = services.find(name);
        if service.is_none() || all.iter().all(|(_, other)| *other != service) {
            all.push((Some(name), service));
        }
    }
    if all.is_empty() { vec![(None, None)] } else { all }
}

fn values(incident: &Incident, name: Option<&str>, service: Option<&Service>, now: chrono::DateTime<chrono::Utc>) -> Values {
    let values = Values::of(incident, service, now);
    match (name, service) {
        (Some(name), None) => values.with_service(name),
        _ => values,
    }
}
