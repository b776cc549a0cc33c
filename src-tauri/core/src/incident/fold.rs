//! The fold: from the set of an incident's events to its facts.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::actions::ActionItem;
use super::alerts::IncidentAlert;
use super::changes::Change;
use super::channel::Channel;
use super::check_evidence::CheckEvidence;
use super::commands::keep_last;
use super::deploy_answers::DeployAnswered;
use super::escalation_hold::{EscalationHold, put_off};
use super::facts::Incident;
use super::findings::Finding;
use super::hypotheses::{Evidence, Hypothesis};
use super::mitigations::Mitigation;
use super::moves::FactKind;
use super::read_from::ReadFrom;
use super::responders::shows_a_responder;
use super::review::ScheduledReview;
use super::roles::{Notification, hand_over};
use super::runbook_runs::RunbookRun;
use super::severities::change;
use super::ticket::Ticket;
use super::timeboxes::{Timebox, close_decided};
use super::updates::SentUpdate;
use super::withdrawal::Withdrawal;
use crate::event::{Event, EventBody, Place, as_recorded, in_order};
use crate::text::key_without_handle;
use crate::vocabulary::{FindingAbout, Role, SecurityReason, Severity, SeverityCause, Status, UpdateKind, VerificationCheck};

impl Incident {
    /// Folds events into the facts. The order in which the events are given does not matter; `None` when no declaration
    /// is among them.
    #[must_use]
    pub fn fold(events: &[Event]) -> Option<Self> {
        let (ordered, end) = in_order(events);
        let mut incident = ordered.iter().find_map(|(_, event)| Self::declared(event))?;
        for (place, event) in ordered {
            incident.apply(place, event);
        }
        for event in as_recorded(events) {
            incident.count(event);
            incident.take_recorded(event);
        }
        incident.order = end;
        close_decided(&mut incident.timeboxes, &incident.hypotheses);
        Some(incident)
    }

    /// Moves the facts on by an event that they do not hold yet, and says whether that was possible: one that belongs before
    /// another that is in may change what that one made of the facts, so all have to be folded anew. So they have where the clock
    /// was set, by which what is in is told. Nothing is changed then.
    #[must_use]
    pub fn advance(&mut self, event: &Event) -> bool {
        if matches!(event.body, EventBody::ClockSet { .. }) {
            return false;
        }
        if !event.body.is_order_free() {
            let Some(place) = self.order.follow(event) else { return false };
            self.apply(place, event);
        }
        self.count(event);
        self.take_recorded(event);
        close_decided(&mut self.timeboxes, &self.hypotheses);
        true
    }

    /// Takes in what it does not matter when it happened.
    fn count(&mut self, event: &Event) {
        self.entries.take(event);
        if event.body.is_of_a_person() {
            self.worked.add(event.recorded_at);
        }
        if let Some(kind) = FactKind::moved_by(&event.body) {
            let last = self.moves.entry(kind).or_insert(event.id);
            *last = event.id.max(*last);
        }
        if let EventBody::CommandRun(run) = &event.body {
            self.respond((event.occurred_at, event.id), event);
            keep_last(&mut self.last_commands, event, run);
        }
    }

    /// Whoever did something that shows a responder at work has acknowledged, if nobody did so before.
    fn respond(&mut self, place: Place, event: &Event) {
        if shows_a_responder(&event.body) && self.acknowledged_first.is_none_or(|first| place < first) {
            self.acknowledged_first = Some(place);
            self.acknowledged_at = Some(event.occurred_at);
        }
    }

