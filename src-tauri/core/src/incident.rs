//! An incident is its timeline: the state is a fold over the set of its events.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action_item::ActionItem;
use crate::change::Change;
use crate::checklist::ChecklistLine;
use crate::command_run::Command;
use crate::event::{EntryKind, Event, EventBody, EventId, IncidentId, SecurityReason, SeverityCause};
use crate::finding::Finding;
use crate::handle;
use crate::hypothesis::Hypothesis;
use crate::impact::ImpactQuestion;
use crate::investigation::Investigation;
use crate::mitigation::Mitigation;
use crate::policy::Policy;
use crate::role::Role;
use crate::severity::Severity;
use crate::status::Status;
use crate::team::{Notification, RoleHeld};
use crate::update::{Audience, UpdateKind, UpdateSent};
use crate::verification::VerificationCheck;

/// The facts of one incident.
#[derive(Debug, Clone, PartialEq)]
pub struct Incident {
    /// Its identity.
    pub id: IncidentId,
    /// Its name for people and scripts.
    pub handle: String,
    /// What is wrong.
    pub title: String,
    /// How bad.
    pub severity: Severity,
    /// Since when it is that bad (UTC).
    pub severity_since: DateTime<Utc>,
    /// What gave it this severity.
    pub severity_cause: SeverityCause,
    /// Where it stands.
    pub status: Status,
    /// When each status was last entered (UTC).
    pub status_entered: BTreeMap<Status, DateTime<Utc>>,
    /// Why each status was entered, where somebody said so.
    pub status_reasons: BTreeMap<Status, String>,
    /// When it began (UTC).
    pub started_at: DateTime<Utc>,
    /// When it was declared (UTC).
    pub declared_at: DateTime<Utc>,
    /// Who declared it.
    pub declared_by: String,
    /// Set when it is a security matter.
    pub security: Option<SecurityReason>,
    /// The services it touches.
    pub services: Vec<String>,
    /// Who holds each filled role.
    pub roles: BTreeMap<Role, String>,
    /// The event that gave each filled role to its holder.
    pub role_given: BTreeMap<Role, EventId>,
    /// Who held a role from when to when, in order.
    pub role_history: Vec<RoleHeld>,
    /// The answered impact questions.
    pub impact: BTreeMap<ImpactQuestion, String>,
    /// Why it has the severity it has, once written down for that severity.
    pub severity_reasoning: Option<String>,
    /// Who has been notified.
    pub notified: BTreeSet<String>,
    /// When each of them was notified, and by whom.
    pub notifications: BTreeMap<String, Notification>,
    /// When the first responder acknowledged, by word or by deed (UTC).
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// Whether the channel or bridge is open.
    pub channel_opened: bool,
    /// The entries that stand, in the order of when they happened.
    pub entries: Vec<Entry>,
    /// Every update copied, in order, the ones taken back included.
    pub updates: Vec<SentUpdate>,
    /// Every snooze, in order.
    pub snoozes: Vec<Snooze>,
    /// Every time-box, in order.
    pub timeboxes: Vec<Timebox>,
    /// Every action item, in order.
    pub actions: Vec<ActionItem>,
    /// The findings that stand, in order.
    pub findings: Vec<Finding>,
    /// Every change that was noted, in order.
    pub changes: Vec<Change>,
    /// How far the investigation has come.
    pub investigation: Investigation,
    /// Every hypothesis, in order.
    pub hypotheses: Vec<Hypothesis>,
    /// Every mitigation, in order.
    pub mitigations: Vec<Mitigation>,
    /// Every command that was run, in order.
    pub commands: Vec<Command>,
    /// The ticked verification checks.
    pub checks: BTreeSet<VerificationCheck>,
    /// The lines of the checklist that were ticked by hand.
    pub hand_ticks: BTreeSet<ChecklistLine>,
    /// When it was resolved (UTC), if it is.
    pub resolved_at: Option<DateTime<Utc>>,
    /// When its review was marked complete (UTC), if it was.
    pub review_published_at: Option<DateTime<Utc>>,
}

