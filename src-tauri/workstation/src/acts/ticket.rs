//! The ticket of an incident, as a P3 has one (seed: Assemble the Response Team).

use serde::Deserialize;
use sitrep_core::event::EventBody;
use sitrep_core::incident::Ticket;
use sitrep_core::text::tidy_line;
use ts_rs::TS;

use crate::data::{Workstation, name_if_given};
use crate::refusals::Error;

/// What is noted of the ticket; none of what is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
pub struct TicketInput {
    /// Its number or link; empty takes it away.
    pub number: Option<String>,
    /// Who works on it; empty for nobody.
    pub assignee: Option<String>,
}

impl Workstation {
    /// Notes the ticket's number or link, and who is assigned to it.
    ///
    /// # Errors
    /// A name in which nothing can be seen, and why the incident was not found or could not be written.
    pub fn note_ticket(&self, handle: &str, input: &TicketInput) -> Result<(), Error> {
        let number = input.number.as_deref().map(|number| Some(tidy_line(number)).filter(|line| !line.is_empty()));
        let named = |person: &str| if person.is_empty() { Ok(None) } else { name_if_given(Some(person)) };
        let assignee = input.assignee.as_deref().map(named).transpose()?;
        self.record(handle, |incident| {
            let before = &incident.ticket;
            let now = Ticket {
                number: number.unwrap_or_else(|| before.number.clone()),
                assignee: assignee.unwrap_or_else(|| before.assignee.clone()),
            };
            if now == *before { vec![] } else { vec![EventBody::TicketNoted { number: now.number, assignee: now.assignee }] }
        })
    }
}