    /// Takes in what an event adds or changes. Events come in the order of what happened.
    fn apply(&mut self, place: Place, event: &Event) {
        let at = event.occurred_at;
        let was_over_at = self.over_at();
        self.respond(place, event);
        self.investigation.heed(event);
        match &event.body {
            EventBody::TitleChanged { to, .. } => self.title.clone_from(to),
            EventBody::StartChanged { to, .. } => self.started_at = *to,
            EventBody::StatusChanged { to, reason, .. } => self.enter_status(*to, at, reason.as_ref()),
            // What the policy raised on two laptops it raised once.
            EventBody::SeverityChanged { to, cause: SeverityCause::Automatic, .. } if *to == self.severity => {}
            EventBody::SeverityChanged { to, reason, cause, lowering, .. } => {
                change(&mut self.severity_history, *to, at, *lowering);
                self.enter_severity(*to, *cause, reason.as_ref());
            }
            EventBody::SeverityReasoned { reasoning, .. } => self.severity_reasoning = Some(reasoning.clone()),
            EventBody::SecurityAsked { words, of } => self.security_asked.ask(words, of),
            EventBody::SecurityFound { because } => self.take_security(Some(because.clone())),
            EventBody::SecurityDenied { words, .. } => self.deny_security(words.as_deref()),
            EventBody::RoleChanged { role, to, .. } => self.give_role(event, *role, to.as_ref()),
            EventBody::ImpactAnswered { question, answer } => {
                self.impact.insert(*question, answer.clone());
            }
            EventBody::DebuggingExplained { person, .. } => self.debugging_explained = Some(person.clone()),
            EventBody::Detected { by } => self.detected = Some(*by),
            EventBody::Notified { who, done } => self.tick_notified(event, who, *done),
            EventBody::ChannelNamed { name, link, bridge } => {
                self.channel = Channel { name: name.clone(), link: link.clone(), bridge: bridge.clone() };
            }
            EventBody::TicketNoted { number, assignee } => {
                self.ticket = Ticket { number: number.clone(), assignee: assignee.clone() };
            }
            EventBody::ChannelOpened => self.channel_opened = true,
            EventBody::UpdateSent(message) => {
                let tells_the_end = !self.is_active();
                let message = message.head.clone();
                self.updates.push(SentUpdate { id: event.id, at, message, tells_the_end, overtaken: false, taken_back: false });
            }
            EventBody::Snoozed { key, until, not_yet, .. } => {
                self.snoozes.insert(key_without_handle(key).to_owned(), *until);
                self.escalation_hold = put_off(self.escalation_hold.take(), until.filter(|_| *not_yet));
            }
            EventBody::EscalationStopped { reason } => self.escalation_hold = Some(EscalationHold::Stopped { reason: reason.clone() }),
            EventBody::EscalationResumed => self.escalation_hold = None,
            EventBody::Withdrawn { reason, into } => self.withdrawn = Some(Withdrawal::said(event, reason, *into)),
            EventBody::BroughtBack => self.withdrawn = None,
            EventBody::Backfilled { source } => {
                self.backfilled = true;
                self.read_from = Some(ReadFrom::said(event, source));
            }
            EventBody::TimeboxSet { text, until } => self.timeboxes.push(Timebox::set(event, text, *until)),
            EventBody::VerificationChecked { check, done } => self.tick_check(*check, *done),
            EventBody::CheckEvidenceAdded { check, text, source } => {
                self.see_check(*check, CheckEvidence::added(event, text, *source));
            }
            EventBody::StayedQuiet => self.stayed_quiet_at = Some(at),
            EventBody::DeployQuestionAnswered { id, answer, .. } => {
                self.deploy_answers.insert(id.clone(), DeployAnswered { event: event.id, answer: *answer });
            }
            EventBody::ChecklistTicked { line, done } => tick(&mut self.hand_ticks, *line, *done),
            EventBody::ReviewScheduled { at, with } => self.review_scheduled = Some(ScheduledReview { at: *at, with: with.clone() }),
            EventBody::ReviewAsked => self.review.asked_at = Some(at),
            EventBody::ReviewPublished | EventBody::ReviewCompleted { .. } => self.review_published_at = Some(at),
            EventBody::ReviewReopened { .. } => self.open_review(),
            EventBody::ActionAdded { .. } => self.actions.extend(ActionItem::added(event)),
            EventBody::FindingAdded { about, text, onset } => self.add_finding(event, *about, text, *onset),
            EventBody::ChangeNoted { .. } => self.changes.extend(Change::noted(event)),
            EventBody::HypothesisAdded { .. } => self.hypotheses.extend(Hypothesis::added(event)),
            EventBody::MitigationAdded { .. } => self.mitigations.extend(Mitigation::added(event)),
            EventBody::RunbookBegun(_) => self.runbooks.extend(RunbookRun::begun(event)),
            EventBody::AlertTaken(alert) => self.alerts.push(IncidentAlert::taken(event, alert)),
            // The declaration came first, what amends comes later, and the rest is counted.
            EventBody::Declared { .. }
            | EventBody::Entry { .. }
            | EventBody::CommandRun(_)
            | EventBody::FromNewer { .. }
            | EventBody::ClockSet { .. }
            | EventBody::Acknowledged
            | EventBody::StepMoved { .. }
            | EventBody::PolicyChanged { .. }
            | EventBody::EntryAmended { .. }
            | EventBody::EntryRemoved
            | EventBody::EntryRestored
            | EventBody::UpdateTakenBack
            | EventBody::TimeboxClosed
            | EventBody::ReviewEdited(_)
            | EventBody::ActionAssigned { .. }
            | EventBody::ActionChanged { .. }
            | EventBody::ActionClosed { .. }
            | EventBody::FindingRemoved
            | EventBody::ChangeMarked { .. }
            | EventBody::HypothesisMoved { .. }
            | EventBody::HypothesisAssigned { .. }
            | EventBody::EvidenceAdded { .. }
            | EventBody::RunbookMoved { .. }
            | EventBody::AlertRecovered { .. }
            | EventBody::MitigationMoved { .. } => {}
        }
        self.keep_pause(was_over_at, at);
    }

