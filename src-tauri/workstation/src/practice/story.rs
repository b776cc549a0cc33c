//! What happens in the practice folder.

use std::sync::PoisonError;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::vocabulary::{EntryKind, ImpactQuestion, Role, Status, UpdateKind, VerificationCheck};

use super::stepped_clock::SteppedClock;
use crate::acts::DeclareInput;
use crate::data::Workstation;
use crate::messages::ComposeInput;
use crate::refusals::Error;

pub(crate) struct Story<'a> {
    pub(crate) workstation: &'a Workstation,
    pub(crate) clock: &'a SteppedClock,
    pub(crate) now: DateTime<Utc>,
}

impl Story<'_> {
    fn ago(&self, length: TimeDelta) -> &Workstation {
        *self.clock.0.lock().unwrap_or_else(PoisonError::into_inner) = self.now - length;
        self.workstation
    }

    fn minutes_ago(&self, minutes: i64) -> &Workstation {
        self.ago(TimeDelta::minutes(minutes))
    }

    fn declare(&self, minutes_ago: i64, line: &str, service: &str) -> Result<String, Error> {
        let input = DeclareInput { line: line.to_owned(), services: vec![service.to_owned()], anyway: true, ..DeclareInput::default() };
        Ok(self.minutes_ago(minutes_ago).declare(&input)?.handle)
    }

    fn note(&self, minutes_ago: i64, handle: &str, text: &str) -> Result<(), Error> {
        self.minutes_ago(minutes_ago).log(Some(handle), EntryKind::Note, text, None).map(|_| ())
    }

    /// One that is over, with its review still owed.
    pub(crate) fn past(&self) -> Result<(), Error> {
        let two_days = 2 * 24 * 60;
        let handle = self.declare(two_days, "P2 Login emails delayed", "Mail")?;
        self.note(two_days - 6, &handle, "Mail queue at 40,000 and growing")?;
        self.minutes_ago(two_days - 20).set_status(&handle, Status::Identified, Some("One relay was out of disk"))?;
        self.minutes_ago(two_days - 25).set_status(&handle, Status::Mitigating, Some("Logs on the relay rotated away"))?;
        self.minutes_ago(two_days - 40).set_status(&handle, Status::Monitoring, None)?;
        for check in VerificationCheck::TICKED {
            self.minutes_ago(two_days - 60).tick_check(&handle, check, true)?;
        }
        self.minutes_ago(two_days - 75).resolve(&handle, None)
    }

    /// One that is live: an update is due soon.
    pub(crate) fn live(&self) -> Result<String, Error> {
        let handle = self.declare(23, "P1 Payments failing at checkout", "Checkout")?;
        let handle = handle.as_str();
        self.minutes_ago(22).answer_impact(handle, ImpactQuestion::Who, "All users who pay by card")?;
        self.minutes_ago(22).answer_impact(handle, ImpactQuestion::What, "Card payments return an error")?;
        self.minutes_ago(22).answer_impact(handle, ImpactQuestion::When, "-1m")?;
        self.minutes_ago(21).answer_impact(handle, ImpactQuestion::Worse, "Error rate trending up")?;
        self.minutes_ago(21).assign_role(handle, Role::IncidentCommander, Some("@ana"))?;
        self.minutes_ago(21).assign_role(handle, Role::TechnicalLead, Some("@raj"))?;
        let initial =
            ComposeInput { handle: handle.to_owned(), template: UpdateKind::Initial.word().to_owned(), ..ComposeInput::default() };
        let ready = self.minutes_ago(20).ready_update(&initial)?;
        self.workstation.record_update(&ready)?;
        self.note(16, handle, "502s on card payments only, all regions")?;
        self.minutes_ago(12).log(Some(handle), EntryKind::Decision, "No failover: both regions run the same version", None)?;
        self.note(5, handle, "Error rate 38%, flat")?;
        Ok(handle.to_owned())
    }
}
