//! Who and what helps with the services of an incident: owners, contacts, runbooks, what they need.

use serde::Serialize;
use sitrep_core::filling::Values;
use sitrep_core::team::{Service, is_link};
use ts_rs::TS;

use super::touched_services::touched_services;
use crate::data::Workstation;
use crate::refusals::Error;

/// Who and what helps with one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceHelp {
    /// The service.
    pub service: String,
    /// Which teams or people own it.
    pub owners: Vec<String>,
    /// Who helps.
    pub contacts: Vec<ContactView>,
    /// What to follow.
    pub runbooks: Vec<RunbookView>,
    /// The services that it needs.
    pub depends_on: Vec<String>,
}

/// Somebody who helps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ContactView {
    /// Who.
    pub who: String,
    /// A number, an address, a channel.
    pub how: String,
}

/// A runbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunbookView {
    /// As the team wrote it down.
    pub name: String,
    /// The link with what belongs in it, or the whole path of the file.
    pub location: String,
    /// Whether a browser opens it.
    pub link: bool,
    /// Its place among all runbooks of the incident's services.
    pub place: u32,
}

impl Workstation {
    /// What the team knows of the services that an incident touches; those of which it knows no helper are left out.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn service_help(&self, handle: &str) -> Result<Vec<ServiceHelp>, Error> {
        let (incident, services, now) = (self.facts_of(handle)?, self.services(), self.now());
        let mut places = 0..;
        let mut help = |service: &Service| ServiceHelp {
            service: service.name.clone(),
            owners: service.owners.clone(),
            contacts: service.contacts.iter().map(|one| ContactView { who: one.who.clone(), how: one.how.clone() }).collect(),
            runbooks: (service.runbooks.iter().zip(&mut places))
                .map(|(runbook, place)| self.runbook(runbook, &Values::of(&incident, Some(service), now), place))
                .collect(),
            depends_on: service.depends_on.clone(),
        };
        let known = touched_services(&incident, &services).into_iter().filter_map(|(_, service)| service);
        Ok(known.map(&mut help).filter(ServiceHelp::says_something).collect())
    }

    /// The link of one of the runbooks, by its place: a page names a place and no address, so it can open nothing else.
    ///
    /// # Errors
    /// [`Error::UnknownLink`] when no link is in that place, or why the incident could not be read.
    pub fn runbook_link(&self, handle: &str, place: u32) -> Result<String, Error> {
        let all = self.service_help(handle)?.into_iter().flat_map(|help| help.runbooks);
        all.into_iter().find(|one| one.link && one.place == place).map(|one| one.location).ok_or(Error::UnknownLink)
    }

    fn runbook(&self, name: &str, values: &Values, place: u32) -> RunbookView {
        let link = is_link(name);
        let file = || self.own_runbook_folder().join(name).display().to_string();
        RunbookView { name: name.to_owned(), location: if link { values.link(name) } else { file() }, link, place }
    }
}

impl ServiceHelp {
    fn says_something(&self) -> bool {
        let Self { service: _, owners, contacts, runbooks, depends_on } = self;
        !(owners.is_empty() && contacts.is_empty() && runbooks.is_empty() && depends_on.is_empty())
    }
}
