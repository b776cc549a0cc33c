//! Runbooks as files: a new one as a text, and the date of a run that went well (seed: Test runbooks regularly). A file is written
//! only where a person says so.

use std::fs;

use sitrep_core::event::EventBody;
use sitrep_core::incident::{Incident, Outcome};
use sitrep_core::vocabulary::CommandOutcome;
use sitrep_runbooks::{Draft, DraftMitigation, new_runbook, verified_stamp};

use crate::data::{Workstation, non_blank};
use crate::refusals::Error;

impl Workstation {
    /// A new runbook after the structure; of an incident, of what was found, run and done in it.
    ///
    /// # Errors
    /// [`Error::Empty`] without a name, or why the incident could not be read.
    pub fn new_runbook(&self, name: &str, handle: Option<&str>) -> Result<String, Error> {
        let name = non_blank(Some(name)).ok_or(Error::Empty("the runbook's name"))?;
        let draft = handle.map(|handle| self.runbook_draft(handle)).transpose()?.unwrap_or_default();
        Ok(new_runbook(&name, &draft))
    }

    fn runbook_draft(&self, handle: &str) -> Result<Draft, Error> {
        let incident = self.facts_of(handle)?;
        let events = self.lock().store.whole_timeline(incident.id)?;
        let went_well = events.into_iter().filter_map(|event| match event.body {
            EventBody::CommandRun(run) if run.outcome == CommandOutcome::Exit(0) => Some(run.command),
            _ => None,
        });
        let mut commands: Vec<String> = Vec::new();
        went_well.for_each(|command| {
            if !commands.contains(&command) {
                commands.push(command)
            }
        });
        Ok(Draft { commands, ..draft_of(&incident) })
    }

    /// Says in a runbook's file that it was verified today, and gives the file; nothing where it says so already.
    ///
    /// # Errors
    /// [`Error::UnknownRunbook`] where no folder has it, [`Error::File`] where it cannot be written.
    pub fn write_runbook_stamp(&self, path: &str) -> Result<Option<String>, Error> {
        let shelf = self.shelf()?;
        let one = shelf.find(path)?;
        let stamped = verified_stamp(&one.read.text, &one.read.path, self.now().date_naive());
        if stamped.patch.is_empty() {
            return Ok(None);
        }
        fs::write(&one.read.absolute, &stamped.text).map_err(Error::File)?;
        self.forget_runbooks();
        Ok(Some(one.read.absolute.display().to_string()))
    }
}

fn draft_of(incident: &Incident) -> Draft {
    let first = incident.alerts.first().map(|one| &one.alert);
    let helped = |outcome: Option<Outcome>| matches!(outcome, Some(Outcome::Helped | Outcome::Unclear | Outcome::Unsaid));
    let mitigations = incident.mitigations.iter().filter(|one| helped(one.outcome()));
    Draft {
        alert: first.and_then(|alert| alert.name.clone()),
        service: incident.services.first().cloned(),
        findings: incident.findings.iter().map(|finding| finding.text.clone()).collect(),
        mitigations: mitigations.map(|one| DraftMitigation { what: one.action.clone(), ..DraftMitigation::default() }).collect(),
        ..Draft::default()
    }
}
