//! The steps of the investigation (seed: Investigation Methodology).

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{InvestigationStep, StepState};

use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

impl Workstation {
    /// Starts a step of the investigation, or says that it is done or left out. The one under way is paused when another starts.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] to leave one out without a reason.
    pub fn move_step(&self, handle: &str, step: InvestigationStep, to: StepState, reason: Option<&str>) -> Result<(), Error> {
        let reason = non_blank(reason);
        if to == StepState::Skipped && reason.is_none() {
            return Err(Error::ReasonNeeded(ReasonNeeded::SkippedStep));
        }
        self.record(handle, |incident| {
            let same = incident.investigation.state(step) == to && reason.is_none();
            if same { vec![] } else { vec![EventBody::StepMoved { step, to, reason }] }
        })
    }
}
