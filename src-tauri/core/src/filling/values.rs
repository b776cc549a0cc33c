//! What is put in the places of links and commands: encoded in a link, quoted in a command, so that no value ever breaks out of
//! its place.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::shell_word::quote;
use crate::incident::Incident;
use crate::team::{Service, is_typed};
use crate::text::{Place, fill, is_blank, one_line};
use crate::vocabulary::Severity;

/// What a link keeps as it is: letters, digits and these (RFC 3986, unreserved).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// So long before the onset it still looks as it should, for comparison.
const BEFORE_ONSET: TimeDelta = TimeDelta::minutes(30);

/// So long after the resolution it looks as it should again.
const AFTER_RESOLUTION: TimeDelta = TimeDelta::minutes(30);

/// What stands for a service that nobody named.
pub(super) const NO_SERVICE: &str = "SERVICE";
const USUAL_BRANCH: &str = "main";

/// What is put in the places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values {
    /// The service's name within the team.
    pub service: String,
    /// The branch that is deployed from.
    pub branch: String,
    /// The incident's handle.
    pub handle: String,
    /// How bad it is.
    pub severity: Severity,
    /// When it began (UTC).
    pub onset: DateTime<Utc>,
    /// Where to begin to look: half an hour before the onset (UTC).
    pub from: DateTime<Utc>,
    /// Where to end: now, or half an hour after the resolution (UTC).
    pub to: DateTime<Utc>,
    /// Today (UTC).
    pub now: DateTime<Utc>,
}

impl Values {
    /// What is known of an incident and one of its services.
    #[must_use]
    pub fn of(incident: &Incident, service: Option<&Service>, now: DateTime<Utc>) -> Self {
        let named = service.map(|service| service.name.clone()).or_else(|| incident.services.first().cloned());
        let branch = service.and_then(|service| service.deployed_from()?.branch.clone());
        let end = incident.resolved_at.and_then(|at| at.checked_add_signed(AFTER_RESOLUTION));
        Self {
            service: named.filter(|name| !is_blank(name)).unwrap_or_else(|| NO_SERVICE.to_owned()),
            branch: branch.unwrap_or_else(|| USUAL_BRANCH.to_owned()),
            handle: incident.handle.clone(),
            severity: incident.severity,
            onset: incident.started_at,
            from: incident.started_at.checked_sub_signed(BEFORE_ONSET).unwrap_or(incident.started_at),
            to: end.map_or(now, |end| end.min(now)),
            now,
        }
    }

    /// Whether somebody named a service.
    pub(super) fn names_a_service(&self) -> bool {
        self.service != NO_SERVICE
    }

    /// The same for another name of the service.
    #[must_use]
    pub fn with_service(&self, service: &str) -> Self {
        Self { service: service.to_owned(), ..self.clone() }
    }

    /// A link with its places filled.
    #[must_use]
    pub fn link(&self, url: &str) -> String {
        fill(url, |place| self.value(place).map(|value| utf8_percent_encode(&value, ENCODED).to_string()))
    }

    /// A command of a POSIX shell with its places filled.
    #[must_use]
    pub fn command(&self, command: &str) -> String {
        fill(command, |place| self.value(place).map(|value| if is_typed(place.name) { quote(&value) } else { value }))
    }

    /// What belongs in a place, on one line and not yet fit for where it goes.
    pub(crate) fn value(&self, place: &Place<'_>) -> Option<String> {
        let at = |at| instant(at, place.format);
        match place.name {
            "service" => Some(one_line(&self.service)),
            "branch" => Some(one_line(&self.branch)),
            "handle" => Some(one_line(&self.handle)),
            "severity" => Some(self.severity.to_string()),
            "date" => Some(self.now.format("%Y-%m-%d").to_string()),
            "onset" => Some(at(self.onset)),
            "from" => Some(at(self.from)),
            "to" => Some(at(self.to)),
            _ => None,
        }
    }
}

fn instant(at: DateTime<Utc>, format: Option<&str>) -> String {
    match format {
        Some("iso") => at.to_rfc3339_opts(SecondsFormat::Secs, true),
        Some("s") => at.timestamp().to_string(),
        _ => at.timestamp_millis().to_string(),
    }
}
