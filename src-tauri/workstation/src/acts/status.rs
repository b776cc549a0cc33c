//! Changing the status, up to the end (seed: Step 5, Verify the Fix).

use chrono::{DateTime, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{Status, VerificationCheck};

use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

impl Workstation {
    /// Changes the status. To resolve asks for what [`Workstation::resolve`] asks for, to leave Resolved for what
    /// [`Workstation::reopen`] does.
    ///
    /// # Errors
    /// [`Error::Unverified`] to resolve before the fix is verified, [`Error::ReasonNeeded`] to reopen.
    pub fn set_status(&self, handle: &str, to: Status, reason: Option<&str>) -> Result<(), Error> {
        self.set_status_at(handle, to, reason, None)
    }

    /// The same, `at` a time in the past (UTC) if it changed then.
    pub(crate) fn set_status_at(&self, handle: &str, to: Status, reason: Option<&str>, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let reason = non_blank(reason);
        self.decide_at(handle, at, |incident, now| {
            if incident.status == to {
                return Ok(vec![]);
            }
            if incident.status == Status::Resolved && reason.is_none() {
                return Err(Error::ReasonNeeded(ReasonNeeded::Reopening));
            }
            if to == Status::Resolved && reason.is_none() {
                let unverified = incident.unverified(&self.policy(), now);
                if !unverified.is_empty() {
                    return Err(Error::Unverified(unverified));
                }
            }
            Ok(vec![EventBody::StatusChanged { from: incident.status, to, reason }.into()])
        })
        .map(|_| ())
    }

    /// Resolves the incident (seed: Step 5, Verify the Fix). The review's due time runs from here.
    ///
    /// # Errors
    /// [`Error::Unverified`] before the five checks hold and no reason is given.
    pub fn resolve(&self, handle: &str, reason: Option<&str>) -> Result<(), Error> {
        self.set_status(handle, Status::Resolved, reason)
    }

    /// Reopens a resolved incident: the search goes on, and proof, all-clear and review are asked for anew.
    ///
    /// # Errors
    /// [`Error::StillOpen`] while it is going on, [`Error::ReasonNeeded`] without a reason.
    pub fn reopen(&self, handle: &str, reason: Option<&str>) -> Result<(), Error> {
        if self.facts_of(handle)?.is_active() {
            return Err(Error::StillOpen);
        }
        self.set_status(handle, Status::Investigating, reason)
    }

    /// Says that it stayed quiet after the end, which ends the watch for recurrence (seed: Resolution Notification).
    ///
    /// # Errors
    /// [`Error::NothingWatched`] while it is going on.
    pub fn stayed_quiet(&self, handle: &str) -> Result<(), Error> {
        self.decide(handle, |incident, _| match (incident.resolved_at, incident.stayed_quiet_at) {
            (None, _) => Err(Error::NothingWatched),
            (Some(_), Some(_)) => Ok(vec![]),
            (Some(_), None) => Ok(vec![EventBody::StayedQuiet.into()]),
        })
        .map(|_| ())
    }

    /// Ticks a verification check, or unticks (seed: Step 5, Verify the Fix).
    ///
    /// # Errors
    /// [`Error::KeptByTheClock`] for the quiet time.
    pub fn tick_check(&self, handle: &str, check: VerificationCheck, done: bool) -> Result<(), Error> {
        if check == VerificationCheck::QuietTime {
            return Err(Error::KeptByTheClock);
        }
        self.record(handle, |incident| {
            if incident.checks.contains(&check) == done { vec![] } else { vec![EventBody::VerificationChecked { check, done }] }
        })
    }
}