    /// Takes in what is taken in the order of recording: what was written on the review, and what an event says of an earlier one.
    fn take_recorded(&mut self, event: &Event) {
        if let EventBody::ReviewEdited(edit) = &event.body {
            self.review.take(event, edit);
        }
        self.amend(event);
    }

    /// Takes in what an event says of an earlier one. Events come in the order of recording.
    fn amend(&mut self, event: &Event) {
        let Some(target) = event.amends else { return };
        let at = event.occurred_at;
        match &event.body {
            EventBody::UpdateTakenBack => on(&mut self.updates, |update| update.id == target, |update| update.taken_back = true),
            EventBody::TimeboxClosed => on(&mut self.timeboxes, |timebox| timebox.id == target, |timebox| timebox.closed_by_hand = true),
            EventBody::ActionAssigned { owner, .. } => {
                on(&mut self.actions, |action| action.id == target, |action| action.owner.clone_from(owner));
            }
            EventBody::ActionClosed { outcome, .. } => {
                on(&mut self.actions, |action| action.id == target, |action| action.close(outcome, at));
            }
            EventBody::ActionChanged { change, .. } => {
                on(&mut self.actions, |action| action.id == target, |action| action.change(change, at));
            }
            EventBody::FindingRemoved => self.findings.retain(|finding| finding.id != target),
            EventBody::ChangeMarked { suspect, .. } => {
                on(&mut self.changes, |change| change.id == target, |change| change.suspect = *suspect)
            }
            EventBody::HypothesisMoved { to, because, .. } => {
                on(&mut self.hypotheses, |one| one.id == target, |one| one.step_to(*to, because.as_ref(), at));
            }
            EventBody::HypothesisAssigned { who, .. } => on(&mut self.hypotheses, |one| one.id == target, |one| one.who.clone_from(who)),
            EventBody::EvidenceAdded { side, text, source, .. } => {
                on(&mut self.hypotheses, |one| one.id == target, |one| one.evidence.push(Evidence::added(event, *side, text, *source)));
            }
            EventBody::RunbookMoved { moved, .. } => on(&mut self.runbooks, |run| run.id == target, |run| run.take(event, moved)),
            EventBody::AlertRecovered { at: told, .. } => {
                on(&mut self.alerts, |alert| alert.id == target, |alert| alert.recovered_at = told.or(Some(at)));
            }
            EventBody::MitigationMoved { to, effect, helped, .. } => {
                on(&mut self.mitigations, |one| one.id == target, |one| one.step_to(*to, effect.as_ref(), *helped, event));
            }
            EventBody::Declared { .. }
            | EventBody::Entry { .. }
            | EventBody::EntryAmended { .. }
            | EventBody::EntryRemoved
            | EventBody::EntryRestored
            | EventBody::FromNewer { .. }
            | EventBody::ClockSet { .. }
            | EventBody::TitleChanged { .. }
            | EventBody::StartChanged { .. }
            | EventBody::StatusChanged { .. }
            | EventBody::SeverityChanged { .. }
            | EventBody::SeverityReasoned { .. }
            | EventBody::SecurityAsked { .. }
            | EventBody::SecurityFound { .. }
            | EventBody::SecurityDenied { .. }
            | EventBody::RoleChanged { .. }
            | EventBody::ImpactAnswered { .. }
            | EventBody::DebuggingExplained { .. }
            | EventBody::ChannelNamed { .. }
            | EventBody::TicketNoted { .. }
            | EventBody::Detected { .. }
            | EventBody::Notified { .. }
            | EventBody::Acknowledged
            | EventBody::ChannelOpened
            | EventBody::UpdateSent(_)
            | EventBody::Snoozed { .. }
            | EventBody::EscalationStopped { .. }
            | EventBody::EscalationResumed
            | EventBody::Withdrawn { .. }
            | EventBody::BroughtBack
            | EventBody::Backfilled { .. }
            | EventBody::TimeboxSet { .. }
            | EventBody::VerificationChecked { .. }
            | EventBody::CheckEvidenceAdded { .. }
            | EventBody::StayedQuiet
            | EventBody::RunbookBegun(_)
            | EventBody::AlertTaken(_)
            | EventBody::DeployQuestionAnswered { .. }
            | EventBody::ReviewScheduled { .. }
            | EventBody::ReviewEdited(_)
            | EventBody::ReviewAsked
            | EventBody::ReviewPublished
            | EventBody::ReviewCompleted { .. }
            | EventBody::ReviewReopened { .. }
            | EventBody::ActionAdded { .. }
            | EventBody::FindingAdded { .. }
            | EventBody::ChangeNoted { .. }
            | EventBody::StepMoved { .. }
            | EventBody::HypothesisAdded { .. }
            | EventBody::MitigationAdded { .. }
            | EventBody::CommandRun(_)
            | EventBody::ChecklistTicked { .. }
            | EventBody::PolicyChanged { .. } => {}
        }
    }

