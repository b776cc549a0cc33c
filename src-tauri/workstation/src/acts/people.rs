//! Assembling: who is on it, who has a role, who was told, and in which channel.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use sitrep_core::event::EventBody;
use sitrep_core::incident::{Channel, Incident};
use sitrep_core::procedure::debugging_commander;
use sitrep_core::text::tidy_line;
use sitrep_core::vocabulary::Role;
use ts_rs::TS;

use crate::data::{Workstation, name_if_given, non_blank};
use crate::refusals::Error;

/// What is said of the channel; none of what is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
pub struct ChannelInput {
    /// Its name; empty for the usual one.
    pub name: Option<String>,
    /// Where it opens; empty for nowhere.
    pub link: Option<String>,
    /// The call; empty for none.
    pub bridge: Option<String>,
}

impl Workstation {
    /// The first responder is on it.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn acknowledge(&self, handle: &str) -> Result<(), Error> {
        self.acknowledge_at(handle, None)
    }

    /// The same, `at` a time in the past (UTC) if it was then.
    pub(crate) fn acknowledge_at(&self, handle: &str, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        self.record_at(handle, at, |incident| if incident.acknowledged_at.is_some() { vec![] } else { vec![EventBody::Acknowledged] })
    }

    /// Gives a role to a person, or to nobody where none is named.
    ///
    /// # Errors
    /// A name in which nothing can be seen, and why the incident was not found or could not be written.
    pub fn assign_role(&self, handle: &str, role: Role, person: Option<&str>) -> Result<(), Error> {
        self.assign_role_at(handle, role, person, None)
    }

    /// The same, `at` a time in the past (UTC) if it was then.
    pub(crate) fn assign_role_at(&self, handle: &str, role: Role, person: Option<&str>, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let person = name_if_given(person)?;
        self.record_at(handle, at, |incident| role_change(incident, role, person).into_iter().collect())
    }

    /// Says why the commander debugs, which is asked once (seed: Designate Roles).
    ///
    /// # Errors
    /// [`Error::Empty`] without a reason, [`Error::NobodyDebugs`] where nothing shows that the commander does.
    pub fn explain_debugging(&self, handle: &str, reason: &str) -> Result<(), Error> {
        let reason = non_blank(Some(reason)).ok_or(Error::Empty("the reason"))?;
        self.decide(handle, |incident, _| {
            let person = debugging_commander(incident).ok_or(Error::NobodyDebugs)?.person;
            Ok(vec![EventBody::DebuggingExplained { person, reason }.into()])
        })
        .map(|_| ())
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

    /// Says what the channel is called, where it opens, and which bridge there is: what is given; an empty text takes it away.
    ///
    /// # Errors
    /// Why the incident was not found or could not be written.
    pub fn name_channel(&self, handle: &str, input: &ChannelInput) -> Result<(), Error> {
        let said = |typed: &Option<String>, before: &Option<String>| match typed {
            Some(typed) => Some(tidy_line(typed)).filter(|line| !line.is_empty()),
            None => before.clone(),
        };
        self.record(handle, |incident| {
            let before = &incident.channel;
            let usual = |name: &String| *name == incident.usual_channel();
            let now = Channel {
                name: said(&input.name, &before.name).filter(|name| !usual(name)),
                link: said(&input.link, &before.link),
                bridge: said(&input.bridge, &before.bridge),
            };
            if now == *before { vec![] } else { vec![EventBody::ChannelNamed { name: now.name, link: now.link, bridge: now.bridge }] }
        })
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
