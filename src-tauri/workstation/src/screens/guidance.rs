//! What to suspect, to ask and to do (seed: Investigation Methodology; Common Mitigation Actions).

use std::collections::BTreeSet;

use serde::Serialize;
use sitrep_core::filling::FilledStep;
use sitrep_core::incident::Incident;
use sitrep_core::team::{Clue, HypothesisStarter, KnownClues, MitigationAction, Service};
use sitrep_core::vocabulary::{ChangeKind, FindingAbout, HypothesisState};
use ts_rs::TS;

use super::touched_services::{touched_services, values_for};
use crate::acts::unknown_mitigation;
use crate::data::Workstation;
use crate::refusals::Error;

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

    /// The mitigation actions, in the order of the catalogue (seed: Common Mitigation Actions).
    #[must_use]
    pub fn mitigation_actions(&self) -> Vec<MitigationAction> {
        self.catalogue().mitigations.clone()
    }

    /// A mitigation action by its id, or by what it is called.
    ///
    /// # Errors
    /// [`Error::UnknownMitigation`] for one that is not in the catalogue.
    pub fn mitigation_action(&self, name: &str) -> Result<MitigationAction, Error> {
        let catalogue = self.catalogue();
        catalogue.mitigation(name).cloned().ok_or_else(|| unknown_mitigation(&catalogue, name))
    }

    /// Hypotheses to begin with, each with how to test it.
    ///
    /// # Errors
    /// None; a door answers every question with a result.
    pub fn hypothesis_starters(&self) -> Result<Vec<HypothesisStarter>, Error> {
        Ok(self.catalogue().hypotheses.clone())
    }

    /// The steps of a mitigation action for each of the incident's services, with the commands to copy. Nothing is run.
    ///
    /// # Errors
    /// [`Error::UnknownMitigation`] for an action that is not in the catalogue, or why the incident could not be read.
    pub fn filled_commands(&self, handle: &str, action: &str) -> Result<Vec<FilledCommands>, Error> {
        let (incident, services, now) = (self.facts_of(handle)?, self.services(), self.now());
        let catalogue = self.catalogue();
        let action = catalogue.mitigation(action).ok_or_else(|| unknown_mitigation(&catalogue, action))?;
        let filled = |(name, service): (Option<&str>, Option<&Service>)| {
            let values = values_for(&incident, name, service, now);
            FilledCommands { steps: action.filled(service, &values), service: values.service }
        };
        Ok(touched_services(&incident, &services).into_iter().map(filled).collect())
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
