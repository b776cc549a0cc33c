//! The timeline as lines to read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::event::{Event, EventBody, UpdateSent, as_recorded};
use crate::incident::{Incident, ScheduledReview};
use crate::text::{duration, thousands};
use crate::vocabulary::{
    ActionOutcome, AttachedText, DeadlineKind, EntryKind, EventId, HypothesisState, ImpactQuestion, Lowering, Picture, Severity,
    SeverityCause, Status, VerificationCheck, WITHOUT_WORDS,
};

/// What a line is, for its glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// The declaration.
    Declared,
    /// A note.
    Note,
    /// A decision.
    Decision,
    /// The status changed.
    Status,
    /// The severity changed or was reasoned about.
    Severity,
    /// A role changed hands.
    Role,
    /// Impact was assessed.
    Impact,
    /// Somebody was notified, acknowledged, or the channel opened.
    People,
    /// An update was sent or taken back.
    Update,
    /// A reminder was snoozed, a time-box set or closed.
    Clock,
    /// A dashboard or a log shows something.
    Finding,
    /// A change was noted, or suspected.
    Change,
    /// A step of the investigation.
    Investigation,
    /// A hypothesis was added, tested, ruled out or confirmed, or something speaks for it or against it.
    Hypothesis,
    /// A mitigation was proposed, started, done or undone.
    Mitigation,
    /// A command was run.
    Command,
    /// A verification check or a line of the checklist was ticked.
    Verification,
    /// The review.
    Review,
    /// Something that only a newer Sitrep knows.
    FromNewer,
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineRow {
    /// The event behind it.
    pub id: EventId,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it.
    pub author: String,
    /// What it is.
    pub kind: TimelineKind,
    /// The words.
    pub text: String,
    /// `14:05`, in UTC.
    pub time: String,
    /// `2026-11-23`, for the heading where a timeline spans days.
    pub day: String,
    /// Whether it is a turning point: a declaration, a status.
    pub strong: bool,
    /// Whether a person may edit or undo it.
    pub editable: bool,
    /// Whether it was edited.
    pub edited: bool,
    /// What it said and when, before its edits, the oldest first.
    pub earlier: Vec<String>,
    /// The last lines that a command printed, where they were kept.
    pub kept: Vec<String>,
    /// The pictures of an entry.
    pub pictures: Vec<Picture>,
    /// The long text that goes with an entry.
    pub attached: Option<AttachedText>,
    /// Whether it says something that can speak for or against a hypothesis.
    pub tells: bool,
}

impl TimelineRow {
    /// What it says where its glyph is not seen: a decision says that it is one.
    #[must_use]
    pub fn in_words(&self) -> Cow<'_, str> {
        let kind = if self.kind == TimelineKind::Decision { EntryKind::Decision } else { EntryKind::Note };
        kind.marked(&self.text)
    }
}

const START_SET: &str = "Start set to ";

/// What is told of the start and was corrected later: of these lines a document keeps the last.
#[must_use]
pub fn without_corrected_starts(rows: &[TimelineRow]) -> Vec<&TimelineRow> {
    let sets = |row: &TimelineRow| row.kind == TimelineKind::Clock && row.text.starts_with(START_SET);
    let answers = |row: &TimelineRow| row.kind == TimelineKind::Impact && row.text.starts_with(ImpactQuestion::When.prompt());
    let newest = rows
        .iter()
        .filter(|row| sets(row))
        .max_by_key(|row| row.id)
        .or_else(|| rows.iter().filter(|row| answers(row)).max_by_key(|row| row.id));
    let kept = newest.map(|row| row.id);
    rows.iter().filter(|row| !(sets(row) || answers(row)) || Some(row.id) == kept).collect()
}

/// The lines of a timeline in the order of when things happened: of all events of an incident, or of some of them with what
/// amends these. Undone entries are left out; edited ones read as edited.
#[must_use]
pub fn rows(events: &[Event], incident: &Incident) -> Vec<TimelineRow> {
    let recorded = as_recorded(events);
    let mut rows: BTreeMap<EventId, TimelineRow> = recorded.iter().filter_map(|event| Some((event.id, row(event, incident)?))).collect();
    let mut gone = BTreeSet::new();
    for event in recorded {
        amend(&mut rows, &mut gone, event);
    }
    let mut rows: Vec<TimelineRow> = rows.into_values().filter(|row| !gone.contains(&row.id)).collect();
    rows.sort_by_key(|row| (row.occurred_at, row.id));
    rows
}

/// Whether an event is a line of the timeline; the others only amend one.
#[must_use]
pub fn has_line(body: &EventBody) -> bool {
    !amends_line(body)
}

/// Whether an event moves or removes the line that it amends, or brings it back.
#[must_use]
pub fn amends_line(body: &EventBody) -> bool {
    matches!(body, EventBody::EntryAmended { .. } | EventBody::EntryRemoved | EventBody::EntryRestored | EventBody::FindingRemoved)
}

/// Whether a person may edit or undo the line that an event wrote.
#[must_use]
pub fn is_editable(body: &EventBody) -> bool {
    matches!(body, EventBody::Entry { .. })
}

fn amend(rows: &mut BTreeMap<EventId, TimelineRow>, gone: &mut BTreeSet<EventId>, event: &Event) {
    let Some(target) = event.amends else { return };
    match &event.body {
        EventBody::EntryAmended { text } => {
            if let Some(row) = rows.get_mut(&target) {
                row.earlier.push(format!("{} {}", row.time, row.text));
                row.text.clone_from(text);
                row.edited = true;
                set_time(row, event.occurred_at);
            }
        }
        EventBody::EntryRestored => {
            gone.remove(&target);
        }
        body if amends_line(body) => {
            gone.insert(target);
        }
        _ => {}
    }
}

