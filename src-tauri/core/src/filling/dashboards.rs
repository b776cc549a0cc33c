//! Links to a service's dashboards and to the histories of its changes, with the incident's time range in them (seed: Steps 1 and 2,
//! Check Dashboards, Check Recent Deploys).

use serde::Serialize;
use ts_rs::TS;

use super::values::Values;
use crate::team::{ChangeHistory, Dashboard, Service};

/// A link to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DashboardLink {
    /// The service it shows, or the alert that links to it.
    pub service: String,
    /// Its name on screen.
    pub title: String,
    /// Whether it is the service's overview, where the search begins.
    pub overview: bool,
    /// Where it leads: http or https, the time range filled in.
    pub url: String,
}

/// A service's dashboards from half an hour before the onset: the overview first, the others in the order of its file.
#[must_use]
pub fn links(service: &Service, values: &Values) -> Vec<DashboardLink> {
    let overview = overview_of(service);
    let link = |dashboard: &Dashboard| DashboardLink {
        service: service.name.clone(),
        title: dashboard.title.clone(),
        overview: overview.is_some_and(|overview| std::ptr::eq(overview, dashboard)),
        url: values.link(&dashboard.url),
    };
    let mut links: Vec<DashboardLink> = service.dashboards.iter().map(link).collect();
    links.sort_by_key(|link| !link.overview);
    links
}

/// The pages that tell what was changed in a service, in the order of its file.
#[must_use]
pub fn histories(service: &Service, values: &Values) -> Vec<DashboardLink> {
    let link = |history: &ChangeHistory| DashboardLink {
        service: service.name.clone(),
        title: history.title.clone(),
        overview: false,
        url: values.link(&history.url),
    };
    service.changes.iter().map(link).collect()
}

/// The one that is marked so, else the first that is called so.
fn overview_of(service: &Service) -> Option<&Dashboard> {
    let called = |dashboard: &&Dashboard| dashboard.title.to_lowercase().contains("overview");
    service.dashboards.iter().find(|dashboard| dashboard.overview).or_else(|| service.dashboards.iter().find(called))
}
