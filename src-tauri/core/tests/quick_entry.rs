//! The grammar of quick entry, as a table.

mod support;

use chrono::TimeDelta;
use proptest::prelude::*;
use sitrep_core::text::quick_entry::parse;
use sitrep_core::text::{Intent, QuickEntryError, WallClock, as_seen};
use sitrep_core::vocabulary::{EntryKind, FindingAbout, HypothesisState, Lowering, MitigationState, Role, Severity, Status};
use support::at;

fn note(text: &str) -> Intent {
    Intent::Log { kind: EntryKind::Note, text: text.into() }
}

fn moved(to: HypothesisState, part: &str, because: Option<&str>) -> Intent {
    Intent::MoveHypothesis { to, part: part.into(), because: because.map(str::to_owned) }
}

fn done(to: MitigationState, part: &str, effect: Option<&str>) -> Intent {
    Intent::MoveMitigation { to, part: part.into(), effect: effect.map(str::to_owned) }
}

fn severity(to: Severity, lowering: Option<Lowering>, reason: Option<&str>) -> Intent {
    Intent::Severity { to, lowering, reason: reason.map(ToOwned::to_owned) }
}

#[test]
fn lines_are_read_as_meant() -> Result<(), QuickEntryError> {
    for (line, intent, minute, target) in [
        ("rolled back payments-api to v312", note("rolled back payments-api to v312"), None, None),
        ("rolled back payments-api to v312 -4m", note("rolled back payments-api to v312"), Some(38), None),
        ("-4m rolled back", note("rolled back"), Some(38), None),
        ("@14:38 rolled back", note("rolled back"), Some(38), None),
        ("rolled back @14:38", note("rolled back"), Some(38), None),
        ("rolled back -4m #payments", note("rolled back"), Some(38), Some("payments")),
        ("#payments rolled back -4m", note("rolled back"), Some(38), Some("payments")),
        ("#incident-2026-11-23-payments rolled back", note("rolled back"), None, Some("2026-11-23-payments")),
        ("see #4711", note("see #4711"), None, None),
        ("asked @ana", note("asked @ana"), None, None),
        ("replicas at -1", note("replicas at -1"), None, None),
        ("two  spaces   kept", note("two  spaces   kept"), None, None),
        ("", Intent::Nothing, None, None),
        ("   ", Intent::Nothing, None, None),
        ("/status mitigating", Intent::Status { to: Status::Mitigating, reason: None }, None, None),
        ("/STATUS Resolved no more errors", Intent::Status { to: Status::Resolved, reason: Some("no more errors".into()) }, None, None),
        ("/severity P0 all regions now", severity(Severity::P0, None, Some("all regions now")), None, None),
        ("/severity P3 got better: errors gone", severity(Severity::P3, Some(Lowering::GotBetter), Some("errors gone")), None, None),
        ("/severity P3 Never-was, a test", severity(Severity::P3, Some(Lowering::NeverWas), Some("a test")), None, None),
        ("/severity P3 never wasted time", severity(Severity::P3, None, Some("never wasted time")), None, None),
        ("/severity P3 got better", severity(Severity::P3, Some(Lowering::GotBetter), None), None, None),
        ("/role scribe @li", Intent::Role { role: Role::Scribe, person: "@li".into() }, None, None),
        ("/role scribe Li Wei", Intent::Role { role: Role::Scribe, person: "Li Wei".into() }, None, None),
        ("/role scribe @li until noon", Intent::Role { role: Role::Scribe, person: "@li".into() }, None, None),
        ("/decision no failover", Intent::Log { kind: EntryKind::Decision, text: "no failover".into() }, None, None),
        ("/declare P1 Search down", Intent::Declare { line: "P1 Search down".into() }, None, None),
        ("/timebox 10m read the logs", Intent::Timebox { length: TimeDelta::minutes(10), text: "read the logs".into() }, None, None),
        ("/ack", Intent::Acknowledge, None, None),
        ("/hypothesis the pool is too small -4m", Intent::Hypothesis { statement: "the pool is too small".into() }, Some(38), None),
        (
            "/finding stack-trace  NullPointer in Pay #payments",
            Intent::Finding { about: FindingAbout::StackTrace, text: "NullPointer in Pay".into() },
            None,
            Some("payments"),
        ),
        ("/testing pool", moved(HypothesisState::Testing, "pool", None), None, None),
        ("/ruledout provider: its page: green", moved(HypothesisState::RuledOut, "provider", Some("its page: green")), None, None),
        ("/confirmed", moved(HypothesisState::Confirmed, "", None), None, None),
        ("/mitigation roll back #payments", Intent::Mitigation { action: "roll back".into() }, None, Some("payments")),
        ("/done roll: errors fall", done(MitigationState::Done, "roll", Some("errors fall")), None, None),
        ("/rolledback flag:", done(MitigationState::RolledBack, "flag", None), None, None),
    ] {
        let read = parse(line, WallClock::utc(at(42)))?;
        assert_eq!(read.intent, intent, "{line}");
        assert_eq!(read.at, minute.map(at), "{line}");
        assert_eq!(read.target.as_deref(), target, "{line}");
    }
    Ok(())
}

#[test]
fn what_cannot_be_done_is_named() {
    for (line, part) in [
        ("/status", "/status needs"),
        ("/status sleeping", "'sleeping' is not a status"),
        ("/severity P7", "'P7' is not a severity"),
        ("/role scribe", "/role needs a person"),
        ("/role scribe @li @bo", "/role needs one person"),
        ("/role king @li", "'king' is not a role"),
        ("/timebox soon read", "/timebox needs a length"),
        ("/decision", "/decision needs"),
        ("/finding weather rain", "'weather' is nothing that a finding is about"),
        ("/finding errors", "/finding needs what it shows"),
        ("/dance", "there is no /dance"),
        ("rolled back @16:00", "in the future"),
    ] {
        let said = parse(line, WallClock::utc(at(42))).map_err(|error| error.to_string());
        assert!(said.as_ref().is_err_and(|error| error.contains(part)), "{line}: {said:?}");
    }
}

proptest! {
    /// Whatever is typed is either read or refused; plain words are never lost.
    #[test]
    fn any_line_is_read_or_refused(line in "\\PC{0,200}") {
        if let Ok(read) = parse(&line, WallClock::utc(at(42)))
            && let Intent::Log { text, .. } = read.intent
        {
            prop_assert!(as_seen(&line).contains(&text));
        }
    }
}
