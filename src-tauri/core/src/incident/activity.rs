//! When it went on: from the declaration to each end, and from each reopening on. The facts know the last end alone.

use chrono::{DateTime, Utc};

use super::facts::Incident;
use super::investigation::Stretch;
use crate::event::{Event, EventBody, in_order};
use crate::vocabulary::Status;

impl Incident {
    /// The stretches in which it went on (UTC), in order, of which the last has no end while it goes on. `events` are those of the
    /// incident, or at least its changes of status and its withdrawals.
    #[must_use]
    pub fn active_stretches(&self, events: &[Event]) -> Vec<Stretch> {
        let mut active = Activity { resolved: false, withdrawn: false, stretches: vec![Stretch { from: self.declared_at, to: None }] };
        for (_, event) in in_order(events).0 {
            match &event.body {
                EventBody::StatusChanged { to, .. } => active.resolved = *to == Status::Resolved,
                EventBody::Withdrawn { .. } => active.withdrawn = true,
                EventBody::BroughtBack => active.withdrawn = false,
                _ => continue,
            }
            active.follow(event.occurred_at);
        }
        active.stretches
    }
}

struct Activity {
    resolved: bool,
    withdrawn: bool,
    stretches: Vec<Stretch>,
}

impl Activity {
    /// Ends the stretch that goes on, or begins another. A clock that was set back in between makes none negative.
    fn follow(&mut self, at: DateTime<Utc>) {
        let goes_on = !self.resolved && !self.withdrawn;
        match (goes_on, self.stretches.last_mut()) {
            (false, Some(last)) if last.to.is_none() => last.to = Some(at.max(last.from)),
            (true, Some(Stretch { to: Some(ended), .. })) => {
                let from = at.max(*ended);
                self.stretches.push(Stretch { from, to: None });
            }
            _ => {}
        }
    }
}