/// An entry as it reads after its edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The event that wrote it.
    pub id: EventId,
    /// When it happened (UTC).
    pub at: DateTime<Utc>,
    /// When it was written (UTC), which is later where it was backdated.
    pub recorded_at: DateTime<Utc>,
    /// Note or decision.
    pub kind: EntryKind,
    /// The words; none where a picture says it all.
    pub text: String,
    /// Who wrote it.
    pub author: String,
    /// Whether it was edited.
    pub edited: bool,
}

/// An update that was copied, which counts as sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentUpdate {
    /// The event that sent it.
    pub id: EventId,
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// What was sent.
    pub message: UpdateSent,
    /// 'Not sent' was said.
    pub taken_back: bool,
}

/// Reminders of one deadline are silent until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snooze {
    /// The deadline's key.
    pub key: String,
    /// Silent until (UTC); none for good.
    pub until: Option<DateTime<Utc>>,
}

/// 'Back in ten minutes.'
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timebox {
    /// The event that set it.
    pub id: EventId,
    /// What for.
    pub text: String,
    /// When it was set (UTC).
    pub set_at: DateTime<Utc>,
    /// When it ends (UTC).
    pub until: DateTime<Utc>,
    /// The hypothesis that it is for testing, if it is.
    pub about: Option<EventId>,
    /// Closed by a person, or with the hypothesis that it is about.
    pub closed: bool,
}

/// The four roles in the stable shape that scripts read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct RoleHolders {
    /// Who commands.
    pub incident_commander: Option<String>,
    /// Who leads the work.
    pub technical_lead: Option<String>,
    /// Who writes the updates.
    pub communications_lead: Option<String>,
    /// Who keeps the timeline.
    pub scribe: Option<String>,
}

/// An incident in the stable shape of `show` and `list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IncidentSummary {
    /// Its name.
    pub handle: String,
    /// What is wrong.
    pub title: String,
    /// How bad.
    pub severity: Severity,
    /// Where it stands.
    pub status: Status,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it was declared.
    pub declared_at: DateTime<Utc>,
    /// When it was resolved.
    pub resolved_at: Option<DateTime<Utc>>,
    /// Whether it is a security matter.
    pub security: bool,
    /// The services it touches.
    pub services: Vec<String>,
    /// Who does what.
    pub roles: RoleHolders,
    /// Its channel.
    pub channel: String,
}

impl Incident {
    /// Folds events into the facts. The order in which the events are given does not matter; `None` when no declaration
    /// is among them.
    #[must_use]
    pub fn fold(events: &[Event]) -> Option<Self> {
        let ordered = in_order(events);
        let mut incident = ordered.iter().find_map(|event| Self::declared(event))?;
        for event in &ordered {
            incident.apply(event);
        }
        // An edit may move an entry to before the moment at which it was written, so edits come after all entries.
        for event in as_recorded(events) {
            incident.amend(event);
        }
        incident.close_decided_timeboxes();
        incident.entries.sort_by_key(|entry| (entry.at, entry.id));
        Some(incident)
    }

    fn declared(event: &Event) -> Option<Self> {
        let EventBody::Declared { handle, title, severity, started_at, security, services } = &event.body else {
            return None;
        };
        Some(Self {
            id: event.incident,
            handle: handle.clone(),
            title: title.clone(),
            severity: *severity,
            severity_since: event.occurred_at,
            severity_cause: SeverityCause::Assessment,
            status: Status::Investigating,
            status_entered: BTreeMap::from([(Status::Investigating, *started_at)]),
            status_reasons: BTreeMap::new(),
            started_at: *started_at,
            declared_at: event.occurred_at,
            declared_by: event.author.clone(),
            security: security.clone(),
            services: services.clone(),
            roles: BTreeMap::new(),
            role_given: BTreeMap::new(),
            role_history: Vec::new(),
            impact: BTreeMap::new(),
            severity_reasoning: None,
            notified: BTreeSet::new(),
            notifications: BTreeMap::new(),
            acknowledged_at: None,
            channel_opened: false,
            entries: Vec::new(),
            updates: Vec::new(),
            snoozes: Vec::new(),
            timeboxes: Vec::new(),
            actions: Vec::new(),
            findings: Vec::new(),
            changes: Vec::new(),
            investigation: Investigation::default(),
            hypotheses: Vec::new(),
            mitigations: Vec::new(),
            commands: Vec::new(),
            checks: BTreeSet::new(),
            hand_ticks: BTreeSet::new(),
            resolved_at: None,
            review_published_at: None,
        })
    }

