//! The response checklist: twelve lines, ticked by facts where a fact can tick them, by hand otherwise (seed: Incident
//! Response Checklist).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::incident::{Incident, Mitigation, Outcome};
use crate::team::Policy;
use crate::text::date_and_time;
use crate::vocabulary::{ChecklistLine, ImpactQuestion, UpdateKind};

/// The fact that ticks the line, in words.
fn fact(line: ChecklistLine, incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Option<String> {
    let when = |holds: bool, words: &str| holds.then(|| words.to_owned());
    match line {
        ChecklistLine::ImpactAssessed => when(incident.impact.len() == ImpactQuestion::ALL.len(), "the four questions are answered"),
        ChecklistLine::SeverityDocumented => when(incident.severity_reasoning.is_some(), "the reasoning is written down"),
        ChecklistLine::ChannelOpened => when(incident.channel_opened, "the channel is open"),
        ChecklistLine::RolesAssigned => when(incident.open_roles().next().is_none(), "all four are filled"),
        ChecklistLine::StakeholdersNotified => when(incident.has_sent(UpdateKind::Initial), "the initial alert was copied"),
        ChecklistLine::TimelineRecorded => when(incident.entries.written_live() > 0, "entries are written as they happen"),
        ChecklistLine::InvestigationStructured => searched(incident),
        ChecklistLine::MitigationApplied => mitigated(incident),
        ChecklistLine::ResolutionVerified => when(incident.is_verified(policy, now), "all five checks hold"),
        ChecklistLine::AllClearSent if incident.customers_waiting_since().is_some() => None,
        ChecklistLine::AllClearSent => when(incident.has_sent(UpdateKind::Resolution), "the resolution notice was copied"),
        ChecklistLine::ReviewScheduled => incident.review_scheduled.as_ref().map(|review| format!("it is on {}", date_and_time(review.at))),
        ChecklistLine::ActionItemsCreated => actions_created(incident),
    }
}

/// What the severity does not ask for, in words; none where it asks.
fn exemption(line: ChecklistLine, incident: &Incident, policy: &Policy) -> Option<String> {
    let duties = incident.duties(policy);
    let not_asked = |what: &str| Some(format!("a {} asks for no {what}", incident.severity));
    match line {
        ChecklistLine::RolesAssigned if !duties.roles_required() => not_asked("roles"),
        ChecklistLine::ReviewScheduled if duties.review_within().is_none() => not_asked("review"),
        ChecklistLine::ActionItemsCreated if duties.review_within().is_none() && incident.actions.is_empty() => not_asked("review"),
        _ => None,
    }
}

/// Each that is still to be done has an owner and a due date; a review that asks for none says so by being complete.
fn actions_created(incident: &Incident) -> Option<String> {
    if incident.open_actions().any(|action| action.owner.is_none() || action.due.is_none()) {
        return None;
    }
    if !incident.actions.is_empty() {
        return Some("each has an owner and a due date".to_owned());
    }
    incident.review_published_at.map(|_| "the review is complete and asks for none".to_owned())
}

fn searched(incident: &Incident) -> Option<String> {
    incident.investigation.is_searched().then(|| "every step was done, or left out for a reason".to_owned())
}

fn mitigated(incident: &Incident) -> Option<String> {
    let seen = |one: &&Mitigation| matches!(one.outcome(), Some(Outcome::Helped | Outcome::Unclear));
    incident.mitigations.iter().find(seen).map(|one| format!("{} is done, with its effect", one.action))
}

/// One line of the response checklist as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistItem {
    /// Which.
    pub line: ChecklistLine,
    /// The line, in the seed's words.
    pub label: String,
    /// Whether it is done.
    pub done: bool,
    /// By which fact, or that it was ticked by hand; empty while it is not done.
    pub by: String,
    /// Whether it counts as done because the severity does not ask for it.
    pub exempt: bool,
    /// Whether a person may tick it, or take a tick back.
    pub by_hand: bool,
}

/// The twelve lines, in the seed's order, with what is known of each.
#[must_use]
pub fn checklist(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Vec<ChecklistItem> {
    let item = |line: ChecklistLine| {
        let fact = fact(line, incident, policy, now);
        let exemption = exemption(line, incident, policy).filter(|_| fact.is_none());
        let (by_hand, exempt) = (fact.is_none() && line.by_hand(), exemption.is_some());
        let ticked = by_hand && incident.hand_ticks.contains(&line);
        let by = fact.or(exemption).or_else(|| ticked.then(|| "ticked by hand".to_owned()));
        ChecklistItem { line, label: line.label().to_owned(), done: by.is_some(), by: by.unwrap_or_default(), exempt, by_hand }
    };
    ChecklistLine::ALL.map(item).into()
}
