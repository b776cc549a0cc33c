//! Setting right what was declared: the title, and when it began.

use chrono::{DateTime, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::text::{instant, tidy_line};
use sitrep_store::NewEvent;

use crate::data::Workstation;
use crate::refusals::Error;

impl Workstation {
    /// Changes the title; the handle stays.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty title.
    pub fn set_title(&self, handle: &str, title: &str) -> Result<(), Error> {
        let to = tidy_line(title);
        if to.is_empty() {
            return Err(Error::Empty("the title"));
        }
        self.record(
            handle,
            |incident| {
                if incident.title == to { vec![] } else { vec![EventBody::TitleChanged { from: incident.title.clone(), to }] }
            },
        )
    }

    /// Sets when it began, as typed.
    ///
    /// # Errors
    /// [`Error::Instant`] when it is no time, or lies ahead.
    pub fn set_start(&self, handle: &str, started: &str) -> Result<(), Error> {
        let to = instant::parse_past(started, self.wall_clock())?;
        self.decide(handle, |incident, _| Ok(start_change(incident, to).into_iter().map(NewEvent::from).collect())).map(|_| ())
    }
}

pub(crate) fn start_change(incident: &Incident, to: DateTime<Utc>) -> Option<EventBody> {
    (incident.started_at != to).then_some(EventBody::StartChanged { from: incident.started_at, to })
}
