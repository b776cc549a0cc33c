//! Time-boxes: `back in 10 min`.

use chrono::{DateTime, TimeDelta, Utc};
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
        self.set_timebox_at(handle, length, text, None)
    }

    /// The same, `at` a time in the past (UTC) if it began then.
    pub(crate) fn set_timebox_at(&self, handle: &str, length: TimeDelta, text: &str, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let text = non_blank(Some(text)).ok_or(Error::Empty("the time-box"))?;
        let set = |now| EventBody::TimeboxSet { text, until: at.unwrap_or(now) + length };
        self.decide_at(handle, at, |_, now| Ok(vec![set(now).into()])).map(|_| ())
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
