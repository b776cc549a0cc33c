//! What an event says on the timeline.

use chrono::{DateTime, TimeDelta, Utc};

use super::kind::TimelineKind;
use crate::event::{ActionChange, AlertTaken, EventBody, RunMove, RunbookBegun, UpdateSent};
use crate::incident::ScheduledReview;
use crate::text::duration;
use crate::vocabulary::{
    ActionOutcome, DeadlineKind, EntryKind, HypothesisState, Lowering, Severity, SeverityCause, Status, VerificationCheck, WITHOUT_WORDS,
};

pub(super) const START_SET: &str = "Start set to ";

/// What an event says on the timeline; `None` for one that only amends another.
pub(in crate::documents) fn words(body: &EventBody, at: DateTime<Utc>) -> Option<(TimelineKind, String)> {
    let because = |reason: &Option<String>| reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    Some(match body {
        EventBody::Declared { severity, title, started_at, security, .. } => {
            let because = security.as_ref().map(|reason| format!(" ({})", reason.in_brief())).unwrap_or_default();
            (TimelineKind::Declared, format!("{}{because}", declared_words(*severity, title, *started_at, at)))
        }
        EventBody::Entry { entry, text, .. } => (entry_kind(*entry), if text.is_empty() { WITHOUT_WORDS.to_owned() } else { text.clone() }),
        EventBody::EntryAmended { .. }
        | EventBody::EntryRemoved
        | EventBody::EntryRestored
        | EventBody::FindingRemoved
        | EventBody::ReviewEdited(_) => return None,
        EventBody::FromNewer { kind } => (TimelineKind::FromNewer, format!("Recorded by a newer Sitrep, which can show it ({kind})")),
        EventBody::TitleChanged { to, .. } => (TimelineKind::Note, format!("Title changed to: {to}")),
        EventBody::StartChanged { to, .. } => (TimelineKind::Clock, format!("{START_SET}{}", duration::clock_time(*to, at))),
        EventBody::StatusChanged { from: Status::Resolved, to, reason } => {
            (TimelineKind::Status, format!("Reopened, {to}{}", because(reason)))
        }
        EventBody::StatusChanged { to, reason, .. } => (TimelineKind::Status, format!("{to}{}", because(reason))),
        EventBody::SeverityChanged { from, to, reason, cause, lowering } => {
            let raised = to.is_worse_than(*from);
            let verb = match (raised, cause) {
                (true, SeverityCause::Automatic) => "Escalated by policy:",
                (true, _) => "Escalated",
                (false, _) => "Downgraded",
            };
            let which = if !raised && *lowering == Lowering::NeverWas { format!(", {}", lowering.label()) } else { String::new() };
            (TimelineKind::Severity, format!("{verb} {from} to {to}{which}{}", because(reason)))
        }
        EventBody::SeverityReasoned { severity, reasoning } => (TimelineKind::Severity, format!("{severity} because {reasoning}")),
        EventBody::SecurityAsked { words, of } => (TimelineKind::Severity, format!("Is it a security matter? '{words}' may tell of {of}")),
        EventBody::SecurityFound { because } => (TimelineKind::Severity, because.explain()),
        EventBody::SecurityDenied { words, reason } => {
            let about = words.as_ref().map(|words| format!(" ('{words}')")).unwrap_or_default();
            (TimelineKind::Severity, format!("No security matter{about}{}", because(reason)))
        }
        EventBody::RoleChanged { role, to: Some(person), from: None } => (TimelineKind::Role, format!("{} {person}", role.label())),
        EventBody::RoleChanged { role, to: Some(person), from: Some(before) } => {
            (TimelineKind::Role, format!("{} handed from {before} to {person}", role.label()))
        }
        EventBody::RoleChanged { role, to: None, .. } => (TimelineKind::Role, format!("{} unassigned", role.label())),
        EventBody::DebuggingExplained { person, reason } => (TimelineKind::Role, format!("{person} commands and debugs: {reason}")),
        EventBody::ImpactAnswered { question, answer } => (TimelineKind::Impact, format!("{} {answer}", question.prompt())),
        EventBody::Detected { by } => (TimelineKind::Impact, by.sentence().to_owned()),
        EventBody::Notified { who, done: true } => (TimelineKind::People, format!("Notified {who}")),
        EventBody::Notified { who, done: false } => (TimelineKind::People, format!("Not yet notified: {who}")),
        EventBody::Acknowledged => (TimelineKind::People, "Acknowledged".to_owned()),
        EventBody::ChannelNamed { name, link, bridge } => (TimelineKind::People, channel_words(name, link, bridge)),
        EventBody::TicketNoted { number, assignee } => (TimelineKind::People, ticket_words(number, assignee)),
        EventBody::ChannelOpened => (TimelineKind::People, "Channel opened".to_owned()),
        EventBody::UpdateSent(sent) => (TimelineKind::Update, sent_words(sent)),
        EventBody::UpdateTakenBack => (TimelineKind::Update, "Last copied update was not sent".to_owned()),
        EventBody::Snoozed { until: Some(until), not_yet: true, reason, .. } => {
            let asked_again = duration::clock_time(*until, at);
            (TimelineKind::Clock, format!("Not escalated yet{} (asked again at {asked_again})", because(reason)))
        }
        EventBody::Snoozed { deadline, until, reason, .. } => (TimelineKind::Clock, snooze_words(*deadline, *until, at, reason)),
        EventBody::Withdrawn { reason, into: Some(_) } => (TimelineKind::Declared, format!("Merged: {reason}")),
        EventBody::Withdrawn { reason, into: None } => (TimelineKind::Declared, format!("Withdrawn, it was no incident: {reason}")),
        EventBody::BroughtBack => (TimelineKind::Declared, "Brought back: it is an incident after all".to_owned()),
        EventBody::Backfilled { source } => (TimelineKind::Declared, format!("Read from what was written of it: {source}")),
        EventBody::EscalationStopped { reason } => (TimelineKind::Clock, format!("Automatic escalation stopped: {reason}")),
        EventBody::EscalationResumed => (TimelineKind::Clock, "Automatic escalation is on again".to_owned()),
        EventBody::TimeboxSet { text, until } => (TimelineKind::Clock, format!("{text}, back by {}", duration::clock_time(*until, at))),
        EventBody::TimeboxClosed => (TimelineKind::Clock, "Time-box closed".to_owned()),
        EventBody::VerificationChecked { check, done: true } => (TimelineKind::Verification, format!("Checked: {}", check.label())),
        EventBody::VerificationChecked { check, done: false } => (TimelineKind::Verification, format!("Unchecked: {}", check.label())),
        EventBody::CheckEvidenceAdded { check: check @ VerificationCheck::QuietTime, text, .. } => {
            (TimelineKind::Verification, format!("{}: {text}", check.label()))
        }
        EventBody::CheckEvidenceAdded { check, text, .. } => (TimelineKind::Verification, format!("Checked: {} ({text})", check.label())),
        EventBody::StayedQuiet => (TimelineKind::Verification, "Stayed quiet: no recurrence".to_owned()),
        EventBody::PolicyChanged { changes } => {
            let words: Vec<String> = changes.iter().map(ToString::to_string).collect();
            (TimelineKind::Clock, format!("Policy changed: {}", words.join("; ")))
        }
        EventBody::ClockSet { millis } => (TimelineKind::Clock, clock_words(TimeDelta::milliseconds(*millis))),
        EventBody::FindingAdded { .. }
        | EventBody::ChangeNoted { .. }
        | EventBody::ChangeMarked { .. }
        | EventBody::DeployQuestionAnswered { .. }
        | EventBody::StepMoved { .. }
        | EventBody::HypothesisAdded { .. }
        | EventBody::HypothesisMoved { .. }
        | EventBody::HypothesisAssigned { .. }
        | EventBody::EvidenceAdded { .. } => return investigated(body, at),
        EventBody::MitigationAdded { action, state, service, .. } => {
            (TimelineKind::Mitigation, format!("Mitigation {}: {action}{}", state.label(), in_brackets(service.as_ref())))
        }
        EventBody::MitigationMoved { action, to, effect, helped, .. } => {
            let became = match helped {
                Some(true) => "helped",
                Some(false) => "did not help",
                None => to.label(),
            };
            (TimelineKind::Mitigation, format!("Mitigation {became}: {action}{}", in_brackets(effect.as_ref())))
        }
        EventBody::RunbookBegun(begun) => (TimelineKind::Runbook, format!("Runbook begun: {}{}", begun.title, version(begun))),
        EventBody::RunbookMoved { runbook, moved } => (TimelineKind::Runbook, run_words(runbook, moved)?),
        EventBody::AlertTaken(alert) => (TimelineKind::Alert, alert_words(alert, at)),
        EventBody::AlertRecovered { title, at: told } => {
            let when = told.map(|told| format!(" at {}", duration::clock_time(told, at))).unwrap_or_default();
            (TimelineKind::Alert, format!("Recovered{when}: {title}"))
        }
        EventBody::CommandRun(run) => (TimelineKind::Command, run.words()),
        EventBody::ChecklistTicked { line, done: true } => (TimelineKind::Verification, format!("Checklist: {line}")),
        EventBody::ChecklistTicked { line, done: false } => (TimelineKind::Verification, format!("Checklist, open again: {line}")),
        EventBody::ReviewScheduled { at, with } => {
            (TimelineKind::Review, format!("Review scheduled for {}", ScheduledReview { at: *at, with: with.clone() }))
        }
        EventBody::ReviewAsked => (TimelineKind::Review, "Review written, others are asked to read it".to_owned()),
        EventBody::ReviewPublished => (TimelineKind::Review, "Review complete".to_owned()),
        EventBody::ReviewCompleted { written } => (TimelineKind::Review, format!("Review complete: {written}")),
        EventBody::ReviewReopened { reason } => (TimelineKind::Review, format!("Review open again: {reason}")),
        EventBody::ActionAdded { text, owner, due, .. } => {
            let owner = owner.as_ref().map(|owner| format!("{owner}, ")).unwrap_or_default();
            let due = due.map_or_else(|| "no date".to_owned(), |due| format!("due {due}"));
            (TimelineKind::Review, format!("Action item: {text} ({owner}{due})"))
        }
        EventBody::ActionAssigned { text, owner } => {
            (TimelineKind::Review, format!("Action item of {}: {text}", owner.as_deref().unwrap_or("nobody")))
        }
        EventBody::ActionChanged { text, change } => (TimelineKind::Review, changed_words(text, change)),
        EventBody::ActionClosed { text, outcome: ActionOutcome::Done } => (TimelineKind::Review, format!("Action item done: {text}")),
        EventBody::ActionClosed { text, outcome: ActionOutcome::Dropped { reason } } => {
            (TimelineKind::Review, format!("Action item dropped: {text} ({reason})"))
        }
    })
}

