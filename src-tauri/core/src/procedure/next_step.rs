//! The one next step, drawn from the response checklist (seed: Incident Response Checklist).

use chrono::{DateTime, TimeDelta, Utc};

use super::deadline::Deadline;
use super::deadlines::deadlines;
use super::next_action::{NextAction, NextStep};
use super::next_update::next_update;
use super::severity_suggestion::higher_suggestion;
use super::status_offer::status_offer;
use crate::incident::{Incident, Mitigation, Outcome, Withdrawal};
use crate::team::Policy;
use crate::text::prose;
use crate::vocabulary::{
    Audience, DeadlineKind, ImpactQuestion, InvestigationStep, MitigationState, Role, Status, UpdateKind, VerificationCheck,
};

/// The next step: first what is late or nearly so, then the checklist in its order.
#[must_use]
pub fn next_step(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> NextStep {
    if let Some(withdrawal) = &incident.withdrawn {
        return after_withdrawal(incident, withdrawal);
    }
    if !incident.is_active() {
        return asking_about_security(incident).unwrap_or_else(|| after_resolution(incident, policy, now));
    }
    let deadlines = deadlines(incident, policy, now);
    pressing(incident, &deadlines, now)
        .or_else(|| asking_about_security(incident))
        .or_else(|| assembling(incident, policy))
        .unwrap_or_else(|| working(incident, policy, now))
}

fn step(text: impl Into<String>, reason: impl Into<String>, button: &str, action: NextAction) -> NextStep {
    NextStep { text: text.into(), reason: reason.into(), button: button.to_owned(), action }
}

/// What cannot wait: a decision or an update that is due, or about to be.
fn pressing(incident: &Incident, deadlines: &[Deadline], now: DateTime<Utc>) -> Option<NextStep> {
    deadlines.iter().filter(|deadline| deadline.is_pressing()).find_map(|deadline| meeting(deadline, incident, now))
}

/// What meets a deadline; none where the checklist leads to it anyway.
fn meeting(deadline: &Deadline, incident: &Incident, now: DateTime<Utc>) -> Option<NextStep> {
    let late = now >= deadline.due_at;
    let subject = deadline.subject.as_deref().unwrap_or_default();
    match (deadline.kind, deadline.audience) {
        (DeadlineKind::Update, Some(Audience::Customers)) => Some(write_update(UpdateKind::Customer, late)),
        (DeadlineKind::Update, _) => Some(write_update(next_update(incident), late)),
        (DeadlineKind::Escalation, _) => {
            let reason = format!("{} without a resolution", prose(now - deadline.runs_from));
            Some(step(format!("Escalate to {subject}, or say not yet"), reason, "Decide", NextAction::DecideEscalation))
        }
        (DeadlineKind::Timebox, _) if late => {
            let action = NextAction::CloseTimebox { key: deadline.key.clone() };
            Some(step(format!("Close: {subject}"), "its time is up", "Close", action))
        }
        _ => None,
    }
}

/// Words that may tell of a security matter, which would be a P0 (seed: Escalation Rules).
fn asking_about_security(incident: &Incident) -> Option<NextStep> {
    let question = incident.security_asked.question()?;
    let text = format!("Say whether '{}' is a security matter", question.words);
    Some(step(text, "one is always a P0", "Answer", NextAction::AnswerSecurity))
}

fn write_update(kind: UpdateKind, late: bool) -> NextStep {
    let what = match kind {
        UpdateKind::Initial => "Send the initial alert",
        UpdateKind::Status => "Send the status update",
        UpdateKind::Resolution => "Send the all-clear",
        UpdateKind::Customer => "Tell the customers where it stands",
    };
    let reason = if late { "it is late" } else { "it is due soon" };
    step(what, reason, "Write", NextAction::WriteUpdate { update: kind })
}

/// Steps 1 to 5 of triage, then the first alert.
fn assembling(incident: &Incident, policy: &Policy) -> Option<NextStep> {
    assessing(incident).or_else(|| notifying(incident, policy)).or_else(|| gathering(incident, policy)).or_else(|| alerting(incident))
}

/// Impact, and why it has the severity it has.
fn assessing(incident: &Incident) -> Option<NextStep> {
    if incident.is_unassessed() {
        let reason = format!("only the security rule made it a {}", incident.severity);
        return Some(step("Say how bad it is", reason, "Decide", NextAction::ReasonSeverity));
    }
    if let Some(question) = ImpactQuestion::ALL.into_iter().find(|question| !incident.impact.contains_key(question)) {
        let text = format!("Assess impact: {}", question.prompt().to_lowercase());
        return Some(step(text, "within the first 5 minutes", "Answer", NextAction::AnswerImpact { question }));
    }
    if let Some(higher) = higher_suggestion(incident) {
        let text = format!("Raise to {}, or write down why {} holds", higher.severity, incident.severity);
        return Some(step(text, format!("the answers: {}", higher.because), "Decide", NextAction::ReasonSeverity));
    }
    if incident.severity_reasoning.is_none() {
        let text = format!("Write down why this is {}", incident.severity);
        return Some(step(text, "in doubt, choose the higher", "Write", NextAction::ReasonSeverity));
    }
    None
}

/// Step 3: whom to notify.
fn notifying(incident: &Incident, policy: &Policy) -> Option<NextStep> {
    let untold = incident.untold(policy);
    let reason = format!("a {} asks for it", incident.peak_severity());
    (!untold.is_empty()).then(|| step(format!("Notify {}", untold.join(", ")), reason, "Notify", NextAction::Notify))
}

/// The channel, and the people in it.
fn gathering(incident: &Incident, policy: &Policy) -> Option<NextStep> {
    if !incident.channel_opened {
        return Some(step("Open the incident channel", "all decisions in one place", "It is open", NextAction::OpenChannel));
    }
    let required = incident.duties(policy).roles_required();
    let role = incident.open_roles().next().filter(|_| required)?;
    let article = if role == Role::IncidentCommander { "an" } else { "a" };
    Some(step(format!("Assign {article} {}", role.label()), role_reason(role), "Assign", NextAction::AssignRole { role }))
}

fn alerting(incident: &Incident) -> Option<NextStep> {
    let unheard = !incident.has_sent(UpdateKind::Initial) && incident.last_update_to(Audience::Internal).is_none();
    let action = NextAction::WriteUpdate { update: UpdateKind::Initial };
    unheard.then(|| step("Send the initial alert", "so that others know", "Write", action))
}

fn role_reason(role: Role) -> &'static str {
    match role {
        Role::IncidentCommander => "so that one person decides",
        Role::TechnicalLead => "so that one person leads the search",
        Role::CommunicationsLead => "so the IC stops writing updates",
        Role::Scribe => "so that nothing is lost for the review",
    }
}

