//! The grammar of quick entry: a time at either end, a target, a verb, then text; all optional.

use chrono::{DateTime, TimeDelta, Utc};

use super::instant::{self, InstantError};
use crate::vocabulary::{
    EntryKind, FindingAbout, HypothesisState, MitigationState, Role, Severity, Status, UnknownFinding, UnknownRole, UnknownSeverity,
    UnknownStatus,
};

/// A line of quick entry, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickEntry {
    /// What to do.
    pub intent: Intent,
    /// When it happened (UTC), if the line says so.
    pub at: Option<DateTime<Utc>>,
    /// The token that gave the time, as typed.
    pub time_token: Option<String>,
    /// Part of a handle, from `#payments`.
    pub target: Option<String>,
}

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Nothing is typed yet.
    Nothing,
    /// Log an entry.
    Log {
        /// Note or decision.
        kind: EntryKind,
        /// The words.
        text: String,
    },
    /// Declare an incident from the rest of the line.
    Declare {
        /// `P1 Payments failing`.
        line: String,
    },
    /// Change the status.
    Status {
        /// To which.
        to: Status,
        /// Why, if given.
        reason: Option<String>,
    },
    /// Change the severity.
    Severity {
        /// To which.
        to: Severity,
        /// Why, if given.
        reason: Option<String>,
    },
    /// Give a role to somebody.
    Role {
        /// Which.
        role: Role,
        /// To whom, as `@name`.
        person: String,
    },
    /// Start a time-box.
    Timebox {
        /// How long.
        length: TimeDelta,
        /// What for.
        text: String,
    },
    /// Acknowledge.
    Acknowledge,
    /// Write down what a dashboard or a log shows.
    Finding {
        /// What it is about.
        about: FindingAbout,
        /// The words.
        text: String,
    },
    /// Write down what may be the cause.
    Hypothesis {
        /// What may be the cause.
        statement: String,
    },
    /// Say what became of a hypothesis.
    MoveHypothesis {
        /// To which state.
        to: HypothesisState,
        /// A part of its words; empty for the only one.
        part: String,
        /// The evidence, if given.
        because: Option<String>,
    },
    /// Start a mitigation.
    Mitigation {
        /// What is done.
        action: String,
    },
    /// Say what became of a mitigation.
    MoveMitigation {
        /// To which state.
        to: MitigationState,
        /// A part of its words; empty for the only one.
        part: String,
        /// What came of it, if seen.
        effect: Option<String>,
    },
}

