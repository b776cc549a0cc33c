//! The Triage pane.

use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::procedure;
use sitrep_core::team::{Policy, SeveritySign};
use sitrep_core::vocabulary::{Detection, ImpactQuestion, Severity};
use ts_rs::TS;

use crate::acts::DoubtView;
use crate::data::Workstation;
use crate::refusals::Error;

/// The Triage pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Triage {
    /// The four questions.
    pub questions: Vec<ImpactQuestionView>,
    /// How it can have been detected.
    pub detections: Vec<DetectionChoice>,
    /// How it was, once said.
    pub detected: Option<Detection>,
    /// Why the severity is what it is, once written.
    pub reasoning: Option<String>,
    /// A higher severity that the answers point to, as long as nobody has said why not.
    pub doubt: Option<DoubtView>,
}

/// One impact question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImpactQuestionView {
    /// Which.
    pub question: ImpactQuestion,
    /// As asked.
    pub prompt: String,
    /// What to look at.
    pub hint: String,
    /// Usual answers to pick.
    pub choices: Vec<String>,
    /// The answer, once given.
    pub answer: Option<String>,
}

/// A way to detect an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DetectionChoice {
    /// Which.
    pub detection: Detection,
    /// `User report`.
    pub label: String,
}

/// The severity that the answers of triage speak for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuggestionView {
    /// Which.
    pub severity: Severity,
    /// `Major Degradation`.
    pub name: String,
    /// What it means, in the policy's words.
    pub description: String,
    /// Why.
    pub why: String,
}

impl Workstation {
    /// The Triage pane.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn triage(&self, handle: &str) -> Result<Triage, Error> {
        Ok(triage(&*self.facts_of(handle)?, &self.policy(), &self.catalogue().severity))
    }

    /// The severity that the answers of triage speak for.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn severity_suggestion(&self, handle: &str) -> Result<Option<SuggestionView>, Error> {
        let found = procedure::explain_severity(&*self.facts_of(handle)?, &self.policy());
        Ok(found.map(|found| SuggestionView { severity: found.severity, name: found.name, description: found.description, why: found.why }))
    }
}

pub(crate) fn triage(incident: &Incident, policy: &Policy, signs: &[SeveritySign]) -> Triage {
    let question = |question: ImpactQuestion| ImpactQuestionView {
        question,
        prompt: question.prompt().to_owned(),
        hint: question.hint().to_owned(),
        choices: question.choices().iter().map(|choice| (*choice).to_owned()).collect(),
        answer: incident.impact.get(&question).cloned(),
    };
    Triage {
        questions: ImpactQuestion::ALL.map(question).into(),
        detections: Detection::ALL.map(|detection| DetectionChoice { detection, label: detection.label().to_owned() }).into(),
        detected: incident.detected,
        reasoning: incident.severity_reasoning.clone(),
        doubt: procedure::doubt(incident, policy, signs).map(DoubtView::from),
    }
}
