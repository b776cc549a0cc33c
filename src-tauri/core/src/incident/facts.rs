//! The facts of one incident, and what follows from them alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::actions::ActionItem;
use super::alerts::IncidentAlert;
use super::changes::Change;
use super::channel::Channel;
use super::check_evidence::CheckEvidence;
use super::commands::LastCommand;
use super::deploy_answers::DeployAnswered;
use super::entries::EntryFacts;
use super::escalation_hold::EscalationHold;
use super::findings::Finding;
use super::hypotheses::Hypothesis;
use super::investigation::{Investigation, Stretch};
use super::mitigations::Mitigation;
use super::moves::FactKind;
use super::read_from::ReadFrom;
use super::review::{Review, ScheduledReview};
use super::roles::{Notification, RoleHeld};
use super::runbook_runs::RunbookRun;
use super::security_asked::SecurityAsked;
use super::severities::SeverityStretch;
use super::ticket::Ticket;
use super::timeboxes::Timebox;
use super::updates::SentUpdate;
use super::withdrawal::Withdrawal;
use super::worked::Worked;
use crate::event::{OrderEnd, Place};
use crate::text::handle;
use crate::vocabulary::{
    Audience, ChecklistLine, Detection, EventId, ImpactQuestion, IncidentId, Role, SecurityReason, Severity, SeverityCause, Status,
    UpdateKind, VerificationCheck,
};

/// The facts of one incident.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Incident {
    /// Its identity.
    pub id: IncidentId,
    /// Its name for people and scripts: no other incident of this data is shown under it.
    pub handle: String,
    /// The handle that it was declared under, which another laptop may have given to another incident, too.
    pub declared_as: String,
    /// What is wrong.
    pub title: String,
    /// How bad.
    pub severity: Severity,
    /// What it was taken for at first, where it was declared as a security matter and somebody said.
    pub assessed_first: Option<Severity>,
    /// How bad it was from when on, in order.
    pub severity_history: Vec<SeverityStretch>,
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
    /// What was asked about that.
    #[serde(default)]
    pub security_asked: SecurityAsked,
    /// The services it touches.
    pub services: Vec<String>,
    /// Who holds each filled role.
    pub roles: BTreeMap<Role, String>,
    /// The event that gave each filled role to its holder.
    pub role_given: BTreeMap<Role, EventId>,
    /// Who held a role from when to when, in order.
    pub role_history: Vec<RoleHeld>,
    /// The commander of whom it was said why they debug.
    #[serde(default)]
    pub debugging_explained: Option<String>,
    /// The answered impact questions.
    pub impact: BTreeMap<ImpactQuestion, String>,
    /// How it was detected, once somebody said so.
    #[serde(default)]
    pub detected: Option<Detection>,
    /// Why it has the severity it has, once written down for that severity.
    pub severity_reasoning: Option<String>,
    /// Who has been notified.
    pub notified: BTreeSet<String>,
    /// When each of them was notified, and by whom.
    pub notifications: BTreeMap<String, Notification>,
    /// When the first responder acknowledged, by word or by deed (UTC).
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// When it was last reopened (UTC), if it was: proof, all-clear and review of before count no more.
    pub reopened_at: Option<DateTime<Utc>>,
    /// When it was over in between (UTC), in order.
    #[serde(default)]
    pub(super) pauses: Vec<Stretch>,
    /// When people were at it.
    #[serde(default)]
    pub worked: Worked,
    /// Where in the order of what happened that was.
    pub(super) acknowledged_first: Option<Place>,
    /// What was said of the channel.
    #[serde(default)]
    pub channel: Channel,
    /// Its ticket, as a P3 has one.
    #[serde(default)]
    pub ticket: Ticket,
    /// Whether the channel or bridge is open.
    pub channel_opened: bool,
    /// What the facts know of the entries, which are rows of the ledger.
    pub entries: EntryFacts,
    /// Every update copied, in order, the ones taken back included.
    pub updates: Vec<SentUpdate>,
    /// Until when the reminders of a deadline are silent (UTC), by its key without the handle; none for good.
    pub snoozes: BTreeMap<String, Option<DateTime<Utc>>>,
    /// What holds the policy back from raising the severity by itself, if somebody said so.
    #[serde(default)]
    pub escalation_hold: Option<EscalationHold>,
    /// Every time-box, in order.
    pub timeboxes: Vec<Timebox>,
    /// Every action item, in order.
    pub actions: Vec<ActionItem>,
    /// The findings that stand, in order.
    pub findings: Vec<Finding>,
    /// Every change that was noted, in order.
    pub changes: Vec<Change>,
    /// The questions about recent changes that were answered, by their id.
    pub deploy_answers: BTreeMap<String, DeployAnswered>,
    /// How far the investigation has come.
    pub investigation: Investigation,
    /// Every hypothesis, in order.
    pub hypotheses: Vec<Hypothesis>,
    /// Every mitigation, in order.
    pub mitigations: Vec<Mitigation>,
    /// Every run of a runbook, in order.
    #[serde(default)]
    pub runbooks: Vec<RunbookRun>,
    /// Every alert that was declared as it or added to it, in order.
    #[serde(default)]
    pub alerts: Vec<IncidentAlert>,
    /// The event recorded last that moved each kind of fact.
    pub moves: BTreeMap<FactKind, EventId>,
    /// The command that each person ran last.
    pub last_commands: BTreeMap<String, LastCommand>,
    /// The ticked verification checks.
    pub checks: BTreeSet<VerificationCheck>,
    /// What was seen of each check, where somebody said so.
    pub check_evidence: BTreeMap<VerificationCheck, CheckEvidence>,
    /// The lines of the checklist that were ticked by hand.
    pub hand_ticks: BTreeSet<ChecklistLine>,
    /// When it was resolved (UTC), if it is.
    pub resolved_at: Option<DateTime<Utc>>,
    /// When somebody said that it stayed quiet after the end (UTC).
    pub stayed_quiet_at: Option<DateTime<Utc>>,
    /// Why it was no incident, if somebody withdrew it.
    #[serde(default)]
    pub withdrawn: Option<Withdrawal>,
    /// Whether it was over before Sitrep knew of it, and was not reopened since.
    #[serde(default)]
    pub backfilled: bool,
    /// From what it was read, if Sitrep did not see it happen.
    #[serde(default)]
    pub read_from: Option<ReadFrom>,
    /// When its review is, if somebody scheduled it.
    pub review_scheduled: Option<ScheduledReview>,
    /// What was written on its review.
    #[serde(default)]
    pub review: Review,
    /// When its review was marked complete (UTC), if it was.
    pub review_published_at: Option<DateTime<Utc>>,
    /// Where the order of the events has come to.
    pub(super) order: OrderEnd,
}

