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
        ("rolled back @14:38 UTC", note("rolled back"), Some(38), None),
        ("@14:38 UTC rolled back", note("rolled back"), Some(38), None),
        ("@15:38 CET rolled back", note("rolled back"), Some(38), None),
        ("@2:38pm rolled back", note("rolled back"), Some(38), None),
        ("@2:38 pm rolled back", note("rolled back"), Some(38), None),
        ("@18:38+04:00 rolled back", note("rolled back"), Some(38), None),
        ("@Nov 23 14:38 rolled back", note("rolled back"), Some(38), None),
        ("rolled back @today 14:38", note("rolled back"), Some(38), None),
        ("@10 minutes ago rolled back", note("rolled back"), Some(32), None),
        ("@14:38 local disk full", note("local disk full"), Some(38), None),
        ("@14:38 DB failed over", note("DB failed over"), Some(38), None),
        ("@14:38 25 pods restarted", note("25 pods restarted"), Some(38), None),
        ("@14:38 Mon is down", note("Mon is down"), Some(38), None),
        ("rolled back -10M", note("rolled back"), Some(32), None),
        ("@1password down", note("@1password down"), None, None),
        ("login fails with @1password", note("login fails with @1password"), None, None),
        ("@may be nothing", note("@may be nothing"), None, None),
        ("asked in #search", note("asked in #search"), None, None),
        ("posted it to #search", note("posted it to #search"), None, None),
        ("/decision asked in #search", Intent::Log { kind: EntryKind::Decision, text: "asked in #search".into() }, None, None),
        ("/healthz returns 500", note("/healthz returns 500"), None, None),
        ("/var/log full", note("/var/log full"), None, None),
        ("/var/log full -4m #payments", note("/var/log full"), Some(38), Some("payments")),
        ("/ two", note("/ two"), None, None),
        ("/dance", note("/dance"), None, None),
        ("", Intent::Nothing, None, None),
        ("   ", Intent::Nothing, None, None),
        ("/status mitigating", Intent::Status { to: Status::Mitigating, reason: None }, None, None),
        ("/status mitigating -10m", Intent::Status { to: Status::Mitigating, reason: None }, Some(32), None),
        ("-10m /status mitigating", Intent::Status { to: Status::Mitigating, reason: None }, Some(32), None),
        ("/ack @14:38", Intent::Acknowledge, Some(38), None),
        ("/STATUS Resolved no more errors", Intent::Status { to: Status::Resolved, reason: Some("no more errors".into()) }, None, None),
        ("/severity P0 all regions now", severity(Severity::P0, None, Some("all regions now")), None, None),
        ("/severity P3 got better: errors gone", severity(Severity::P3, Some(Lowering::GotBetter), Some("errors gone")), None, None),
        ("/severity P3 Never-was, a test", severity(Severity::P3, Some(Lowering::NeverWas), Some("a test")), None, None),
        ("/severity P3 never wasted time", severity(Severity::P3, None, Some("never wasted time")), None, None),
        ("/severity P3 got better", severity(Severity::P3, Some(Lowering::GotBetter), None), None, None),
        ("/role scribe @li", Intent::Role { role: Role::Scribe, person: "@li".into() }, None, None),
        ("/role tech lead @li", Intent::Role { role: Role::TechnicalLead, person: "@li".into() }, None, None),
        ("/role tech lead Li Wei", Intent::Role { role: Role::TechnicalLead, person: "Li Wei".into() }, None, None),
        ("/role Incident Commander: @ana -4m", Intent::Role { role: Role::IncidentCommander, person: "@ana".into() }, Some(38), None),
        ("/role comms lead @bo", Intent::Role { role: Role::CommunicationsLead, person: "@bo".into() }, None, None),
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
        ("/role tech lead", "/role needs a person"),
        ("rolled back @16:00", "in the future"),
        ("@25:99 rolled back", "'25:99' is not a time"),
        ("@14:38 IST rolled back", "IST is several zones"),
        ("rolled back @14:38 IST", "IST is several zones"),
    ] {
        let said = parse(line, WallClock::utc(at(42))).map_err(|error| error.to_string());
        assert!(said.as_ref().is_err_and(|error| error.contains(part)), "{line}: {said:?}");
    }
}

#[test]
fn a_verb_that_is_none_is_told_and_a_path_is_not() {
    let unknown = |line: &str| parse(line, WallClock::utc(at(42))).map(|read| read.unknown_verb);
    for (line, verb) in [
        ("/dance", Some("dance")),
        ("/healthz returns 500", Some("healthz")),
        ("/var/log full", None),
        ("/ack", None),
        ("dance", None),
        ("/", None),
    ] {
        assert_eq!(unknown(line), Ok(verb.map(str::to_owned)), "{line}");
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
