//! The steps of the investigation (seed: Investigation Methodology).

use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::open_deploy_questions;
use sitrep_core::team::Catalogue;
use sitrep_core::vocabulary::{InvestigationStep, StepState};

use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

impl Workstation {
    /// Starts a step of the investigation, or says that it is done or left out. The one under way is paused when another starts; where
    /// recent changes are called done with questions open, the timeline says so.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] to leave one out without a reason.
    pub fn move_step(&self, handle: &str, step: InvestigationStep, to: StepState, reason: Option<&str>) -> Result<(), Error> {
        let reason = non_blank(reason);
        if to == StepState::Skipped && reason.is_none() {
            return Err(Error::ReasonNeeded(ReasonNeeded::SkippedStep));
        }
        let catalogue = self.catalogue();
        self.record(handle, |incident| {
            let done_with_changes = (step, to) == (InvestigationStep::Changes, StepState::Done);
            let reason = reason.or_else(|| open_questions(incident, &catalogue).filter(|_| done_with_changes));
            let same = incident.investigation.state(step) == to && (reason.is_none() || done_with_changes);
            if same { vec![] } else { vec![EventBody::StepMoved { step, to, reason }] }
        })
    }
}

/// `2 of 3 questions open`, if some are (seed: Step 2, Check Recent Deploys).
pub(crate) fn open_questions(incident: &Incident, catalogue: &Catalogue) -> Option<String> {
    let open = open_deploy_questions(incident, catalogue);
    (open > 0).then(|| format!("{open} of {} questions open", catalogue.deploy_questions.len()))
}