    fn apply(&mut self, event: &Event) {
        let at = event.occurred_at;
        if counts_as_response(&event.body) {
            self.acknowledged_at.get_or_insert(at);
        }
        self.apply_work(event);
        match &event.body {
            EventBody::Entry { entry, text, .. } => self.entries.push(Entry {
                id: event.id,
                at,
                recorded_at: event.recorded_at,
                kind: *entry,
                text: text.clone(),
                author: event.author.clone(),
                edited: false,
            }),
            EventBody::TitleChanged { to, .. } => self.title.clone_from(to),
            EventBody::StartChanged { to, .. } => self.started_at = *to,
            EventBody::StatusChanged { to, reason, .. } => self.enter_status(*to, at, reason.as_ref()),
            EventBody::SeverityChanged { to, reason, cause, .. } => {
                self.severity = *to;
                self.severity_cause = *cause;
                self.severity_since = at;
                self.severity_reasoning.clone_from(reason);
                // Only a person can say that it is no security matter after all, and does so by lowering it with a reason.
                if *to != Severity::P0 {
                    self.security = None;
                }
            }
            EventBody::SeverityReasoned { reasoning, .. } => self.severity_reasoning = Some(reasoning.clone()),
            EventBody::RoleChanged { role, to: Some(person), .. } => {
                let before = self.roles.insert(*role, person.clone());
                if before.as_ref() != Some(person) {
                    self.role_given.insert(*role, event.id);
                }
            }
            EventBody::RoleChanged { role, to: None, .. } => {
                self.roles.remove(role);
                self.role_given.remove(role);
            }
            EventBody::ImpactAnswered { question, answer } => {
                self.impact.insert(*question, answer.clone());
            }
            EventBody::Notified { who, done: true } => {
                self.notified.insert(who.clone());
            }
            EventBody::Notified { who, done: false } => {
                self.notified.remove(who);
            }
            EventBody::ChannelOpened => self.channel_opened = true,
            EventBody::UpdateSent(message) => {
                self.updates.push(SentUpdate { id: event.id, at, message: message.clone(), taken_back: false });
            }
            EventBody::Snoozed { key, until, .. } => self.snoozes.push(Snooze { key: key.clone(), until: *until }),
            EventBody::TimeboxSet { text, until } => {
                self.timeboxes.push(Timebox {
                    id: event.id,
                    text: text.clone(),
                    set_at: at,
                    until: *until,
                    about: event.amends,
                    closed: false,
                });
            }
            EventBody::VerificationChecked { check, done: true } => {
                self.checks.insert(*check);
            }
            EventBody::VerificationChecked { check, done: false } => {
                self.checks.remove(check);
            }
            EventBody::ReviewPublished => self.review_published_at = Some(at),
            EventBody::ActionAdded { text, owner, priority, due } => self.actions.push(ActionItem {
                id: event.id,
                text: text.clone(),
                owner: owner.clone(),
                priority: *priority,
                due: *due,
                added_at: at,
                outcome: None,
            }),
            EventBody::CommandRun(run) => {
                self.commands.push(Command { id: event.id, recorded_at: event.recorded_at, by: event.author.clone(), run: run.clone() })
            }
            // What amends comes later, and what is worked on has a fold of its own.
            _ => {}
        }
    }

