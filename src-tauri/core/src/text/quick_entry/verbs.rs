//! The verbs, in one table: the name of each, its shape, and what reads the words behind it.

use super::entry::Intent;
use super::error::QuickEntryError;
use crate::text::{instant, is_blank};
use crate::vocabulary::{EntryKind, HypothesisState, Lowering, MitigationState, Role};

/// No role has more words.
const ROLE_WORDS: usize = 2;

type Read = Result<Intent, QuickEntryError>;

pub(super) struct Verb {
    name: &'static str,
    shape: &'static str,
    pub(super) read: fn(&Words<'_>) -> Read,
}

static TABLE: [Verb; 16] = [
    Verb { name: "declare", shape: "/declare P1 title", read: declare },
    Verb { name: "decision", shape: "/decision text", read: decision },
    Verb { name: "status", shape: "/status mitigating", read: status },
    Verb { name: "severity", shape: "/severity P0 reason, or P3 got better: reason", read: severity },
    Verb { name: "security", shape: "/security, or /security no why", read: |words| Ok(security(words)) },
    Verb { name: "role", shape: "/role scribe @name", read: role },
    Verb { name: "timebox", shape: "/timebox 10m what", read: timebox },
    Verb { name: "ack", shape: "/ack", read: |_| Ok(Intent::Acknowledge) },
    Verb { name: "finding", shape: "/finding errors what it shows", read: finding },
    Verb { name: "hypothesis", shape: "/hypothesis what may be the cause", read: hypothesis },
    Verb { name: "testing", shape: "/testing part of it", read: |words| move_hypothesis(HypothesisState::Testing, words) },
    Verb { name: "ruledout", shape: "/ruledout part of it: evidence", read: |words| move_hypothesis(HypothesisState::RuledOut, words) },
    Verb { name: "confirmed", shape: "/confirmed part of it: evidence", read: |words| move_hypothesis(HypothesisState::Confirmed, words) },
    Verb { name: "mitigation", shape: "/mitigation what you start", read: mitigation },
    Verb { name: "done", shape: "/done part of it: effect", read: |words| move_mitigation(MitigationState::Done, words) },
    Verb { name: "rolledback", shape: "/rolledback part of it: effect", read: |words| move_mitigation(MitigationState::RolledBack, words) },
];

/// The verbs, each with its shape, for a hint beside the line.
pub static VERBS: [(&str, &str); TABLE.len()] = {
    let mut verbs = [("", ""); TABLE.len()];
    let mut at = 0;
    while at < TABLE.len() {
        verbs[at] = (TABLE[at].name, TABLE[at].shape);
        at += 1;
    }
    verbs
};

/// Some words of a line.
pub(super) struct Words<'l> {
    pub(super) words: &'l [&'l str],
    pub(super) line: &'l str,
}

impl<'l> Words<'l> {
    /// The word at a place, which the verb cannot do without.
    fn need(&self, at: usize, verb: &'static str, needs: &'static str) -> Result<&'l str, QuickEntryError> {
        self.words.get(at).copied().ok_or(QuickEntryError::Incomplete { verb, needs })
    }

    /// The words from a place on, with one space between them; none where there are none.
    fn reason(&self, from: usize) -> Option<String> {
        self.words.get(from..).filter(|words| !words.is_empty()).map(|words| words.join(" "))
    }

    /// The words from a place on, with the spacing in which they were typed.
    pub(super) fn from(&self, at: usize) -> String {
        let words = self.words.get(at..).unwrap_or_default();
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
        let offset = |word: &str| word.as_ptr() as usize - self.line.as_ptr() as usize;
        self.line.get(offset(first)..offset(last) + last.len()).unwrap_or_default().to_owned()
    }
}

/// The verb of a name, in capitals or not.
pub(super) fn verb_named(name: &str) -> Option<&'static Verb> {
    TABLE.iter().find(|verb| name.eq_ignore_ascii_case(verb.name))
}

fn declare(words: &Words<'_>) -> Read {
    words.need(0, "declare", "a severity and a title, such as P1 Payments failing")?;
    Ok(Intent::Declare { line: words.words.join(" ") })
}

fn decision(words: &Words<'_>) -> Read {
    words.need(0, "decision", "the decision")?;
    Ok(Intent::Log { kind: EntryKind::Decision, text: words.from(0) })
}

fn status(words: &Words<'_>) -> Read {
    Ok(Intent::Status { to: words.need(0, "status", "a status, such as mitigating")?.parse()?, reason: words.reason(1) })
}

