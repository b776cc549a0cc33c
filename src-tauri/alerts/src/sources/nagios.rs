//! Mails of Nagios and Icinga: lines of `Name: value`.

use std::collections::BTreeMap;

use sitrep_core::vocabulary::Severity;

use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::error::AlertError;
use crate::fields::Notes;
use crate::severity::Guess;
use crate::{when, words};

/// A mail of an alert is shorter.
const LINES: usize = 400;

/// Nagios's own words: a host that is down, and a service that is critical.
const SCALE: [(&str, Severity); 3] = [("CRITICAL", Severity::P1), ("DOWN", Severity::P1), ("WARNING", Severity::P2)];
const STATES: [&str; 7] = ["CRITICAL", "WARNING", "UNKNOWN", "OK", "DOWN", "UP", "UNREACHABLE"];
const FIELDS: [&str; 14] = [
    "notification type",
    "service",
    "host",
    "address",
    "state",
    "date/time",
    "additional info",
    "info",
    "when",
    "ipv4",
    "ipv6",
    "author",
    "comment",
    "subject",
];

struct Mail<'t> {
    fields: BTreeMap<&'static str, &'t str>,
    /// The line after `Additional Info:`.
    info: Option<&'t str>,
    /// Icinga's `disk on web01 is CRITICAL!`.
    state: Option<&'t str>,
}

pub(super) fn knows(text: &str) -> bool {
    let mail = Mail::of(text);
    let is_nagios = mail.fields.contains_key("notification type") && mail.fields.contains_key("state");
    let is_icinga = mail.state.is_some() && mail.fields.contains_key("when") && text.contains("***** ");
    mail.fields.contains_key("host") && (is_nagios || is_icinga)
}

impl<'t> Mail<'t> {
    fn of(text: &'t str) -> Self {
        let lines: Vec<&str> = text.lines().take(LINES).map(str::trim).collect();
        let mut mail = Self { fields: BTreeMap::new(), info: None, state: None };
        for line in &lines {
            mail.take(line);
        }
        let after = lines.iter().skip_while(|line| !line.to_ascii_lowercase().starts_with("additional info:")).skip(1);
        mail.info = after.copied().find(|line| !line.is_empty());
        mail
    }

    fn take(&mut self, line: &'t str) {
        let pair = line.split_once(':').map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim()));
        let known = pair.and_then(|(name, value)| FIELDS.into_iter().find(|known| *known == name).map(|known| (known, value)));
        if let Some((name, value)) = known {
            self.fields.entry(name).or_insert(value);
        }
        let state = line.strip_suffix('!').and_then(|line| line.rsplit_once(" is ")).map(|(_, state)| state);
        self.state = self.state.or(state.filter(|state| STATES.contains(state)));
    }

    fn get(&self, name: &str) -> Option<&'t str> {
        self.fields.get(name).copied().filter(|value| !value.is_empty())
    }

    fn line(&self, name: &str) -> Option<String> {
        self.get(name).and_then(|value| words::line(value, words::LINE))
    }

    fn state(&self) -> &'t str {
        self.get("state").or(self.state).unwrap_or_default()
    }
}

pub(super) fn read(text: &str, notes: &Notes) -> Found {
    let mail = Mail::of(text);
    let kind = mail.get("notification type").unwrap_or("PROBLEM").to_ascii_uppercase();
    if kind.starts_with("DOWNTIME") || kind == "CUSTOM" || kind == "FLAPPINGDISABLED" {
        return Found::refused(AlertError::OtherMessage { sender: Source::Nagios, what: kind.to_ascii_lowercase() });
    }
    let mut draft = Draft::new(Source::Nagios, state(&kind, mail.state(), notes), "Service, Host, State");
    let host = mail.line("host");
    let service = mail.line("service");
    let what = service.iter().chain(&host).cloned().collect::<Vec<_>>().join(" on ");
    draft.title = words::line(&format!("{what} is {}", mail.state()), words::LINE);
    draft.name = service.clone().or_else(|| host.clone());
    draft.service = service.clone();
    draft.summary = mail.info.or_else(|| mail.get("additional info")).or_else(|| mail.get("info")).and_then(words::lines);
    draft.severity = severity(mail.state());
    draft.started_at = onset(&mail, &kind, notes).filter(|_| draft.state == AlertState::Firing);
    draft.fingerprint = words::line(&format!("{} {}", host.clone().unwrap_or_default(), service.unwrap_or_default()), words::LINE);
    draft.label("host", host);
    draft.label("address", mail.line("address").or_else(|| mail.line("ipv4")));
    draft.label("state", words::line(mail.state(), 40));
    draft.label("notification", words::line(&kind, 40));
    Found::one(draft)
}

fn state(kind: &str, state: &str, notes: &Notes) -> AlertState {
    if kind.starts_with("FLAPPING") {
        notes.add("Nagios says that this check is flapping: its state changes again and again");
    }
    let is_over = kind == "RECOVERY" || (kind != "PROBLEM" && ["OK", "UP"].contains(&state)) || ["OK", "UP"].contains(&state);
    if is_over { AlertState::Resolved } else { AlertState::Firing }
}

fn severity(state: &str) -> Guess {
    match SCALE.iter().any(|(known, _)| *known == state) {
        true => Guess::on_scale("Nagios's state", state, &SCALE),
        false => Guess::none(Source::Nagios.label()),
    }
}

/// The time of a problem's mail is its onset; that of an acknowledgement is not.
fn onset(mail: &Mail<'_>, kind: &str, notes: &Notes) -> Option<chrono::DateTime<chrono::Utc>> {
    let text = mail.get("date/time").or_else(|| mail.get("when"))?;
    if kind != "PROBLEM" {
        notes.add("The time in this mail is not when the problem began");
        return None;
    }
    let at = when::instant(text).or_else(|| long_date(text));
    notes.add(match at {
        Some(_) => "The start is the time of this mail: Nagios checks a few times before it writes, so it may have begun before".to_owned(),
        None => {
            let text = words::line(text, 60).unwrap_or_default();
            format!("The time in this mail is not certain: '{text}' (a zone's letters name more than one place)")
        }
    });
    at
}

/// `Mon Nov 23 14:02:11 UTC 2026`; other letters than UTC's are not known.
fn long_date(text: &str) -> Option<chrono::DateTime<chrono::Utc>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [_, month, day, time, "UTC" | "GMT" | "Z", year] = words.as_slice() else { return None };
    let local = chrono::NaiveDateTime::parse_from_str(&format!("{day} {month} {year} {time}"), "%d %b %Y %H:%M:%S").ok()?;
    when::instant(&local.and_utc().to_rfc3339())
}