    fn amend(&mut self, event: &Event) {
        let Some(target) = event.amends else { return };
        match &event.body {
            EventBody::EntryAmended { text } => {
                if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == target) {
                    entry.text.clone_from(text);
                    entry.at = event.occurred_at;
                    entry.edited = true;
                }
            }
            EventBody::EntryRemoved => self.entries.retain(|entry| entry.id != target),
            EventBody::UpdateTakenBack => {
                if let Some(update) = self.updates.iter_mut().find(|update| update.id == target) {
                    update.taken_back = true;
                }
            }
            EventBody::TimeboxClosed => {
                if let Some(timebox) = self.timeboxes.iter_mut().find(|timebox| timebox.id == target) {
                    timebox.closed = true;
                }
            }
            EventBody::ActionClosed { outcome, .. } => {
                if let Some(action) = self.actions.iter_mut().find(|action| action.id == target) {
                    action.outcome = Some(outcome.clone());
                }
            }
            _ => self.amend_work(target, event),
        }
    }

    fn enter_status(&mut self, status: Status, at: DateTime<Utc>, reason: Option<&String>) {
        // A fix that is applied anew is verified anew.
        if status == Status::Monitoring {
            self.checks.clear();
        }
        self.status = status;
        self.status_entered.insert(status, at);
        if let Some(reason) = reason {
            self.status_reasons.insert(status, reason.clone());
        }
        self.resolved_at = (status == Status::Resolved).then_some(at);
    }

    /// Whether it is still going on.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.status != Status::Resolved
    }

    /// The entries that say something in words; a picture alone tells nothing in a message.
    pub fn written(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.text.is_empty())
    }

    /// The action items that are still to be done.
    pub fn open_actions(&self) -> impl Iterator<Item = &ActionItem> {
        self.actions.iter().filter(|action| action.outcome.is_none())
    }

    /// Its channel.
    #[must_use]
    pub fn channel(&self) -> String {
        handle::channel(&self.handle)
    }

    /// How long it has lasted at `now`, or lasted in all.
    #[must_use]
    pub fn duration(&self, now: DateTime<Utc>) -> TimeDelta {
        self.resolved_at.unwrap_or(now) - self.started_at
    }

    /// What was sent and not taken back, the newest first.
    pub fn sent_updates(&self) -> impl Iterator<Item = &SentUpdate> {
        self.updates.iter().rev().filter(|update| !update.taken_back)
    }

    /// The last of the four updates that went to an audience and was not taken back.
    #[must_use]
    pub fn last_update_to(&self, audience: Audience) -> Option<&SentUpdate> {
        self.sent_updates().find(|sent| sent.message.update.is_some() && sent.message.audience() == audience)
    }

    /// Whether an update of this kind went out and was not taken back.
    #[must_use]
    pub fn has_sent(&self, kind: UpdateKind) -> bool {
        self.sent_updates().any(|sent| sent.message.update == Some(kind))
    }

    /// The roles that are still to be filled.
    pub fn open_roles(&self) -> impl Iterator<Item = Role> + '_ {
        Role::ALL.into_iter().filter(|role| !self.roles.contains_key(role))
    }

    /// When the fix was applied (UTC): on entering Monitoring, as long as it has not been left for an earlier status.
    #[must_use]
    pub fn fix_applied_at(&self) -> Option<DateTime<Utc>> {
        (self.status >= Status::Monitoring).then(|| self.status_entered.get(&Status::Monitoring).copied()).flatten()
    }

    /// The last error that was found after the fix, which starts the quiet time again.
    #[must_use]
    pub fn error_after_fix(&self) -> Option<&Finding> {
        let applied = self.fix_applied_at()?;
        let until = self.resolved_at.unwrap_or(DateTime::<Utc>::MAX_UTC);
        let found_then = |finding: &&Finding| finding.about.is_error() && finding.at > applied && finding.at <= until;
        self.findings.iter().filter(found_then).max_by_key(|finding| (finding.at, finding.id))
    }

    /// From when the quiet time runs (UTC): from the fix, or from the last error found after it.
    #[must_use]
    pub fn quiet_since(&self) -> Option<DateTime<Utc>> {
        self.error_after_fix().map(|finding| finding.at).or_else(|| self.fix_applied_at())
    }

    /// When the quiet time after the fix is over (UTC).
    #[must_use]
    pub fn quiet_until(&self, policy: &Policy) -> Option<DateTime<Utc>> {
        let quiet = policy.of(self.severity).quiet().unwrap_or_else(TimeDelta::zero);
        self.quiet_since().map(|since| since + quiet)
    }

    /// Whether the five checks hold at `now`: four ticks and the quiet time (seed: Step 5, Verify the Fix).
    #[must_use]
    pub fn is_verified(&self, policy: &Policy, now: DateTime<Utc>) -> bool {
        self.checks.len() == VerificationCheck::ALL.len() && self.quiet_until(policy).is_some_and(|until| now >= until)
    }

    /// Everybody who is known by name: who holds a role, wrote something, or has something to do.
    #[must_use]
    pub fn people(&self) -> Vec<String> {
        let roles = self.roles.values();
        let authors = self.entries.iter().map(|entry| &entry.author);
        let owners = self.actions.iter().filter_map(|action| action.owner.as_ref());
        let known: BTreeSet<&String> = roles.chain(authors).chain(owners).chain([&self.declared_by]).collect();
        known.into_iter().cloned().collect()
    }

    /// The stable shape for scripts.
    #[must_use]
    pub fn summary(&self) -> IncidentSummary {
        let holder = |role| self.roles.get(&role).cloned();
        IncidentSummary {
            handle: self.handle.clone(),
            title: self.title.clone(),
            severity: self.severity,
            status: self.status,
            started_at: self.started_at,
            declared_at: self.declared_at,
            resolved_at: self.resolved_at,
            security: self.security.is_some(),
            services: self.services.clone(),
            roles: RoleHolders {
                incident_commander: holder(Role::IncidentCommander),
                technical_lead: holder(Role::TechnicalLead),
                communications_lead: holder(Role::CommunicationsLead),
                scribe: holder(Role::Scribe),
            },
            channel: self.channel(),
        }
    }
}

