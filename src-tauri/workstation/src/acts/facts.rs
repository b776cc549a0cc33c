//! Setting right what was declared: the title, and when it began.

use chrono::{DateTime, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::text::{declaration, instant, is_blank};
use sitrep_store::NewEvent;

use crate::data::Workstation;
use crate::refusals::Error;

impl Workstation {
    /// Changes the title; the handle stays.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty title, [`Error::Declaration`] for one that is a text.
    pub fn set_title(&self, handle: &str, title: &str) -> Result<(), Error> {
        if is_blank(title) {
            return Err(Error::Empty("the title"));
        }
        let to = declaration::title_of(title)?;
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
