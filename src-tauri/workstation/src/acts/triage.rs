//! Triage: the four questions, and why the severity is what it is (seed: Step 2, Assign Severity).

use sitrep_core::event::EventBody;
use sitrep_core::text::{clock_time, instant};
use sitrep_core::vocabulary::{Detection, ImpactQuestion};
use sitrep_store::NewEvent;

use super::facts::start_change;
use crate::data::{Workstation, non_blank};
use crate::refusals::Error;

impl Workstation {
    /// Answers one of the four impact questions. A time given for 'when' also sets the start.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty answer, [`Error::Instant`] for a start that lies ahead.
    pub fn answer_impact(&self, handle: &str, question: ImpactQuestion, answer: &str) -> Result<(), Error> {
        let answer = non_blank(Some(answer)).ok_or(Error::Empty("the answer"))?;
        let clock = self.wall_clock();
        self.decide(handle, |incident, _| {
            let mut bodies = Vec::new();
            let mut words = answer.clone();
            if question == ImpactQuestion::When {
                match instant::parse_past(&answer, clock) {
                    Ok(at) => {
                        words = clock_time(at, clock.now);
                        bodies.extend(start_change(incident, at));
                    }
                    // 'After the deploy' is an answer; a slip of the finger is none.
                    Err(instant::InstantError::Unreadable(_)) if !instant::looks_like_a_time(&answer) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            bodies.push(EventBody::ImpactAnswered { question, answer: words });
            Ok(bodies.into_iter().map(NewEvent::from).collect())
        })
        .map(|_| ())
    }

    /// Says how it was detected (seed: Triage Procedure).
    ///
    /// # Errors
    /// Why it could not be recorded.
    pub fn note_detection(&self, handle: &str, by: Detection) -> Result<(), Error> {
        self.record(handle, |incident| if incident.detected == Some(by) { vec![] } else { vec![EventBody::Detected { by }] })
    }

    /// Writes down why the severity is what it is (seed: Step 2, Assign Severity).
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty reasoning.
    pub fn reason_severity(&self, handle: &str, reasoning: &str) -> Result<(), Error> {
        let reasoning = non_blank(Some(reasoning)).ok_or(Error::Empty("the reasoning"))?;
        self.record(handle, |incident| vec![EventBody::SeverityReasoned { severity: incident.severity, reasoning }])
    }
}
