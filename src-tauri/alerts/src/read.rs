//! From a text to a reading: the JSON in it, whose it is, and what it says.

use serde_json::Value;
use sitrep_core::text::is_blank;

use crate::alert::{Alert, Reading};
use crate::envelope::{self, Documents};
use crate::error::AlertError;
use crate::fields::Notes;
use crate::mappings::Mappings;
use crate::sources::{self, Found};

/// Longer than any notification; more is a log.
const BYTES: usize = 8_000_000;
/// More alerts than one incident has.
const ALERTS: usize = 1_000;
/// A longer text is not looked through for something to see.
const HEAD: usize = 4_096;

/// Reads the alerts in a text that a person pasted. A mapping of the team comes before the built-in sources.
///
/// # Errors
/// [`AlertError`] with what is wrong or missing when the text holds no alert.
pub fn read(text: &str, mappings: &Mappings) -> Result<Reading, AlertError> {
    if text.len() > BYTES {
        return Err(AlertError::TooLong { bytes: text.len(), most: BYTES });
    }
    if text.len() <= HEAD && is_blank(text) {
        return Err(AlertError::Empty);
    }
    let notes = Notes::default();
    let found = match as_text(text, &notes) {
        Some(found) => found,
        None => from_json(envelope::documents(text)?, mappings, &notes)?,
    };
    reading(found, notes)
}

/// Whether a text is what a known source surely sent: JSON of a known shape from its first letter on, or a mail of Nagios. Prose and
/// logs, also of JSON lines, are none.
#[must_use]
pub fn looks_like_alert(text: &str) -> bool {
    let bare = text.trim_start_matches('\u{feff}').trim_start();
    if text.len() > BYTES {
        return false;
    }
    if !begins_as_json(bare) {
        return sources::knows_text(bare);
    }
    let known = |found: Documents| !found.values.is_empty() && found.values.iter().all(sources::surely_knows);
    envelope::documents(bare).is_ok_and(known)
}

/// JSON, in a fence of a chat, or the body of a request; `[FIRING:1]` is none.
fn begins_as_json(text: &str) -> bool {
    let is_list = || text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', '[', ']', '"']));
    text.starts_with(['{', '"']) || is_list() || text.starts_with("```") || text.starts_with("POST /")
}

fn as_text(text: &str, notes: &Notes) -> Option<Found> {
    let bare = text.trim_start_matches('\u{feff}').trim_start();
    if begins_as_json(bare) { None } else { sources::read_text(bare, notes) }
}

fn from_json(documents: Documents, mappings: &Mappings, notes: &Notes) -> Result<Found, AlertError> {
    if let Some(rest) = documents.rest {
        notes.add(format!("What follows is not read. {rest}"));
    }
    let Some(first) = documents.values.first() else { return Err(AlertError::NotAnAlert) };
    let unknown = sources::unknown(first);
    let mut all = Found::default();
    for value in &documents.values {
        let mapped = mappings.read(value, notes).or_else(|| in_sns(value, mappings, notes));
        match mapped.or_else(|| sources::read_value(value, notes)) {
            Some(found) => all.join(found),
            None if documents.values.len() > 1 => notes.add("A part of this text is JSON of no source Sitrep knows: it is left out"),
            None => {}
        }
    }
    all.refusals.push(unknown);
    Ok(all)
}

/// What a mapping reads in the JSON that SNS carries.
fn in_sns(value: &Value, mappings: &Mappings, notes: &Notes) -> Option<Found> {
    sources::carried_by_sns(value).iter().find_map(|inner| mappings.read(inner, notes))
}

fn reading(found: Found, notes: Notes) -> Result<Reading, AlertError> {
    let Found { drafts, cut_off, mut refusals } = found;
    let count = drafts.len();
    let mut alerts: Vec<Alert> = Vec::new();
    for draft in drafts.into_iter().take(ALERTS) {
        match draft.finish(&notes) {
            Ok(alert) => alerts.push(alert),
            Err(error) => {
                notes.add(format!("{error}: it is left out"));
                refusals.insert(0, error);
            }
        }
    }
    if alerts.is_empty() {
        return Err(refusals.into_iter().next().unwrap_or(AlertError::NotAnAlert));
    }
    if count > ALERTS {
        notes.add(format!("Only the first {ALERTS} of {count} alerts are read"));
    }
    if cut_off > 0 {
        notes.add(format!("The sender left out {cut_off} more alerts: the first may have begun earlier than these say"));
    }
    Ok(Reading { alerts, cut_off, notes: notes.all() })
}
