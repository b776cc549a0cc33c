//! The services that an incident touches.

use sitrep_core::filling::Values;
use sitrep_core::incident::Incident;
use sitrep_core::team::{Service, Services};

/// The services that the incident touches, each once, by the name it was given first and as the team knows it; one without a
/// name where there is none.
pub(crate) fn touched_services<'a>(incident: &'a Incident, services: &'a Services) -> Vec<(Option<&'a str>, Option<&'a Service>)> {
    let mut all: Vec<(Option<&str>, Option<&Service>)> = Vec::new();
    for name in &incident.services {
        let service = services.find(name);
        if service.is_none() || all.iter().all(|(_, other)| *other != service) {
            all.push((Some(name), service));
        }
    }
    if all.is_empty() { vec![(None, None)] } else { all }
}

pub(crate) fn values_for(incident: &Incident, name: Option<&str>, service: Option<&Service>, now: chrono::DateTime<chrono::Utc>) -> Values {
    let values = Values::of(incident, service, now);
    match (name, service) {
        (Some(name), None) => values.with_service(name),
        _ => values,
    }
}