fn changed_words(text: &str, change: &ActionChange) -> String {
    match change {
        ActionChange::Text { to } => format!("Action item, in other words: {to}"),
        ActionChange::Priority { to } => format!("Action item, {} priority: {text}", to.label().to_lowercase()),
        ActionChange::Kind { to: Some(to) } => format!("Action item to {}: {text}", to.label().to_lowercase()),
        ActionChange::Kind { to: None } => format!("Action item of no kind: {text}"),
        ActionChange::Due { to: Some(to) } => format!("Action item due {to}: {text}"),
        ActionChange::Due { to: None } => format!("Action item without a date: {text}"),
        ActionChange::Started { started: true } => format!("Action item in progress: {text}"),
        ActionChange::Started { started: false } => format!("Action item not in progress: {text}"),
        ActionChange::Reopened { reason } => format!("Action item open again: {text} ({reason})"),
    }
}

fn version(begun: &RunbookBegun) -> String {
    in_brackets(begun.version.as_ref().map(|version| format!("version {version}")).as_ref())
}

/// What happened in a run; nothing of what only fills it in.
fn run_words(runbook: &str, moved: &RunMove) -> Option<String> {
    match moved {
        RunMove::Step { number, step, to, note, .. } => Some(format!("Step {number} {}: {step}{}", to.label(), in_brackets(note.as_ref()))),
        RunMove::Ended { how, note } => Some(format!("Runbook {}: {runbook}{}", how.label(), in_brackets(note.as_ref()))),
        RunMove::Value { .. } | RunMove::Prerequisite { .. } | RunMove::Alternative { .. } => None,
    }
}