/// Why a line cannot be done as typed. The text stays where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuickEntryError {
    /// The time was not taken.
    #[error(transparent)]
    Instant(#[from] InstantError),
    /// No such status.
    #[error(transparent)]
    Status(#[from] UnknownStatus),
    /// No such severity.
    #[error(transparent)]
    Severity(#[from] UnknownSeverity),
    /// No such role.
    #[error(transparent)]
    Role(#[from] UnknownRole),
    /// Nothing that a finding is about.
    #[error(transparent)]
    Finding(#[from] UnknownFinding),
    /// A verb that does not exist.
    #[error("there is no /{0}")]
    UnknownVerb(String),
    /// A verb whose words are missing.
    #[error("/{verb} needs {needs}")]
    Incomplete {
        /// The verb.
        verb: &'static str,
        /// What is missing.
        needs: &'static str,
    },
}

/// The verbs, each with its shape, for the hint under the field.
pub const VERBS: [(&str, &str); 15] = [
    ("declare", "/declare P1 title"),
    ("decision", "/decision text"),
    ("status", "/status mitigating"),
    ("severity", "/severity P0 reason"),
    ("role", "/role scribe @name"),
    ("timebox", "/timebox 10m what"),
    ("ack", "/ack"),
    ("finding", "/finding errors what it shows"),
    ("hypothesis", "/hypothesis what may be the cause"),
    ("testing", "/testing part of it"),
    ("ruledout", "/ruledout part of it: evidence"),
    ("confirmed", "/confirmed part of it: evidence"),
    ("mitigation", "/mitigation what you start"),
    ("done", "/done part of it: effect"),
    ("rolledback", "/rolledback part of it: effect"),
];

/// Reads a line at `now`.
///
/// # Errors
/// [`QuickEntryError`] names the part that cannot be done.
pub fn parse(line: &str, now: DateTime<Utc>) -> Result<QuickEntry, QuickEntryError> {
    let mut words: Vec<&str> = line.split_whitespace().collect();
    let (time_token, at) = take_time(&mut words, now)?;
    let target = take_target(&mut words);
    // The target may have hidden a time behind it: `rolled back -4m #payments`.
    let (time_token, at) = if at.is_none() { take_time(&mut words, now)? } else { (time_token, at) };
    let intent = intent(&words, line)?;
    Ok(QuickEntry { intent, at, time_token, target })
}

/// Takes a time off either end. Words that only resemble one (`-1`, `@ana`) are text.
fn take_time(words: &mut Vec<&str>, now: DateTime<Utc>) -> Result<(Option<String>, Option<DateTime<Utc>>), InstantError> {
    for first in [true, false] {
        let Some(word) = (if first { words.first() } else { words.last() }).copied() else { break };
        let Some(time) = time_token(word) else { continue };
        let at = instant::parse_past(time, now)?;
        if first {
            words.remove(0);
        } else {
            words.pop();
        }
        return Ok((Some(word.to_owned()), Some(at)));
    }
    Ok((None, None))
}

fn time_token(word: &str) -> Option<&str> {
    if let Some(length) = word.strip_prefix(['-', '\u{2212}']) {
        return instant::parse_length(length).map(|_| word);
    }
    let time = word.strip_prefix('@')?;
    time.starts_with(|c: char| c.is_ascii_digit()).then_some(time)
}

/// Takes `#payments` off either end. A `#` before digits alone, as in a ticket number, is text.
fn take_target(words: &mut Vec<&str>) -> Option<String> {
    let target = |word: &str| {
        let name = word.strip_prefix('#')?;
        let ticket = name.chars().all(|c| c.is_ascii_digit());
        (!ticket).then(|| name.strip_prefix("incident-").unwrap_or(name).to_owned())
    };
    if let Some(found) = words.first().and_then(|word| target(word)) {
        words.remove(0);
        return Some(found);
    }
    let found = words.last().and_then(|word| target(word))?;
    words.pop();
    Some(found)
}

fn intent(words: &[&str], line: &str) -> Result<Intent, QuickEntryError> {
    let Some(first) = words.first() else { return Ok(Intent::Nothing) };
    let Some(verb) = first.strip_prefix('/') else {
        return Ok(Intent::Log { kind: EntryKind::Note, text: verbatim(words, line) });
    };
    let rest = &words[1..];
    let reason = |from: usize| rest.get(from..).filter(|words| !words.is_empty()).map(|words| words.join(" "));
    let need = |index: usize, verb: &'static str, needs: &'static str| rest.get(index).ok_or(QuickEntryError::Incomplete { verb, needs });
    Ok(match verb.to_ascii_lowercase().as_str() {
        "declare" => {
            need(0, "declare", "a severity and a title, such as P1 Payments failing")?;
            Intent::Declare { line: rest.join(" ") }
        }
        "decision" => {
            need(0, "decision", "the decision")?;
            Intent::Log { kind: EntryKind::Decision, text: verbatim(rest, line) }
        }
        "status" => Intent::Status { to: need(0, "status", "a status, such as mitigating")?.parse()?, reason: reason(1) },
        "severity" => Intent::Severity { to: need(0, "severity", "a severity, P0 to P3")?.parse()?, reason: reason(1) },
        "role" => {
            let role = need(0, "role", "a role and a person, such as scribe @li")?.parse()?;
            Intent::Role { role, person: (*need(1, "role", "a person, such as @li")?).to_owned() }
        }
        "timebox" => {
            let length = need(0, "timebox", "a length and what for, such as 10m check the pool")?;
            let length =
                instant::parse_length(length).ok_or(QuickEntryError::Incomplete { verb: "timebox", needs: "a length such as 10m" })?;
            Intent::Timebox { length, text: reason(1).unwrap_or_else(|| "Time-box".to_owned()) }
        }
        "ack" => Intent::Acknowledge,
        "finding" => {
            let about = need(0, "finding", "what it is about, such as errors or latency")?.parse()?;
            need(1, "finding", "what it shows")?;
            Intent::Finding { about, text: verbatim(&rest[1..], line) }
        }
        "hypothesis" => {
            need(0, "hypothesis", "what may be the cause")?;
            Intent::Hypothesis { statement: verbatim(rest, line) }
        }
        "testing" => move_hypothesis(HypothesisState::Testing, &verbatim(rest, line)),
        "ruledout" => move_hypothesis(HypothesisState::RuledOut, &verbatim(rest, line)),
        "confirmed" => move_hypothesis(HypothesisState::Confirmed, &verbatim(rest, line)),
        "mitigation" => {
            need(0, "mitigation", "what you start")?;
            Intent::Mitigation { action: verbatim(rest, line) }
        }
        "done" => move_mitigation(MitigationState::Done, &verbatim(rest, line)),
        "rolledback" => move_mitigation(MitigationState::RolledBack, &verbatim(rest, line)),
        _ => return Err(QuickEntryError::UnknownVerb(verb.to_owned())),
    })
}

fn move_hypothesis(to: HypothesisState, words: &str) -> Intent {
    let (part, because) = with_reason(words);
    Intent::MoveHypothesis { to, part, because }
}

fn move_mitigation(to: MitigationState, words: &str) -> Intent {
    let (part, effect) = with_reason(words);
    Intent::MoveMitigation { to, part, effect }
}

/// `the pool: 20 of 200 used` is a part and what is said of it.
fn with_reason(words: &str) -> (String, Option<String>) {
    let (part, reason) = words.split_once(": ").or_else(|| Some((words.strip_suffix(':')?, ""))).unwrap_or((words, ""));
    (part.trim().to_owned(), Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty()))
}

/// The words with the spacing in which they were typed.
fn verbatim(words: &[&str], line: &str) -> String {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
    let offset = |part: &str| part.as_ptr() as usize - line.as_ptr() as usize;
    line.get(offset(first)..offset(last) + last.len()).unwrap_or_default().to_owned()
}
