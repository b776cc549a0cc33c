//! The Investigate pane.

use serde::Serialize;
use sitrep_core::procedure::{StatusOffer, deploy_questions, status_offer};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{FindingAbout, InvestigationStep};
use ts_rs::TS;

use super::changes::{ChangeView, change_view};
use super::deploy_questions::{DeployQuestionView, deploy_question_view};
use super::findings::{FindingView, finding_view};
use super::hypotheses::{HypothesisView, hypothesis_view};
use super::investigation_steps::{LookFor, StepView, look_for, step_view};
use super::verification::{Verification, verification};
use crate::acts::changes_by_time;
use crate::data::Workstation;
use crate::refusals::Error;

/// The Investigate pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestigationScreen {
    /// The five steps.
    pub steps: Vec<StepView>,
    /// What a finding can be about.
    pub look_for: Vec<LookFor>,
    /// The findings, the newest last.
    pub findings: Vec<FindingView>,
    /// The changes, by when they were made.
    pub changes: Vec<ChangeView>,
    /// What to answer about recent changes.
    pub questions: Vec<DeployQuestionView>,
    /// The hypotheses, in the order in which they were written down.
    pub hypotheses: Vec<HypothesisView>,
    /// The five checks of step 5.
    pub verification: Verification,
    /// `A new error at 14:50 UTC started the quiet time again.`, if one did.
    pub quiet_restarted: Option<String>,
    /// A status that what is known speaks for.
    pub offer: Option<StatusOffer>,
}

impl Workstation {
    /// Everything the Investigate pane shows.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn investigation(&self, handle: &str) -> Result<InvestigationScreen, Error> {
        let (now, incident, catalogue) = (self.now(), self.facts_of(handle)?, self.catalogue());
        let changes = changes_by_time(&incident);
        let nearest = changes.iter().rev().find(|change| change.at <= incident.started_at).map(|change| change.id);
        let restarted = incident.error_after_fix().filter(|_| incident.is_active());
        Ok(InvestigationScreen {
            steps: InvestigationStep::ALL.map(|step| step_view(&incident, &catalogue, step, now)).into(),
            look_for: FindingAbout::ALL.map(look_for).into(),
            findings: incident.findings.iter().map(|finding| finding_view(finding, now)).collect(),
            changes: changes.into_iter().map(|change| change_view(&incident, change, nearest, now)).collect(),
            questions: deploy_questions(&incident, &catalogue).iter().map(|state| deploy_question_view(state, now)).collect(),
            hypotheses: incident.hypotheses.iter().map(|hypothesis| hypothesis_view(&incident, hypothesis, now)).collect(),
            verification: verification(&incident, &self.policy(), now),
            quiet_restarted: restarted
                .map(|finding| format!("A new error at {} started the quiet time again.", clock_time(finding.at, now))),
            offer: status_offer(&incident),
        })
    }
}
