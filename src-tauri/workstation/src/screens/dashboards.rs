//! Where to look, and what for (seed: Investigation Methodology).

use serde::Serialize;
use sitrep_core::filling::{DashboardLink, Values, dashboards};
use sitrep_core::incident::Incident;
use sitrep_core::team::{DashboardSign, Service, is_page};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::WebLink;
use ts_rs::TS;

use super::runbook_pane::RUNBOOK_LINK;
use super::touched_services::touched_services;
use crate::data::Workstation;
use crate::refusals::Error;

/// Where to look, and what for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DashboardsView {
    /// From when the links show, in words.
    pub from: String,
    /// Until when.
    pub to: String,
    /// The dashboards of the incident's services, then what its alerts link to.
    pub links: Vec<DashboardLink>,
    /// The pages that tell what was changed in these services.
    pub histories: Vec<DashboardLink>,
    /// What to look for.
    pub signs: Vec<DashboardSign>,
}

impl Workstation {
    /// The dashboards of an incident's services with its time range filled in, and what to look for on them.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn dashboards(&self, handle: &str) -> Result<DashboardsView, Error> {
        let (incident, services, now) = (self.facts_of(handle)?, self.services(), self.now());
        let range = Values::of(&incident, None, now);
        let touched = touched_services(&incident, &services);
        let filled = |links: fn(&Service, &Values) -> Vec<DashboardLink>| {
            let known = touched.iter().filter_map(|(_, service)| *service);
            known.flat_map(|service| links(service, &Values::of(&incident, Some(service), now))).collect()
        };
        Ok(DashboardsView {
            from: clock_time(range.from, now),
            to: clock_time(range.to, now),
            links: with_alert_links(filled(dashboards::links), &incident),
            histories: filled(dashboards::histories),
            signs: self.catalogue().signs.clone(),
        })
    }

    /// The link of one of [`DashboardsView::links`], by its place there, filled in anew: a page names a place and no address, so
    /// it can open nothing else.
    ///
    /// # Errors
    /// [`Error::UnknownLink`] when there is none in that place, or why the incident could not be read.
    pub fn dashboard_link(&self, handle: &str, place: u32) -> Result<String, Error> {
        nth_link(self.dashboards(handle)?.links, place)
    }

    /// The same for one of [`DashboardsView::histories`].
    ///
    /// # Errors
    /// As [`Workstation::dashboard_link`].
    pub fn history_link(&self, handle: &str, place: u32) -> Result<String, Error> {
        nth_link(self.dashboards(handle)?.histories, place)
    }
}

/// What the alerts link to and no dashboard does, each once, named by its alert. A runbook has a pane of its own.
fn with_alert_links(mut links: Vec<DashboardLink>, incident: &Incident) -> Vec<DashboardLink> {
    for alert in incident.alerts.iter().map(|one| &one.alert) {
        for WebLink { title, url } in alert.links.iter().filter(|link| link.title != RUNBOOK_LINK && is_page(&link.url)) {
            if links.iter().all(|known| known.url != *url) {
                let service = alert.name.as_ref().unwrap_or(&alert.title).clone();
                links.push(DashboardLink { service, title: title.clone(), overview: false, url: url.clone() });
            }
        }
    }
    links
}

fn nth_link(links: Vec<DashboardLink>, place: u32) -> Result<String, Error> {
    let place = usize::try_from(place).map_err(|_| Error::UnknownLink)?;
    links.into_iter().nth(place).map(|link| link.url).ok_or(Error::UnknownLink)
}