/// Ids are given in the order of recording, also where a clock was set back in between.
pub(crate) fn as_recorded(events: &[Event]) -> Vec<&Event> {
    let mut recorded: Vec<&Event> = events.iter().collect();
    recorded.sort_by_key(|event| event.id);
    recorded
}

/// The order of what happened. What was recorded as it happened comes after all that was recorded before it, whatever the
/// clock said, so that a clock that is set back cannot make an update older than the one that it follows; only what a person
/// backdated goes back.
pub(crate) fn in_order(events: &[Event]) -> Vec<&Event> {
    let mut latest = DateTime::<Utc>::MIN_UTC;
    let mut placed: Vec<(DateTime<Utc>, &Event)> = Vec::with_capacity(events.len());
    for event in as_recorded(events) {
        if event.occurred_at == event.recorded_at {
            latest = latest.max(event.occurred_at);
            placed.push((latest, event));
        } else {
            placed.push((event.occurred_at, event));
        }
    }
    placed.sort_by_key(|(at, event)| (*at, event.id));
    placed.into_iter().map(|(_, event)| event).collect()
}

/// A responder is at work once one of these is recorded; a logged entry may come from a script and does not show it.
fn counts_as_response(body: &EventBody) -> bool {
    matches!(
        body,
        EventBody::Acknowledged
            | EventBody::ImpactAnswered { .. }
            | EventBody::SeverityReasoned { .. }
            | EventBody::RoleChanged { .. }
            | EventBody::StatusChanged { .. }
            | EventBody::UpdateSent(_)
            | EventBody::Notified { .. }
            | EventBody::ChannelOpened
            | EventBody::FindingAdded { .. }
            | EventBody::ChangeNoted { .. }
            | EventBody::ChangeMarked { .. }
            | EventBody::StepMoved { .. }
            | EventBody::HypothesisAdded { .. }
            | EventBody::HypothesisMoved { .. }
            | EventBody::HypothesisAssigned { .. }
            | EventBody::EvidenceAdded { .. }
            | EventBody::MitigationAdded { .. }
            | EventBody::MitigationMoved { .. }
            | EventBody::CommandRun(_)
    )
}
