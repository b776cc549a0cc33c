//! A `sitrep://declare` link: it fills a form, and never declares.

use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use sitrep_core::vocabulary::Severity;
use ts_rs::TS;

use crate::error::AlertError;
use crate::words;

/// Longer than what any browser hands over.
const BYTES: usize = 64 * 1024;
/// More parts than the form has fields.
const PARTS: usize = 64;

/// What a link puts into the declaration's form, each cleaned and bounded. It is what somebody wrote into a link: a person looks at
/// it and declares.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LinkFill {
    /// What is wrong.
    pub title: Option<String>,
    /// The severity.
    pub severity: Option<Severity>,
    /// The service.
    pub service: Option<String>,
    /// When it began, as written; the form reads it as if it were typed.
    pub started: Option<String>,
    /// Who is affected and how.
    pub impact: Option<String>,
    /// The runbook, http or https.
    pub runbook: Option<String>,
    /// An alert as text, for [`crate::read`].
    pub alert: Option<String>,
    /// What of the link was not taken, a sentence each.
    pub notes: Vec<String>,
}

/// Reads `sitrep://declare?title=…&severity=P1&service=…&started=…&impact=…&runbook=…&alert=…`.
///
/// # Errors
/// [`AlertError`] when it is another link, too long, or its alert cannot be read.
pub fn parse_link(url: &str) -> Result<LinkFill, AlertError> {
    if url.len() > BYTES {
        return Err(AlertError::LinkTooLong { most: BYTES });
    }
    let query = query(url.trim()).ok_or(AlertError::NotALink)?;
    let mut fill = LinkFill::default();
    for part in query.split('&').filter(|part| !part.is_empty()).take(PARTS) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        fill.take(&key.to_ascii_lowercase(), value)?;
    }
    Ok(fill)
}

/// What follows `sitrep://declare`; empty where nothing does.
fn query(url: &str) -> Option<&str> {
    const START: &str = "sitrep://declare";
    url.get(..START.len()).filter(|start| start.eq_ignore_ascii_case(START))?;
    let rest = url.get(START.len()..)?;
    let rest = rest.strip_prefix('/').unwrap_or(rest).split('#').next()?;
    if rest.is_empty() { Some("") } else { rest.strip_prefix('?') }
}

impl LinkFill {
    fn take(&mut self, key: &str, value: &str) -> Result<(), AlertError> {
        let text = decoded(&value.replace('+', " "));
        match key {
            "title" => self.title = words::line(&text, words::LINE),
            "service" => self.service = words::line(&text, words::LINE),
            "started" => self.started = words::line(&text, 64),
            "impact" => self.impact = words::lines(&text),
            "severity" => self.take_severity(&text),
            "runbook" => self.take_runbook(&text),
            "alert" => self.alert = Some(alert(value, &text)?),
            _ => self.note(format!("The link has '{}', which the form does not: it is left out", words::line(key, 40).unwrap_or_default())),
        }
        Ok(())
    }

    fn take_severity(&mut self, text: &str) {
        match text.parse() {
            Ok(severity) => self.severity = Some(severity),
            Err(_) => {
                let text = words::line(text, 40).unwrap_or_default();
                self.note(format!("The link's severity '{text}' is none of P0, P1, P2, P3: choose one"));
            }
        }
    }

    fn take_runbook(&mut self, text: &str) {
        self.runbook = words::web_address(text);
        if self.runbook.is_none() {
            self.note("The link's runbook is no http or https address: it is left out".to_owned());
        }
    }

    fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// JSON as it is, or base64 of either alphabet, padded or not, in which a `+` is no space.
fn alert(value: &str, text: &str) -> Result<String, AlertError> {
    if text.trim_start().starts_with(['{', '[', '"']) {
        return Ok(text.to_owned());
    }
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let bytes = decoded(value);
    let read = |alphabet| GeneralPurpose::new(alphabet, config).decode(bytes.trim()).ok();
    let bytes = read(&STANDARD).or_else(|| read(&URL_SAFE)).filter(|bytes| !bytes.is_empty());
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(AlertError::LinkAlert)
}