fn alert_words(alert: &AlertTaken, at: DateTime<Utc>) -> String {
    let since = alert.started_at.map(|since| format!(", firing since {}", duration::clock_time(since, at))).unwrap_or_default();
    format!("Alert: {} ({}{since})", alert.title, alert.source)
}

fn ticket_words(number: &Option<String>, assignee: &Option<String>) -> String {
    let ticket = number.as_deref().map_or_else(|| "No ticket".to_owned(), |number| format!("Ticket {number}"));
    format!("{ticket}, assigned to {}", assignee.as_deref().unwrap_or("nobody"))
}

fn channel_words(name: &Option<String>, link: &Option<String>, bridge: &Option<String>) -> String {
    let told = [("Channel", name), ("Link", link), ("Bridge", bridge)];
    let told: Vec<String> = told.into_iter().filter_map(|(what, said)| Some(format!("{what}: {}", said.as_ref()?))).collect();
    if told.is_empty() { "Channel as usual, no bridge".to_owned() } else { told.join(", ") }
}

fn clock_words(by: TimeDelta) -> String {
    let length = duration::prose(by.abs() + TimeDelta::seconds(30));
    if by < TimeDelta::zero() {
        format!("The clock was set back {length}; times before are told by the clock as it is now")
    } else {
        format!("The clock was set forward {length}")
    }
}