fn severity(words: &Words<'_>) -> Read {
    let to = words.need(0, "severity", "a severity, P0 to P3")?.parse()?;
    let said = words.reason(1).unwrap_or_default();
    let (lowering, reason) = split_lowering(&said);
    Ok(Intent::Severity { to, lowering, reason: Some(reason.to_owned()).filter(|reason| !reason.is_empty()) })
}

/// `got better: errors are gone` is which lowering it is, and why.
fn split_lowering(said: &str) -> (Option<Lowering>, &str) {
    for (words, lowering) in [("got better", Lowering::GotBetter), ("never was", Lowering::NeverWas)] {
        let begins = [words.to_owned(), words.replace(' ', "-")].into_iter().find_map(|words| {
            let head = said.get(..words.len())?;
            head.eq_ignore_ascii_case(&words).then(|| &said[words.len()..])
        });
        if let Some(rest) = begins.filter(|rest| !rest.starts_with(char::is_alphanumeric)) {
            return (Some(lowering), rest.trim_start_matches(|c: char| c.is_whitespace() || ":,;.".contains(c)));
        }
    }
    (None, said)
}

fn security(words: &Words<'_>) -> Intent {
    let denied = words.words.first().is_some_and(|word| word.eq_ignore_ascii_case("no"));
    Intent::Security { is_one: !denied, reason: words.reason(1).filter(|_| denied) }
}

fn role(words: &Words<'_>) -> Read {
    let first = words.need(0, "role", "a role and a person, such as scribe @li")?;
    let (role, person_at) = longest_role(words.words).map_or_else(|| first.parse().map(|role| (role, 1)), Ok)?;
    words.need(person_at, "role", "a person, such as @li")?;
    let rest = words.from(person_at);
    let mut named = rest.split_whitespace().filter(|word| word.starts_with('@'));
    match (named.next(), named.next()) {
        (_, Some(_)) => Err(QuickEntryError::Incomplete { verb: "role", needs: "one person, such as @li" }),
        (Some(one), None) => Ok(Intent::Role { role, person: one.to_owned() }),
        (None, None) => Ok(Intent::Role { role, person: rest }),
    }
}

/// The role that the first words name, `tech lead` rather than `tech`, and how many they are.
fn longest_role(words: &[&str]) -> Option<(Role, usize)> {
    let named = |count: usize| words.get(..count)?.join(" ").trim_end_matches(':').parse().ok();
    (1..=ROLE_WORDS).rev().find_map(|count| Some((named(count)?, count)))
}

fn timebox(words: &Words<'_>) -> Read {
    let length = words.need(0, "timebox", "a length and what for, such as 10m check the pool")?;
    let length = instant::parse_length(length).ok_or(QuickEntryError::Incomplete { verb: "timebox", needs: "a length such as 10m" })?;
    Ok(Intent::Timebox { length, text: words.reason(1).unwrap_or_else(|| "Time-box".to_owned()) })
}

fn finding(words: &Words<'_>) -> Read {
    let about = words.need(0, "finding", "what it is about, such as errors or latency")?.parse()?;
    words.need(1, "finding", "what it shows")?;
    Ok(Intent::Finding { about, text: words.from(1) })
}

fn hypothesis(words: &Words<'_>) -> Read {
    words.need(0, "hypothesis", "what may be the cause")?;
    Ok(Intent::Hypothesis { statement: words.from(0) })
}

fn mitigation(words: &Words<'_>) -> Read {
    words.need(0, "mitigation", "what you start")?;
    Ok(Intent::Mitigation { action: words.from(0) })
}

fn move_hypothesis(to: HypothesisState, words: &Words<'_>) -> Read {
    let (part, because) = split_reason(&words.from(0));
    Ok(Intent::MoveHypothesis { to, part, because })
}

fn move_mitigation(to: MitigationState, words: &Words<'_>) -> Read {
    let (part, effect) = split_reason(&words.from(0));
    Ok(Intent::MoveMitigation { to, part, effect })
}

/// `the pool: 20 of 200 used` is a part of something's words, and what is said of it.
fn split_reason(words: &str) -> (String, Option<String>) {
    let (part, reason) = words.split_once(": ").or_else(|| Some((words.strip_suffix(':')?, ""))).unwrap_or((words, ""));
    (part.trim().to_owned(), Some(reason.trim().to_owned()).filter(|reason| !is_blank(reason)))
}