    fn enter_status(&mut self, status: Status, at: DateTime<Utc>, reason: Option<&String>) {
        // A fix that is applied anew is verified anew.
        if status == Status::Monitoring {
            self.forget_checks();
        }
        if self.status == Status::Resolved && status != Status::Resolved {
            self.reopen(status, at);
        }
        self.status = status;
        self.status_entered.insert(status, at);
        if let Some(reason) = reason {
            self.status_reasons.insert(status, reason.clone());
        }
        self.resolved_at = (status == Status::Resolved).then_some(at);
    }

    /// What was proved, told and reviewed of an end that was none counts no more, nor do the reasons for what is to be reached anew.
    fn reopen(&mut self, to: Status, at: DateTime<Utc>) {
        self.reopened_at = Some(at);
        self.backfilled = false;
        self.status_reasons.retain(|status, _| *status < to);
        self.escalation_hold = None;
        self.forget_checks();
        self.stayed_quiet_at = None;
        self.review_scheduled = None;
        self.open_review();
        let all_clears = |sent: &&mut SentUpdate| sent.tells_the_end || sent.message.update == Some(UpdateKind::Resolution);
        let all_clears = self.updates.iter_mut().filter(all_clears);
        all_clears.for_each(|sent| sent.overtaken = true);
    }