fn entry_kind(entry: EntryKind) -> TimelineKind {
    match entry {
        EntryKind::Note => TimelineKind::Note,
        EntryKind::Decision => TimelineKind::Decision,
    }
}

/// What an act of the investigation says.
fn investigated(body: &EventBody, at: DateTime<Utc>) -> Option<(TimelineKind, String)> {
    Some(match body {
        EventBody::FindingAdded { about, text, onset } => {
            let since = onset.map(|onset| format!(" (since {})", duration::clock_time(onset, at))).unwrap_or_default();
            (TimelineKind::Finding, format!("{}: {text}{since}", about.label()))
        }
        EventBody::ChangeNoted { change, summary, at: made, reference, by, suspect, .. } => {
            let suspect = if *suspect { "Suspect: " } else { "" };
            let from: Vec<&str> = [reference, by].into_iter().flatten().map(String::as_str).collect();
            let from = in_brackets((!from.is_empty()).then(|| from.join(", ")).as_ref());
            let made = duration::clock_time(*made, at);
            (TimelineKind::Change, format!("{suspect}{} of {made}: {summary}{from}", change.label()))
        }
        EventBody::ChangeMarked { summary, suspect: true } => (TimelineKind::Change, format!("Suspect: {summary}")),
        EventBody::ChangeMarked { summary, suspect: false } => (TimelineKind::Change, format!("No longer a suspect: {summary}")),
        EventBody::DeployQuestionAnswered { question, answer, .. } => (TimelineKind::Change, format!("{question} {}", answer.label())),
        EventBody::StepMoved { step, to, reason } => {
            let because = reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
            (TimelineKind::Investigation, format!("{}, {}{because}", step.label(), to.label()))
        }
        EventBody::HypothesisAdded { statement, who, .. } => {
            (TimelineKind::Hypothesis, format!("{}: {statement}{}", HypothesisState::Open.heading(), in_brackets(who.as_ref())))
        }
        EventBody::HypothesisMoved { statement, to, because, .. } => {
            (TimelineKind::Hypothesis, format!("{}: {statement}{}", to.heading(), in_brackets(because.as_ref())))
        }
        EventBody::HypothesisAssigned { statement, who: Some(who) } => (TimelineKind::Hypothesis, format!("{who} tests: {statement}")),
        EventBody::HypothesisAssigned { statement, who: None } => (TimelineKind::Hypothesis, format!("Nobody tests: {statement}")),
        EventBody::EvidenceAdded { statement, side, text, .. } => {
            (TimelineKind::Hypothesis, format!("Evidence {} '{statement}': {text}", side.label()))
        }
        _ => return None,
    })
}

fn in_brackets(text: Option<&String>) -> String {
    text.map(|text| format!(" ({text})")).unwrap_or_default()
}

fn sent_words(sent: &UpdateSent) -> String {
    let person = sent.head.person.as_ref().map(|person| format!(" to {person}")).unwrap_or_default();
    format!("{}{person} copied for {}", sent.head.label(), sent.head.format.label())
}

fn declared_words(severity: Severity, title: &str, started_at: DateTime<Utc>, at: DateTime<Utc>) -> String {
    let known_later = at - started_at >= chrono::TimeDelta::minutes(1);
    let started = if known_later { format!(" (started {})", duration::clock_time(started_at, at)) } else { String::new() };
    format!("Declared {severity}: {title}{started}")
}

fn snooze_words(deadline: DeadlineKind, until: Option<DateTime<Utc>>, at: DateTime<Utc>, reason: &Option<String>) -> String {
    let because = reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    let what = deadline.label();
    match until {
        Some(until) if until <= at => format!("{what} reminders on again"),
        Some(until) => format!("{what} reminder snoozed until {}{because}", duration::clock_time(until, at)),
        None => format!("No more reminders of this {}{because}", what.to_lowercase()),
    }
}