/// An error that was found between the fix and the resolution starts the quiet time again, and its line says so.
fn restarts_quiet(event: &Event, incident: &Incident) -> bool {
    incident.findings.iter().any(|finding| finding.id == event.id && finding.restarts_quiet)
}

fn set_time(row: &mut TimelineRow, at: DateTime<Utc>) {
    row.occurred_at = at;
    row.time = at.format("%H:%M").to_string();
    row.day = at.format("%Y-%m-%d").to_string();
}

fn row(event: &Event, incident: &Incident) -> Option<TimelineRow> {
    let (kind, mut text) = words(&event.body, event.occurred_at)?;
    if kind == TimelineKind::Finding && restarts_quiet(event, incident) {
        text.push_str("; after the fix, so the quiet time starts again");
    }
    let mut row = TimelineRow {
        id: event.id,
        occurred_at: event.occurred_at,
        recorded_at: event.recorded_at,
        author: event.author.clone(),
        kind,
        text,
        time: String::new(),
        day: String::new(),
        strong: matches!(event.body, EventBody::Declared { .. } | EventBody::StatusChanged { .. } | EventBody::SeverityChanged { .. }),
        editable: is_editable(&event.body),
        edited: false,
        earlier: Vec::new(),
        kept: kept(&event.body),
        pictures: pictures(&event.body),
        attached: attached(&event.body),
        tells: tells(kind),
    };
    set_time(&mut row, event.occurred_at);
    Some(row)
}

fn kept(body: &EventBody) -> Vec<String> {
    if let EventBody::CommandRun(run) = body { run.kept.clone() } else { Vec::new() }
}

/// What was seen, found, changed, run or decided; the rest is the procedure's own.
fn tells(kind: TimelineKind) -> bool {
    use TimelineKind::{Change, Command, Decision, Finding, Note};
    matches!(kind, Note | Decision | Finding | Change | Command)
}

fn pictures(body: &EventBody) -> Vec<Picture> {
    if let EventBody::Entry { pictures, .. } = body { pictures.clone() } else { Vec::new() }
}

/// `dump.txt, 20,341 lines`.
#[must_use]
pub fn attached_words(attached: &AttachedText) -> String {
    let AttachedText { name, lines, .. } = attached;
    if *lines == 1 { format!("{name}, 1 line") } else { format!("{name}, {} lines", thousands(*lines as usize)) }
}

fn attached(body: &EventBody) -> Option<AttachedText> {
    if let EventBody::Entry { attached, .. } = body { attached.clone() } else { None }
}

/// What an event says on the timeline; `None` for one that only amends another.
fn words(body: &EventBody, at: DateTime<Utc>) -> Option<(TimelineKind, String)> {
    let because = |reason: &Option<String>| reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    Some(match body {
        EventBody::Declared { severity, title, started_at, security, .. } => {
            let because = security.as_ref().map(|reason| format!(" ({})", reason.in_brief())).unwrap_or_default();
            (TimelineKind::Declared, format!("{}{because}", declared_words(*severity, title, *started_at, at)))
        }
        EventBody::Entry { entry, text, .. } => (entry_kind(*entry), if text.is_empty() { WITHOUT_WORDS.to_owned() } else { text.clone() }),
        EventBody::EntryAmended { .. } | EventBody::EntryRemoved | EventBody::EntryRestored | EventBody::FindingRemoved => return None,
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
        EventBody::Withdrawn { reason } => (TimelineKind::Declared, format!("Withdrawn, it was no incident: {reason}")),
        EventBody::BroughtBack => (TimelineKind::Declared, "Brought back: it is an incident after all".to_owned()),
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
        EventBody::CommandRun(run) => (TimelineKind::Command, run.words()),
        EventBody::ChecklistTicked { line, done: true } => (TimelineKind::Verification, format!("Checklist: {line}")),
        EventBody::ChecklistTicked { line, done: false } => (TimelineKind::Verification, format!("Checklist, open again: {line}")),
        EventBody::ReviewScheduled { at, with } => {
            (TimelineKind::Review, format!("Review scheduled for {}", ScheduledReview { at: *at, with: with.clone() }))
        }
        EventBody::ReviewPublished => (TimelineKind::Review, "Review complete".to_owned()),
        EventBody::ReviewCompleted { written } => (TimelineKind::Review, format!("Review complete: {written}")),
        EventBody::ReviewReopened { reason } => (TimelineKind::Review, format!("Review open again: {reason}")),
        EventBody::ActionAdded { text, owner, due, .. } => {
            let owner = owner.as_ref().map(|owner| format!("{owner}, ")).unwrap_or_default();
            (TimelineKind::Review, format!("Action item: {text} ({owner}due {due})"))
        }
        EventBody::ActionAssigned { text, owner } => {
            (TimelineKind::Review, format!("Action item of {}: {text}", owner.as_deref().unwrap_or("nobody")))
        }
        EventBody::ActionClosed { text, outcome: ActionOutcome::Done } => (TimelineKind::Review, format!("Action item done: {text}")),
        EventBody::ActionClosed { text, outcome: ActionOutcome::Dropped { reason } } => {
            (TimelineKind::Review, format!("Action item dropped: {text} ({reason})"))
        }
    })
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
