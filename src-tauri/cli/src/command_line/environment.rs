//! What a command that is run during an incident finds in its environment.

use chrono::{DateTime, SecondsFormat, Utc};
use sitrep_core::incident::IncidentSummary;

/// `SITREP_INCIDENT` and what scripts ask of it. Without a service there is no `SITREP_SERVICE`; of several it is the first.
/// The tag is today's, as the catalogue of mitigations sets it.
pub fn environment_of(incident: &IncidentSummary, now: DateTime<Utc>) -> Vec<(&'static str, String)> {
    let known = [
        ("SITREP_INCIDENT", incident.handle.clone()),
        ("SITREP_SEVERITY", incident.severity.to_string()),
        ("SITREP_STARTED_AT", incident.started_at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        ("SITREP_ROLLBACK_TAG", format!("incident-rollback-{}", now.format("%Y-%m-%d"))),
    ];
    known.into_iter().chain(incident.services.first().map(|service| ("SITREP_SERVICE", service.clone()))).collect()
}
