//! Changing the severity.

use chrono::{DateTime, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::procedure::{LoweringChoice, lowering_choices};
use sitrep_core::text::DeclarationError;
use sitrep_core::vocabulary::{Lowering, Severity, SeverityCause, UnknownSeverity};

use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

impl Workstation {
    /// Changes the severity. A downgrade needs a reason and says which lowering it is, which a raising leaves unread; a security matter stays P0 until that is taken back.
    ///
    /// # Errors
    /// [`Error::WhichLowering`], [`Error::ReasonNeeded`], [`Error::SecurityIsP0`] or [`Error::SameSeverity`].
    pub fn set_severity(&self, handle: &str, to: Severity, reason: Option<&str>, lowering: Option<Lowering>) -> Result<(), Error> {
        self.set_severity_at(handle, to, reason, lowering, None)
    }

    /// The same, `at` a time in the past (UTC) if it changed then.
    pub(crate) fn set_severity_at(
        &self,
        handle: &str,
        to: Severity,
        reason: Option<&str>,
        lowering: Option<Lowering>,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let reason = non_blank(reason);
        self.decide_at(handle, at, |incident, _| {
            let from = incident.severity;
            if from == to {
                return Err(Error::SameSeverity(to));
            }
            // To take that back is an act of its own, with its own reason.
            if to != Severity::P0 && incident.security.is_some() {
                return Err(Error::SecurityIsP0);
            }
            if from.is_worse_than(to) && lowering.is_none() {
                return Err(Error::WhichLowering);
            }
            if from.is_worse_than(to) && reason.is_none() {
                return Err(Error::ReasonNeeded(ReasonNeeded::Downgrade));
            }
            let lowering = lowering.unwrap_or_default();
            Ok(vec![EventBody::SeverityChanged { from, to, cause: SeverityCause::Assessment, reason, lowering }.into()])
        })
        .map(|_| ())
    }

    /// The severity of a name: `P1`, `SEV1`, or what the team calls it.
    ///
    /// # Errors
    /// [`Error::Declaration`] for a name that none has.
    pub fn severity_named(&self, name: &str) -> Result<Severity, Error> {
        let unknown = || UnknownSeverity(name.trim().to_owned());
        let named = self.policy().severity_names.typed(name.trim()).and_then(|named| named.ok_or_else(unknown));
        Ok(named.map_err(DeclarationError::from)?)
    }

    /// What each kind of lowering to this severity keeps or takes away; nothing where it would be no lowering.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn lowering_choices(&self, handle: &str, to: Severity) -> Result<Vec<LoweringChoice>, Error> {
        Ok(lowering_choices(&*self.facts_of(handle)?, &self.policy(), to))
    }
}