impl Incident {
    /// Whether it is still going on.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.status != Status::Resolved && self.withdrawn.is_none()
    }

    /// Whether it asks for nothing: it was none, or was over before Sitrep knew of it.
    #[must_use]
    pub fn asks_for_nothing(&self) -> bool {
        self.withdrawn.is_some() || (self.backfilled && !self.is_active())
    }

    /// The words that it is a security matter by, or that are asked about.
    #[must_use]
    pub fn security_words(&self) -> Option<String> {
        let asked = self.security_asked.question().map(|question| question.words.clone());
        asked.or_else(|| self.security.as_ref()?.words().map(str::to_owned))
    }

    /// The action items that are still to be done.
    pub fn open_actions(&self) -> impl Iterator<Item = &ActionItem> {
        self.actions.iter().filter(|action| action.outcome.is_none())
    }

    /// The action items that are still to be done and that nobody owns.
    pub fn unowned_actions(&self) -> impl Iterator<Item = &ActionItem> {
        self.open_actions().filter(|action| action.owner.is_none())
    }

    /// The name of its channel.
    #[must_use]
    pub fn channel_name(&self) -> String {
        self.channel.name.clone().unwrap_or_else(|| self.usual_channel())
    }

    /// What its channel is called where nobody named it: as people were told at the declaration.
    #[must_use]
    pub fn usual_channel(&self) -> String {
        handle::channel(&self.declared_as)
    }

    /// The same facts under another handle.
    #[must_use]
    pub fn shown_as(self, handle: String) -> Self {
        Self { handle, ..self }
    }

    /// Whether a fact of this kind was recorded after an event.
    #[must_use]
    pub fn moved_since(&self, kind: FactKind, since: EventId) -> bool {
        self.moves.get(&kind).is_some_and(|moved| *moved > since)
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

    /// Whether an update of this kind went out, was not taken back, and still says what is so.
    #[must_use]
    pub fn has_sent(&self, kind: UpdateKind) -> bool {
        self.sent_updates().any(|sent| sent.message.update == Some(kind) && !sent.overtaken)
    }

    /// What customers were told last, if that was not that it is over: they are owed an all-clear. None is owed to customers who
    /// never heard of the incident.
    #[must_use]
    pub fn customers_waiting_since(&self) -> Option<&SentUpdate> {
        let last = self.sent_updates().find(|sent| sent.message.audience() == Audience::Customers)?;
        let knows_the_end = last.tells_the_end && !last.overtaken;
        (!self.is_active() && !knows_the_end).then_some(last)
    }

    /// Who was told of an incident that was none, and of nothing since: they are owed a word.
    #[must_use]
    pub fn owed_a_word(&self) -> BTreeSet<Audience> {
        let told: BTreeSet<Audience> = self.sent_updates().map(|sent| sent.message.audience()).collect();
        let last = |audience| self.sent_updates().find(|sent| sent.message.audience() == audience);
        told.into_iter().filter(|audience| self.withdrawn.is_some() && last(*audience).is_some_and(|sent| !sent.tells_the_end)).collect()
    }

    /// The run of a runbook that goes on, the newest first; else the newest.
    #[must_use]
    pub fn run_in_front(&self) -> Option<&RunbookRun> {
        let newest = || self.runbooks.iter().rev();
        newest().find(|run| run.is_open()).or_else(|| newest().next())
    }

    /// The roles that are still to be filled.
    pub fn open_roles(&self) -> impl Iterator<Item = Role> + '_ {
        Role::ALL.into_iter().filter(|role| !self.roles.contains_key(role))
    }

    /// Everybody who is known by name: who holds a role, wrote something, or has something to do.
    #[must_use]
    pub fn people(&self) -> Vec<String> {
        let roles = self.roles.values();
        let authors = self.entries.authors();
        let owners = self.actions.iter().filter_map(|action| action.owner.as_ref());
        let known: BTreeSet<&String> = roles.chain(authors).chain(owners).chain([&self.declared_by]).collect();
        known.into_iter().cloned().collect()
    }
}