/// From the first entry to the resolution.
fn working(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> NextStep {
    if incident.entries.is_empty() {
        return step("Log what you see", "the review is written from the timeline", "Log", NextAction::Log);
    }
    if let Some(offer) = status_offer(incident) {
        return step(format!("Move to {}", offer.to), offer.why, offer.to.label(), set(offer.to));
    }
    match incident.status {
        Status::Investigating => mitigating(incident).unwrap_or_else(|| searching(incident)),
        Status::Identified => match mitigating(incident) {
            Some(step) => step,
            None => step("Apply a mitigation", "impact first, cause later", "Mitigate", NextAction::Mitigate),
        },
        Status::Mitigating => match incident.mitigations.iter().rev().find(|one| one.state == MitigationState::Started) {
            Some(one) => step(format!("See whether it helps: {}", one.action), "then say so", "Mitigate", NextAction::Mitigate),
            None => step("When impact falls, start monitoring", "the quiet time runs from the fix", "Monitoring", set(Status::Monitoring)),
        },
        Status::Monitoring | Status::Resolved => verifying(incident, policy, now),
    }
}

/// What reduces the impact before the cause is known (seed: Common Mitigation Actions): what was proposed, or what undoes a suspect change.
fn mitigating(incident: &Incident) -> Option<NextStep> {
    let reason =
        if incident.proposed_mitigation().is_some() { "it was proposed; impact first, cause later" } else { "impact first, cause later" };
    incident.to_mitigate().map(|text| step(text, reason, "Mitigate", NextAction::Mitigate))
}

/// The step of the search to go on with; in step 4 the question to settle.
fn searching(incident: &Incident) -> NextStep {
    let Some(at) = incident.investigation.search_next() else {
        return step("Find the cause, then move to Identified", "every step was taken", "Identified", set(Status::Identified));
    };
    let go = NextAction::Investigate { step: at };
    let question = incident.hypotheses.iter().find(|one| one.state.is_open()).filter(|_| at == InvestigationStep::Hypotheses);
    match question {
        Some(one) => {
            let how = one.how_to_test.clone().unwrap_or_else(|| "then rule it out or confirm it".to_owned());
            step(format!("Test whether {}", one.statement), how, "Test", go)
        }
        None => step(at.label(), at.reason(), "Investigate", go),
    }
}

fn set(to: Status) -> NextAction {
    NextAction::SetStatus { to }
}

fn verifying(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> NextStep {
    if let Some(one) = unseen_effect(incident) {
        return step(format!("Say what came of it: {}", one.action), "nobody said whether it helped", "Mitigate", NextAction::Mitigate);
    }
    if incident.checks.len() < VerificationCheck::TICKED.len() {
        return step("Verify the fix", "before it counts as resolved", "Verify", NextAction::Verify);
    }
    let left = incident.quiet_until(policy).map_or(TimeDelta::zero(), |until| until - now);
    if left > TimeDelta::zero() {
        let again = incident.error_after_fix().is_some();
        let reason = if again { "a new error started the quiet time again" } else { "Nothing due. Log what you see." };
        let minutes = prose(left + TimeDelta::seconds(59));
        return step(format!("Watch for {minutes} more"), reason, "Log", NextAction::Log);
    }
    step("Resolve the incident", "all five checks hold", "Resolve", NextAction::Resolve)
}

/// What is done and of which nobody said what came of it, as long as nothing else was seen to help.
fn unseen_effect(incident: &Incident) -> Option<&Mitigation> {
    let seen = |one: &Mitigation| matches!(one.outcome(), Some(Outcome::Helped | Outcome::Unclear));
    let unsaid = |one: &&Mitigation| one.outcome() == Some(Outcome::Unsaid);
    if incident.mitigations.iter().any(seen) { None } else { incident.mitigations.iter().rev().find(unsaid) }
}

/// Those who were told are the one thing that a mistake leaves to do.
fn after_withdrawal(incident: &Incident, withdrawal: &Withdrawal) -> NextStep {
    let told: Vec<&str> = incident.owed_a_word().into_iter().map(Audience::label).collect();
    if told.is_empty() {
        return step("Nothing due", "it was withdrawn", "Log", NextAction::Log);
    }
    let text = format!("Tell those who heard of it that it was no incident ({})", told.join(", ").to_lowercase());
    step(text, withdrawal.reason.clone(), "Log", NextAction::Log)
}

fn after_resolution(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> NextStep {
    if incident.backfilled {
        return step("Nothing due", "it was over before Sitrep knew of it", "Open review", NextAction::Review);
    }
    if !incident.has_sent(UpdateKind::Resolution) {
        let action = NextAction::WriteUpdate { update: UpdateKind::Resolution };
        return step("Send the all-clear", "everyone is still waiting", "Write", action);
    }
    if incident.customers_waiting_since().is_some() {
        let action = NextAction::WriteUpdate { update: UpdateKind::Customer };
        return step("Send the all-clear to customers", "they were told of it, and are still waiting", "Write", action);
    }
    // What it got better from asked for more people than heard of it.
    if let Some(untold) = notifying(incident, policy) {
        return untold;
    }
    if incident.recurrence_watch(policy, now).is_some_and(|watch| !watch.is_settled && now >= watch.until) {
        return step("Say whether it stayed quiet", "the watch for recurrence is over", "It stayed quiet", NextAction::StayedQuiet);
    }
    let unowned = || {
        let action = incident.unowned_actions().next()?;
        Some(step(format!("Give an owner to: {}", action.text), "nobody does it otherwise", "Open review", NextAction::Review))
    };
    let Some(within) = incident.duties(policy).review_within() else {
        return unowned().unwrap_or_else(|| step("Nothing due", "log what you still remember", "Log", NextAction::Log));
    };
    if incident.review_published_at.is_some() {
        return unowned().unwrap_or_else(|| step("Nothing due", "the review is complete", "Open review", NextAction::Review));
    }
    let reason = format!("due within {} h of the resolution", within.num_hours());
    if incident.review_scheduled.is_none() {
        return step("Schedule the review", reason, "Schedule", NextAction::ScheduleReview);
    }
    step("Write the review", reason, "Review", NextAction::Review)
}
