//! Links to a service's dashboards with the incident's time range in them (seed: Step 1, Check Dashboards).

use serde::Serialize;
use ts_rs::TS;

use super::values::Values;
use crate::team::{Dashboard, Service};

/// A link to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DashboardLink {
    /// The service it shows.
    pub service: String,
    /// Its name on screen.
    pub title: String,
    /// Where it leads: http or https, the time range filled in.
    pub url: String,
}

/// A service's dashboards from half an hour before the onset, in the order of its file.
#[must_use]
pub fn links(service: &Service, values: &Values) -> Vec<DashboardLink> {
    let link = |dashboard: &Dashboard| DashboardLink {
        service: service.name.clone(),
        title: dashboard.title.clone(),
        url: values.link(&dashboard.url),
    };
    service.dashboards.iter().map(link).collect()
}
