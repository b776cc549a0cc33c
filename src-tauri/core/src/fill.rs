//! Places in a text of the team's, such as `{service}`, and what is put there: encoded in a link, quoted in a command, so that
//! no value ever breaks out of its place.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use regex::Regex;

use crate::incident::Incident;
use crate::service::Service;
use crate::vocabulary::Severity;

mod check;

pub use check::is_link;
pub(crate) use check::{check_command, check_format, check_link, within_quotes};

/// What a link keeps as it is: letters, digits and these (RFC 3986, unreserved).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// So long before the onset it still looks as it should, for comparison.
const BEFORE_ONSET: TimeDelta = TimeDelta::minutes(30);
/// So long after the resolution it looks as it should again.
const AFTER_RESOLUTION: TimeDelta = TimeDelta::minutes(30);
/// What stands for a service that nobody named.
const NO_SERVICE: &str = "SERVICE";
const USUAL_BRANCH: &str = "main";

/// A place: `{from:iso}` has the name `from` and the format `iso`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place<'t> {
    pub(crate) name: &'t str,
    pub(crate) format: Option<&'t str>,
    pub(crate) range: Range<usize>,
}

/// The places of a text in order; a shell's own `${name}` is none.
pub(crate) fn places(text: &str) -> Vec<Place<'_>> {
    static PLACE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\{([a-z_]+)(?::([a-z]+))?\}").ok());
    let found = PLACE.iter().flat_map(|place| place.captures_iter(text));
    let place = found.filter_map(|captures| {
        let (whole, name) = (captures.get(0)?, captures.get(1)?);
        let own = !text[..whole.start()].ends_with('$');
        own.then(|| Place { name: name.as_str(), format: captures.get(2).map(|format| format.as_str()), range: whole.range() })
    });
    place.collect()
}

/// The text with its places filled; a place without a value stays as it is written.
pub(crate) fn fill(text: &str, value: impl Fn(&Place<'_>) -> Option<String>) -> String {
    let (mut filled, mut from) = (String::new(), 0);
    for place in places(text) {
        if let Some(value) = value(&place) {
            filled.push_str(&text[from..place.range.start]);
            filled.push_str(&value);
            from = place.range.end;
        }
    }
    filled.push_str(&text[from..]);
    filled
}

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
            service: named.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| NO_SERVICE.to_owned()),
            branch: branch.unwrap_or_else(|| USUAL_BRANCH.to_owned()),
            handle: incident.handle.clone(),
            severity: incident.severity,
            onset: incident.started_at,
            from: incident.started_at.checked_sub_signed(BEFORE_ONSET).unwrap_or(incident.started_at),
            to: end.map_or(now, |end| end.min(now)),
            now,
        }
    }

    /// The same for another name of the service.
    #[must_use]
    pub fn named(&self, service: &str) -> Self {
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
        fill(command, |place| self.value(place).map(|value| if is_typed(place.name) { quoted(&value) } else { value }))
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

/// The places that links and commands know.
pub(crate) const KNOWN: [&str; 8] = ["service", "branch", "handle", "severity", "date", "onset", "from", "to"];

/// Whether the value was typed by somebody; the others are made of digits, letters and `-:.` alone and fit anywhere.
pub(crate) fn is_typed(name: &str) -> bool {
    !matches!(name, "severity" | "date" | "onset" | "from" | "to")
}

/// One word of a POSIX shell.
pub(crate) fn quoted(value: &str) -> String {
    // What cannot be quoted holds a zero byte, which `one_line` has taken out.
    shlex::try_quote(&one_line(value)).map(|word| word.into_owned()).unwrap_or_default()
}

/// Control characters end lines and comments, or act on a terminal: a space stands for each.
pub(crate) fn one_line(value: &str) -> String {
    value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn instant(at: DateTime<Utc>, format: Option<&str>) -> String {
    match format {
        Some("iso") => at.to_rfc3339_opts(SecondsFormat::Secs, true),
        Some("s") => at.timestamp().to_string(),
        _ => at.timestamp_millis().to_string(),
    }
}
