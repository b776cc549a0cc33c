//! Commands that were run in a terminal: putting one on the timeline once it has ended.

use sitrep_core::event::{CommandRun, EventBody};
use sitrep_store::NewEvent;

use crate::data::Workstation;
use crate::refusals::Error;

impl Workstation {
    /// Records a command that has ended, without its secrets and with the last `keep` lines of what it printed, at the time of
    /// its start. It is on disk when this returns.
    ///
    /// # Errors
    /// Why the incident was not found, or why it could not be recorded.
    pub fn record_command(&self, handle: &str, run: CommandRun, keep: usize) -> Result<(), Error> {
        // The wall clock may have been set back while the command ran; nothing happens after it is recorded.
        let started_at = run.started_at.min(self.now());
        let run = CommandRun { started_at, ..run }.without_secrets(&self.secrets_guard()).keeping(keep);
        let new = NewEvent { occurred_at: Some(started_at), amends: None, body: EventBody::CommandRun(run) };
        self.decide(handle, |_, _| Ok(vec![new])).map(|_| ())
    }
}
