//! Time-boxes: `back in 10 min`.

use chrono::TimeDelta;
use sitrep_core::event::EventBody;
use sitrep_core::procedure::deadlines;
use sitrep_core::vocabulary::DeadlineKind;
use sitrep_store::NewEvent;

use crate::data::{Workstation, non_blank};
use crate::refusals::Error;

impl Workstation {
    /// Starts a time-box.
    ///
    /// # Errors
    /// [`Error::Empty`] without words, or why the incident was not found or could not be written.
    pub fn set_timebox(&self, handle: &str, length: TimeDelta, text: &str) -> Result<(), Error> {
        let text = non_blank(Some(text)).ok_or(Error::Empty("the time-box"))?;
        self.decide(handle, |_, now| Ok(vec![EventBody::TimeboxSet { text, until: now + length }.into()])).map(|_| ())
    }

    /// Closes the time-box whose deadline has this key.
    ///
    /// # Errors
    /// [`Error::UnknownDeadline`] when none like that is open.
    pub fn close_timebox(&self, handle: &str, key: &str) -> Result<(), Error> {
        self.decide(handle, |incident, now| {
            let deadlines = deadlines(incident, &self.policy(), now);
            let open =
                deadlines.iter().find(|deadline| deadline.kind == DeadlineKind::Timebox && deadline.key == key && deadline.is_open());
            let amends = Some(open.and_then(|deadline| deadline.set_by).ok_or(Error::UnknownDeadline)?);
            Ok(vec![NewEvent { occurred_at: None, amends, body: EventBody::TimeboxClosed }])
        })
        .map(|_| ())
    }
}
