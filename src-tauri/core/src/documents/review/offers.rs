//! What the facts offer for a part of the review. It is offered only: what a person writes stands, whatever is offered later.

use chrono::{DateTime, Utc};

use crate::incident::{CountedFrom, Incident, Outcome};
use crate::text::{capitalised, clock_time, prose, rough};
use crate::vocabulary::{ImpactQuestion, ReviewField, Severity};

/// What the facts offer for a part; nothing where they tell nothing of it.
#[must_use]
pub fn offer(incident: &Incident, field: &ReviewField, now: DateTime<Utc>) -> Option<String> {
    match field {
        ReviewField::Summary => Some(summary(incident, now)),
        ReviewField::UsersAffected => incident.impact.get(&ImpactQuestion::Who).cloned(),
        ReviewField::RootCause => confirmed_cause(incident).map(|cause| sentence(&cause)),
        ReviewField::Problem => Some(problem(incident)),
        ReviewField::WentWell => lines(went_well(incident)),
        ReviewField::CouldImprove => lines(could_improve(incident)),
        ReviewField::ShortSummary => Some(short_summary(incident, now)),
        ReviewField::Author
        | ReviewField::Owner
        | ReviewField::RevenueImpact
        | ReviewField::DataImpact
        | ReviewField::Lucky
        | ReviewField::Thanks
        | ReviewField::Own(_) => None,
    }
}

/// Two or three sentences: what happened, the impact, and the resolution.
fn summary(incident: &Incident, now: DateTime<Utc>) -> String {
    [Some(happened(incident)), impact(incident), resolution(incident, now)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn happened(incident: &Incident) -> String {
    let since = clock_time(incident.started_at, incident.started_at);
    match confirmed_cause(incident) {
        Some(cause) => format!("{}, from {since}: {}", incident.title.trim_end_matches('.'), sentence(&cause)),
        None => format!("{}, from {since}.", incident.title.trim_end_matches('.')),
    }
}

fn impact(incident: &Incident) -> Option<String> {
    let told = incident.review_text(&ReviewField::UsersAffected).or_else(|| incident.impact.get(&ImpactQuestion::Who).map(String::as_str));
    told.map(|told| format!("Affected: {}", sentence(told)))
}

fn resolution(incident: &Incident, now: DateTime<Utc>) -> Option<String> {
    let fixed =
        incident.what_helped().map(|one| format!("{} at {}", one.action.trim_end_matches('.'), clock_time(one.changed_at, one.changed_at)));
    let ended = incident.resolved_at.map(|at| {
        let lasted = prose(incident.lasted(CountedFrom::Start, now));
        format!("resolved at {}, {lasted} after it began", clock_time(at, at))
    });
    let told: Vec<String> = fixed.into_iter().chain(ended).collect();
    (!told.is_empty()).then(|| sentence(&capitalised(&told.join("; "))))
}

/// What others may read: what happened, impact, cause, what changes.
fn short_summary(incident: &Incident, now: DateTime<Utc>) -> String {
    let day = incident.started_at.format("%Y-%m-%d");
    let lasted = rough(incident.lasted(CountedFrom::Start, now));
    let said = |field| incident.review_text(&field).map(first_paragraph);
    let cause = said(ReviewField::RootCause).or_else(|| confirmed_cause(incident));
    let changes: Vec<String> = incident.open_actions().map(|action| action.text.trim_end_matches('.').to_owned()).collect();
    let told = [
        Some(format!("What happened: on {day}, {} for {lasted}.", uncapitalised(incident.title.trim_end_matches('.')))),
        said(ReviewField::UsersAffected).map(|impact| format!("Impact: {}", sentence(&impact))),
        cause.map(|cause| format!("Cause: {}", sentence(&cause))),
        (!changes.is_empty()).then(|| format!("What changes: {}.", changes.join("; "))),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn problem(incident: &Incident) -> String {
    incident.impact.get(&ImpactQuestion::What).unwrap_or(&incident.title).clone()
}

fn went_well(incident: &Incident) -> Vec<String> {
    let acknowledged = incident.acknowledged_at.map(|at| at - incident.declared_at).filter(|after| after.num_minutes() < 5);
    let fast =
        acknowledged.map(|after| format!("Somebody was on it {} after it was declared", prose(after.max(chrono::TimeDelta::zero()))));
    let helped = incident.what_helped().map(|one| format!("{} helped", one.action.trim_end_matches('.')));
    let runbook = incident.runbooks.iter().find(|run| run.went_well()).map(|run| format!("The runbook '{}' led through it", run.title));
    [fast, helped, runbook].into_iter().flatten().collect()
}

fn could_improve(incident: &Incident) -> Vec<String> {
    let unseen = incident.detected_at() - incident.started_at;
    let late = (unseen.num_minutes() >= 10).then(|| format!("It went unseen for {}", prose(unseen)));
    let first = incident.severity_history.first().map(|stretch| stretch.severity);
    let raised = first.filter(|first| incident.peak_severity().is_worse_than(*first));
    let raised = raised.map(|first: Severity| format!("It was taken for a {first} at first, and was a {}", incident.peak_severity()));
    let failed = incident.mitigations.iter().filter(|one| one.outcome() == Some(Outcome::Failed)).count();
    let failed = (failed > 0)
        .then(|| if failed == 1 { "One mitigation did not help".to_owned() } else { format!("{failed} mitigations did not help") });
    let again = incident.reopened_at.map(|_| "It came back after it was resolved".to_owned());
    [late, raised, failed, again].into_iter().flatten().collect()
}

fn confirmed_cause(incident: &Incident) -> Option<String> {
    incident.confirmed_cause().map(|one| one.statement.clone())
}

fn lines(told: Vec<String>) -> Option<String> {
    let lines: Vec<String> = told.iter().map(|line| if told.len() > 1 { format!("- {line}") } else { line.clone() }).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn first_paragraph(text: &str) -> String {
    text.trim().split("\n\n").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// Only where the second letter is small, too: a name or an abbreviation stays as it is.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().collect::<String>() + letters.as_str(),
        _ => text.to_owned(),
    }
}
