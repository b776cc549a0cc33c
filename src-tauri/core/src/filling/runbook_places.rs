//! What is known of the places in a runbook's commands: `$NAMESPACE`, `<service>`, `{{ .Values.release }}`.

use super::values::Values;
use crate::team::Service;
use crate::text::{Place, one_line};

/// What a place is called by those who write runbooks, and what Sitrep calls it.
const ALSO_CALLED: [(&str, &str); 12] = [
    ("service", "service"),
    ("servicename", "service"),
    ("incident", "handle"),
    ("incidentid", "handle"),
    ("handle", "handle"),
    ("severity", "severity"),
    ("branch", "branch"),
    ("date", "date"),
    ("today", "date"),
    ("start", "onset"),
    ("starttime", "onset"),
    ("onset", "onset"),
];

/// What the team's file and the incident say of a place, not yet fit for a command. However it is written, `POD_NAME` is `pod-name`.
#[must_use]
pub fn known_value(name: &str, values: &Values, service: Option<&Service>) -> Option<String> {
    let wanted = normal(name);
    let own = service.and_then(|service| service.values.iter().find(|(key, _)| normal(key) == wanted));
    if let Some((_, value)) = own {
        return Some(one_line(value));
    }
    // A service that nobody named is asked for.
    let (_, place) = ALSO_CALLED.into_iter().find(|(also, place)| *also == wanted && (*place != "service" || values.names_a_service()))?;
    values.value(&Place { name: place, format: (place == "onset").then_some("iso"), range: 0..0 })
}

/// The name without what only parts its words.
fn normal(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::vocabulary::Severity;

    #[test]
    fn a_place_is_known_however_it_is_written() {
        let now = DateTime::UNIX_EPOCH;
        let values = Values {
            service: "payments-api".into(),
            branch: "main".into(),
            handle: "h".into(),
            severity: Severity::P1,
            onset: now,
            from: now,
            to: now,
            now,
        };
        let service = Service { values: [("pod_name".to_owned(), "api-0".to_owned())].into(), ..Service::default() };
        let known = |name: &str| known_value(name, &values, Some(&service));
        for (name, value) in [
            ("service", Some("payments-api")),
            ("SERVICE_NAME", Some("payments-api")),
            ("pod-name", Some("api-0")),
            ("PodName", Some("api-0")),
            ("start_time", Some("1970-01-01T00:00:00Z")),
            ("namespace", None),
        ] {
            assert_eq!(known(name).as_deref(), value, "{name}");
        }
        assert_eq!(known_value("service", &values.with_service(super::super::values::NO_SERVICE), None), None, "nobody named one");
    }
}
