//! Zabbix's media types, whose webhook sends what the team names: `event_name`, `EVENT.NAME`, `EventName` or `event.name` are one.

use std::collections::BTreeMap;

use serde_json::Value;
use sitrep_core::vocabulary::Severity;

use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::fields::{Fields, Notes};
use crate::severity::Guess;
use crate::{when, words};

/// Zabbix's own scale: its Warning is the last but one, under Average.
const SCALE: [(&str, Severity); 12] = [
    ("Disaster", Severity::P0),
    ("High", Severity::P1),
    ("Average", Severity::P2),
    ("Warning", Severity::P3),
    ("Information", Severity::P3),
    ("Not classified", Severity::P3),
    ("5", Severity::P0),
    ("4", Severity::P1),
    ("3", Severity::P2),
    ("2", Severity::P3),
    ("1", Severity::P3),
    ("0", Severity::P3),
];

/// How deep fields stand in one another, and how many are looked at.
const DEEP: u32 = 3;
const FIELDS: usize = 200;

/// Fields by their bare names; a macro that Zabbix did not fill in is none.
struct Bare(BTreeMap<String, String>);

impl Bare {
    fn of(value: &Value) -> Self {
        let mut fields = BTreeMap::new();
        collect(value, "", DEEP, &mut fields);
        Self(fields)
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.0.get(*name)).cloned()
    }

    fn has(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.0.contains_key(*name))
    }
}

fn collect(value: &Value, before: &str, levels: u32, fields: &mut BTreeMap<String, String>) {
    let Some(object) = value.as_object().filter(|_| levels > 0) else { return };
    for (name, value) in object.iter().take(FIELDS) {
        let bare = name.chars().take(60).filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase());
        let name = format!("{before}{}", bare.collect::<String>());
        let text = match value {
            Value::String(text) => words::line(text, words::LINE).filter(|text| !is_unfilled(text)),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        if let Some(text) = text.filter(|_| fields.len() < FIELDS) {
            fields.entry(name.clone()).or_insert(text);
        }
        collect(value, &name, levels - 1, fields);
    }
}

/// `{EVENT.NAME}`, `*UNKNOWN*`.
fn is_unfilled(text: &str) -> bool {
    (text.starts_with('{') && text.ends_with('}') && text.contains('.')) || text == "*UNKNOWN*"
}

const NAME: [&str; 5] = ["eventname", "triggername", "problemname", "alertsubject", "triggerdescription"];
const SEVERITY: [&str; 5] = ["eventseverity", "triggerseverity", "triggerseveritytext", "eventnseverity", "triggernseverity"];

/// Enough that no log line has: an event with an id, a name, and what only Zabbix's macros tell.
pub(super) fn knows(value: &Value) -> bool {
    if !value.is_object() {
        return false;
    }
    let bare = Bare::of(value);
    let is_of_zabbix = bare.has(&["triggerid", "triggername", "triggerstatus", "triggerseveritytext", "eventnseverity", "eventopdata"]);
    let has_time = bare.has(&["eventdate", "eventclock", "eventtimestamp"]) && bare.has(&["eventtime", "eventclock", "eventtimestamp"]);
    bare.has(&["eventid"]) && bare.has(&NAME) && (is_of_zabbix || (has_time && bare.has(&SEVERITY)))
}

pub(super) fn read(hook: Fields<'_>) -> Found {
    let bare = Bare::of(hook.value);
    let mut draft = Draft::new(Source::Zabbix, state(&bare, hook.notes), "event_name, trigger_name");
    draft.title = bare.first(&NAME);
    draft.name = bare.first(&["triggername", "eventname"]);
    draft.summary = bare.first(&["alertmessage", "eventopdata", "triggerdescription"]);
    draft.severity =
        Guess::first(Source::Zabbix.label(), bare.first(&SEVERITY).map(|word| Guess::on_scale("Zabbix's severity", &word, &SCALE)));
    draft.started_at = onset(&bare, hook.notes);
    draft.fingerprint = bare.first(&["eventid"]).map(|id| format!("event {id}"));
    draft.link("Event", bare.first(&["eventurl", "alerturl", "triggerurl", "zabbixurl", "url"]));
    label(&mut draft, &bare);
    Found::one(draft)
}

fn label(draft: &mut Draft, bare: &Bare) {
    let labels: [(&str, &[&str]); 6] = [
        ("host", &["hostname", "hosthost", "host", "eventhost"]),
        ("ip", &["hostip", "hostconn"]),
        ("groups", &["hostgroups", "hostgroup", "triggerhostgroupname"]),
        ("item", &["itemname", "itemname1"]),
        ("value", &["itemlastvalue", "itemlastvalue1", "itemvalue", "itemvalue1"]),
        ("trigger", &["triggerid"]),
    ];
    labels.into_iter().for_each(|(name, fields)| draft.label(name, bare.first(fields)));
    let tags = bare.first(&["eventtags", "triggertags"]).unwrap_or_default();
    tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()).take(50).for_each(|tag| draft.tag(tag));
    draft.service = ["service", "application", "Application", "component"].iter().find_map(|name| draft.labels.get(*name)).cloned();
}

/// `event_value` is 0 for a recovery; `event_update_status` tells of what a person wrote.
fn state(bare: &Bare, notes: &Notes) -> AlertState {
    let told = bare.first(&["eventvalue", "triggervalue", "eventstatus", "triggerstatus", "status"]);
    match told.as_deref().map(str::to_ascii_lowercase).as_deref() {
        Some("0" | "ok" | "resolved") => AlertState::Resolved,
        Some("1" | "problem") => AlertState::Firing,
        _ => {
            notes.add("Zabbix tells no state (event_value): read as firing");
            AlertState::Firing
        }
    }
}

fn onset(bare: &Bare, notes: &Notes) -> Option<chrono::DateTime<chrono::Utc>> {
    if let Some(at) = bare.first(&["eventclock", "eventtimestamp"]).and_then(|clock| when::instant(&clock)) {
        return Some(at);
    }
    let at = when::as_utc(&format!("{} {}", bare.first(&["eventdate"])?, bare.first(&["eventtime"])?))?;
    notes.add("Zabbix's date and time tell no zone: they are read as UTC");
    Some(at)
}
