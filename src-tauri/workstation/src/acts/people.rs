//! Assembling: who is on it, who has a role, who was told, and in which channel.

use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::Role;

use crate::data::{Workstation, name_if_given};
use crate::refusals::Error;

impl Workstation {
    /// The first responder is on it.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn acknowledge(&self, handle: &str) -> Result<(), Error> {
        self.record(handle, |incident| if incident.acknowledged_at.is_some() { vec![] } else { vec![EventBody::Acknowledged] })
    }

    /// Gives a role to a person, or to nobody where none is named.
    ///
    /// # Errors
    /// A name in which nothing can be seen, and why the incident was not found or could not be written.
    pub fn assign_role(&self, handle: &str, role: Role, person: Option<&str>) -> Result<(), Error> {
        let person = name_if_given(person)?;
        self.record(handle, |incident| role_change(incident, role, person).into_iter().collect())
    }

    /// Ticks somebody on the notify list, or unticks.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn tick_notified(&self, handle: &str, who: &str, done: bool) -> Result<(), Error> {
        self.record(handle, |incident| {
            if incident.notified.contains(who) == done { vec![] } else { vec![EventBody::Notified { who: who.to_owned(), done }] }
        })
    }

    /// The channel's name.
    ///
    /// # Errors
    /// Why the incident was not found.
    pub fn channel_name(&self, handle: &str) -> Result<String, Error> {
        Ok(self.find(Some(handle))?.summary.channel)
    }

    /// Notes that the channel, or a bridge, is open. Its name may be copied without that.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn open_channel(&self, handle: &str) -> Result<(), Error> {
        self.record(handle, |incident| if incident.channel_opened { vec![] } else { vec![EventBody::ChannelOpened] })
    }
}

pub(crate) fn role_change(incident: &Incident, role: Role, to: Option<String>) -> Option<EventBody> {
    let from = incident.roles.get(&role).cloned();
    (from != to).then_some(EventBody::RoleChanged { role, from, to })
}
