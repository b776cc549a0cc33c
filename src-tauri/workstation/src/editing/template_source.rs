//! Which incident a template is shown with: the open one, else the one last touched, else the practice incident.

use std::sync::{Arc, PoisonError};

use chrono::{DateTime, Utc};
use sitrep_core::incident::Incident;
use sitrep_core::messages::Recent;
use sitrep_core::vocabulary::Audience;

use crate::data::{Sample, Workstation};
use crate::practice;
use crate::refusals::Error;

/// An incident, the moment it is told at, and whose it is.
pub(crate) struct TemplateSource {
    pub(crate) incident: Arc<Incident>,
    /// What was written and run in the practice incident, if it is that one; of another it is read when it is told.
    practised: Option<Recent>,
    pub(crate) at: DateTime<Utc>,
    pub(crate) words: String,
}

impl Workstation {
    pub(crate) fn template_source(&self, open: Option<&str>) -> Result<TemplateSource, Error> {
        let handle = match open {
            Some(handle) => Some(handle.to_owned()),
            None => match self.find_any(None) {
                Ok(row) => Some(row.summary.handle),
                Err(Error::NoneActive) => None,
                Err(error) => return Err(error),
            },
        };
        if let Some(handle) = handle {
            let incident = self.facts_of(&handle)?;
            let words = format!("Filled from {} {}.", incident.severity, incident.title);
            return Ok(TemplateSource { incident, practised: None, at: self.now(), words });
        }
        let Sample { incident, recent, at } = self.sample()?;
        Ok(TemplateSource {
            incident,
            practised: Some(recent),
            at,
            words: "There is no incident yet: filled from the practice incident.".to_owned(),
        })
    }

    /// What a message to this audience tells of what was written and run.
    pub(crate) fn recent_in(&self, source: &TemplateSource, audience: Audience) -> Result<Recent, Error> {
        source.practised.clone().map_or_else(|| self.recent(&source.incident, audience), Ok)
    }

    /// The practice incident as it stands at its beginning; made once, and told at the moment it was made for.
    fn sample(&self) -> Result<Sample, Error> {
        let mut kept = self.sample.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sample) = &*kept {
            return Ok(sample.clone());
        }
        let now = self.now();
        let sample = practice::sample(&self.folders, now)?;
        *kept = Some(sample.clone());
        Ok(sample)
    }
}
