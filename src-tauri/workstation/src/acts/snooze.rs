//! Silencing the reminders of a deadline.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::procedure::{Deadline, deadlines};
use sitrep_core::vocabulary::DeadlineKind;

use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

/// Longer than this a person means 'none for this one'.
const LONGEST_SNOOZE_MINUTES: u32 = 24 * 60;

impl Workstation {
    /// Silences the reminders of one running deadline, named by its key: for `minutes`, or without any for good. No minutes
    /// at all, 0, end that. The due time stays, and what the policy does by itself then is not held up.
    ///
    /// # Errors
    /// [`Error::UnknownDeadline`] when it is not running, [`Error::SnoozeTooLong`] for more than a day,
    /// [`Error::ReasonNeeded`] when an escalation is silenced for good without one.
    pub fn snooze(&self, handle: &str, key: &str, minutes: Option<u32>, reason: Option<&str>) -> Result<(), Error> {
        if minutes.is_some_and(|minutes| minutes > LONGEST_SNOOZE_MINUTES) {
            return Err(Error::SnoozeTooLong);
        }
        let reason = non_blank(reason);
        self.decide(handle, |incident, now| {
            let deadlines = deadlines(incident, &self.policy(), now);
            let found = deadlines.iter().find(|deadline| deadline.key == key && deadline.is_open()).ok_or(Error::UnknownDeadline)?;
            if minutes.is_none() && reason.is_none() && found.kind == DeadlineKind::Escalation {
                return Err(Error::ReasonNeeded(ReasonNeeded::SilentEscalation));
            }
            let until = minutes.map(|minutes| now + TimeDelta::minutes(i64::from(minutes)));
            Ok(vec![silence(found, until, reason, false).into()])
        })
        .map(|_| ())
    }
}

pub(crate) fn silence(deadline: &Deadline, until: Option<DateTime<Utc>>, reason: Option<String>, not_yet: bool) -> EventBody {
    let (key, audience) = (deadline.key.clone(), deadline.audience);
    EventBody::Snoozed { key, deadline: deadline.kind, audience, until, reason, not_yet }
}
