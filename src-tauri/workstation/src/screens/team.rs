//! The Team pane.

use serde::Serialize;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::Role;
use ts_rs::TS;

use super::notify::{NotifiedView, notified_views};
use super::roles::{RoleView, role_view};
use super::service_help::ServiceHelp;
use crate::data::Workstation;
use crate::refusals::Error;

/// The Team pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamScreen {
    /// The roles, filled or not.
    pub roles: Vec<RoleView>,
    /// Who held a role from when to when.
    pub history: Vec<RoleHeldView>,
    /// `On-call engineer + team lead, stakeholder notification`: who responds, by the severity table.
    pub responders: String,
    /// Its ticket: a number or a link, once noted.
    pub ticket: Option<String>,
    /// Who is assigned to that.
    pub assignee: Option<String>,
    /// Whom to notify, and when that was done by whom.
    pub notify: Vec<NotifiedView>,
    /// Who and what helps with the incident's services.
    pub services: Vec<ServiceHelp>,
}

/// Who held a role from when to when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoleHeldView {
    /// Which role.
    pub role: Role,
    /// Incident Commander.
    pub label: String,
    /// Who.
    pub person: String,
    /// `14:05 UTC`.
    pub from: String,
    /// `14:30 UTC`; none while it is held.
    pub to: Option<String>,
}

impl Workstation {
    /// Everything the Team pane shows.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn team(&self, handle: &str) -> Result<TeamScreen, Error> {
        let (now, policy, incident) = (self.now(), self.policy(), self.facts_of(handle)?);
        let held = incident.role_history.iter().map(|held| RoleHeldView {
            role: held.role,
            label: held.role.label().to_owned(),
            person: held.person.clone(),
            from: clock_time(held.from, now),
            to: held.to.map(|to| clock_time(to, now)),
        });
        Ok(TeamScreen {
            roles: Role::ALL.map(|role| role_view(&incident, &policy, role)).into(),
            history: held.collect(),
            ticket: incident.ticket.number.clone(),
            assignee: incident.ticket.assignee.clone(),
            responders: policy.of(incident.severity).responders.clone(),
            notify: notified_views(&incident, &policy, now),
            services: self.service_help(handle)?,
        })
    }
}
