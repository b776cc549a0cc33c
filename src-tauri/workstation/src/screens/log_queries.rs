//! What to search the logs for.

use serde::Serialize;
use sitrep_core::filling::{LogQuery, log_query};
use sitrep_core::team::{LogSign, Service};
use ts_rs::TS;

use super::touched_services::{touched_services, values_for};
use crate::data::Workstation;
use crate::refusals::Error;

/// What to search the logs for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogQueriesView {
    /// The queries, ready to copy.
    pub queries: Vec<LogQuery>,
    /// What to look for.
    pub signs: Vec<LogSign>,
}

impl Workstation {
    /// Queries of the logs about an incident's services, and what to look for in them.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn log_queries(&self, handle: &str) -> Result<LogQueriesView, Error> {
        let (incident, services, now) = (self.facts_of(handle)?, self.services(), self.now());
        let ask = |(name, service): (Option<&str>, Option<&Service>)| {
            log_query::queries(&services, service, &values_for(&incident, name, service, now))
        };
        let queries = touched_services(&incident, &services).into_iter().flat_map(ask).collect();
        Ok(LogQueriesView { queries, signs: self.catalogue().log_signs.clone() })
    }
}
