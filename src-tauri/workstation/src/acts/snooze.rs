//! Silencing the reminders of a deadline.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::procedure::{Deadline, deadlines};
use sitrep_store::NewEvent;

use crate::data::Workstation;
use crate::refusals::Error;

/// Longer than this a person means 'none for this one'.
const LONGEST_SNOOZE_MINUTES: u32 = 24 * 60;

impl Workstation {
    /// Silences the reminders of one running deadline, named by its key: for `minutes`, or without any for good. No minutes
    /// at all, 0, end that. The due time stays.
    ///
    /// # Errors
    /// [`Error::UnknownDeadline`] when it is not running, [`Error::SnoozeTooLong`] for more than a day.
    pub fn snooze(&self, handle: &str, key: &str, minutes: Option<u32>) -> Result<(), Error> {
        if minutes.is_some_and(|minutes| minutes > LONGEST_SNOOZE_MINUTES) {
            return Err(Error::SnoozeTooLong);
        }
        self.decide(handle, |incident, now| {
            let deadlines = deadlines(incident, &self.policy(), now);
            let found = deadlines.iter().find(|deadline| deadline.key == key && deadline.is_open()).ok_or(Error::UnknownDeadline)?;
            let until = minutes.map(|minutes| now + TimeDelta::minutes(i64::from(minutes)));
            Ok(vec![snooze_event(found, until, None)])
        })
        .map(|_| ())
    }
}

pub(crate) fn snooze_event(deadline: &Deadline, until: Option<DateTime<Utc>>, reason: Option<String>) -> NewEvent {
    let (key, audience) = (deadline.key.clone(), deadline.audience);
    EventBody::Snoozed { key, deadline: deadline.kind, audience, until, reason }.into()
}