    /// It is being written again.
    fn open_review(&mut self) {
        self.review.asked_at = None;
        self.review_published_at = None;
    }

    /// What was seen of a check does not hold once the check does not.
    fn tick_check(&mut self, check: VerificationCheck, done: bool) {
        tick(&mut self.checks, check, done);
        if !done {
            self.check_evidence.remove(&check);
        }
    }

    /// What was seen ticks the check; the quiet time is kept by the clock.
    fn see_check(&mut self, check: VerificationCheck, seen: CheckEvidence) {
        if check != VerificationCheck::QuietTime {
            self.tick_check(check, true);
        }
        self.check_evidence.insert(check, seen);
    }

    fn forget_checks(&mut self) {
        self.checks.clear();
        self.check_evidence.clear();
    }

    fn enter_severity(&mut self, severity: Severity, cause: SeverityCause, reason: Option<&String>) {
        self.severity = severity;
        self.escalation_hold = None;
        self.severity_cause = cause;
        self.severity_reasoning = reason.cloned();
        // Only a person can say that it is no security matter after all, and does so by lowering it with a reason.
        if severity != Severity::P0 && self.security.is_some() {
            self.deny_security(None);
        }
    }

    fn take_security(&mut self, security: Option<SecurityReason>) {
        self.security_asked.settle();
        self.security = security;
    }

    /// What was said to be none is not asked about again.
    fn deny_security(&mut self, words: Option<&str>) {
        let decided = self.security.take();
        let words = words.or_else(|| decided.as_ref()?.words());
        self.security_asked.deny(words);
    }

    fn give_role(&mut self, event: &Event, role: Role, to: Option<&String>) {
        hand_over(&mut self.role_history, role, to, event.occurred_at);
        let before = match to {
            Some(person) => self.roles.insert(role, person.clone()),
            None => self.roles.remove(&role),
        };
        if role == Role::IncidentCommander && before.as_ref() != to {
            self.debugging_explained = None;
        }
        match to {
            Some(person) if before.as_ref() == Some(person) => {}
            Some(_) => {
                self.role_given.insert(role, event.id);
            }
            None => {
                self.role_given.remove(&role);
            }
        }
    }

    fn tick_notified(&mut self, event: &Event, who: &str, done: bool) {
        tick(&mut self.notified, who.to_owned(), done);
        if done {
            self.notifications.insert(who.to_owned(), Notification { at: event.occurred_at, by: event.author.clone() });
        } else {
            self.notifications.remove(who);
        }
    }

    fn add_finding(&mut self, event: &Event, about: FindingAbout, text: &str, onset: Option<DateTime<Utc>>) {
        let restarts_quiet = about.is_error() && self.status == Status::Monitoring;
        // Whoever ticked 'no new errors' had not seen this one.
        if restarts_quiet {
            self.tick_check(VerificationCheck::NoNewErrors, false);
        }
        self.findings.push(Finding { restarts_quiet, ..Finding::added(event, about, text, onset) });
    }
}

/// Ticks something in a set, or unticks it.
fn tick<T: Ord>(ticked: &mut BTreeSet<T>, what: T, done: bool) {
    if done {
        ticked.insert(what);
    } else {
        ticked.remove(&what);
    }
}

/// Changes the one that is meant, if it is there.
fn on<T>(all: &mut [T], is_meant: impl Fn(&T) -> bool, change: impl FnOnce(&mut T)) {
    if let Some(one) = all.iter_mut().find(|one| is_meant(one)) {
        change(one);
    }
}
