//! What a reminder says.

use chrono::{DateTime, Utc};
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{self, Deadline, Pane, Stage};
use sitrep_core::team::Policy;
use sitrep_core::text::{clock_time, every};
use sitrep_core::vocabulary::{Audience, DeadlineKind, Severity, UpdateKind};

use super::reminder::{Reminder, ReminderAction};

/// The reminder of a deadline at `now`.
pub(crate) fn reminder(incident: &Incident, deadline: &Deadline, stage: Stage, now: DateTime<Utc>) -> Reminder {
    let update = update(incident, deadline);
    let late = stage >= Stage::DUE && incident.is_active();
    Reminder {
        key: deadline.key.clone(),
        claim: deadline.key.clone(),
        stage,
        handle: incident.handle.clone(),
        severity: incident.severity,
        kind: deadline.kind,
        update,
        title: title(deadline, update, stage, now),
        body: body(incident, deadline, now),
        claims: claims(incident, deadline, stage),
        critical: late && incident.severity <= Severity::P1,
        alarm: late && incident.severity == Severity::P0,
        actions: ReminderAction::of(deadline.kind),
        pane: pane(deadline.kind),
    }
}

/// What the reminder of a deadline says is so. Another name for the incident makes nothing untrue.
pub(crate) fn claims(incident: &Incident, deadline: &Deadline, stage: Stage) -> String {
    let then = deadline.due_at;
    let words = [Some(title(deadline, update(incident, deadline), stage, then)), says(incident, deadline, then)];
    format!("{} {}", incident.severity, words.into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

fn update(incident: &Incident, deadline: &Deadline) -> Option<UpdateKind> {
    (deadline.kind == DeadlineKind::Update).then(|| match deadline.audience {
        Some(Audience::Customers) => UpdateKind::Customer,
        _ => procedure::next_update(incident),
    })
}

/// The news that the policy raised the severity.
pub(crate) fn announcement(incident: &Incident, policy: &Policy, key: String) -> Reminder {
    let before = Severity::ALL.into_iter().find(|severity| severity.worse() == Some(incident.severity));
    let after = before.and_then(|before| policy.of(before).escalate_after()).map(every).unwrap_or_default();
    let people = incident.duties(policy).notify().join(", ");
    Reminder {
        claim: key.clone(),
        key,
        stage: Stage::DUE,
        handle: incident.handle.clone(),
        severity: incident.severity,
        kind: DeadlineKind::Escalation,
        update: None,
        title: format!("Escalated to {}", incident.severity),
        claims: String::new(),
        body: format!("{}\nNot resolved within {after}. Notify: {people}.", headline(incident)),
        critical: incident.severity <= Severity::P1,
        alarm: incident.severity == Severity::P0,
        actions: vec![ReminderAction::Open],
        pane: Some(Pane::Team),
    }
}

/// Words that stay true for as long as the reminder stands: a notification may stand for hours.
fn title(deadline: &Deadline, update: Option<UpdateKind>, stage: Stage, now: DateTime<Utc>) -> String {
    let subject = deadline.subject.as_deref().unwrap_or_default();
    let due = clock_time(deadline.due_at, now);
    let early = stage < Stage::DUE;
    match deadline.kind {
        DeadlineKind::Escalation if early && deadline.by_itself_at.is_none() => format!("Escalation to {subject} due at {due}"),
        DeadlineKind::Escalation if early => format!("Escalates to {subject} at {due}"),
        DeadlineKind::Escalation => format!("Escalate to {subject}?"),
        DeadlineKind::Timebox if early => format!("Time is up at {due}: {subject}"),
        DeadlineKind::Timebox => format!("Time is up: {subject}"),
        DeadlineKind::Response if early => format!("Nobody has responded: due at {due}"),
        DeadlineKind::Response => "Nobody has responded".to_owned(),
        DeadlineKind::Recurrence if early => format!("Watched for recurrence until {due}"),
        DeadlineKind::Recurrence => "The watch is over: did it stay quiet?".to_owned(),
        DeadlineKind::Verification if stage == Stage::DUE => "The quiet time is over: verify the fix".to_owned(),
        kind => {
            let what = match (kind, update) {
                (DeadlineKind::Update, _) if !subject.is_empty() => subject,
                (kind, update) => update.map_or(kind.label(), update_name),
            };
            match stage {
                Stage::WARNING => format!("{what} due at {due}"),
                Stage::DUE => format!("{what} due since {due}"),
                _ => format!("{what} late since {due}"),
            }
        }
    }
}

fn update_name(kind: UpdateKind) -> &'static str {
    match kind {
        UpdateKind::Initial => "Initial alert",
        UpdateKind::Status => "Status update",
        UpdateKind::Resolution => "All-clear",
        UpdateKind::Customer => "Customer update",
    }
}

fn body(incident: &Incident, deadline: &Deadline, now: DateTime<Utc>) -> String {
    let name = headline(incident);
    match (deadline.kind, says(incident, deadline, now)) {
        (DeadlineKind::ActionItem, Some(item)) => format!("{item}\n{name}"),
        (_, Some(says)) => format!("{name}\n{says}"),
        (_, None) => name,
    }
}

/// What is said beside the name of the incident.
fn says(incident: &Incident, deadline: &Deadline, now: DateTime<Utc>) -> Option<String> {
    match deadline.kind {
        DeadlineKind::Escalation => Some(format!("Not resolved since {}.", clock_time(deadline.runs_from, now))),
        DeadlineKind::Response => Some(format!("Declared at {}.", clock_time(deadline.runs_from, now))),
        DeadlineKind::ImpactAssessment => Some("Who is affected, what is broken, since when, is it getting worse?".to_owned()),
        DeadlineKind::Recurrence => Some(format!("Resolved at {}.", clock_time(deadline.runs_from, now))),
        DeadlineKind::Review => Some(scheduled_line(incident)),
        DeadlineKind::ActionItem => deadline.subject.clone(),
        DeadlineKind::Update | DeadlineKind::Verification | DeadlineKind::Timebox => None,
    }
}

fn scheduled_line(incident: &Incident) -> String {
    incident.review_scheduled.as_ref().map_or_else(|| "It is not scheduled yet.".to_owned(), |review| format!("Scheduled for {review}."))
}

fn headline(incident: &Incident) -> String {
    format!("{} {}", incident.severity, incident.title)
}

fn pane(kind: DeadlineKind) -> Option<Pane> {
    match kind {
        DeadlineKind::Update => Some(Pane::Updates),
        DeadlineKind::ImpactAssessment => Some(Pane::Triage),
        DeadlineKind::Verification => Some(Pane::Verify),
        DeadlineKind::Recurrence | DeadlineKind::Review | DeadlineKind::ActionItem => Some(Pane::Review),
        DeadlineKind::Response | DeadlineKind::Escalation | DeadlineKind::Timebox => None,
    }
}
