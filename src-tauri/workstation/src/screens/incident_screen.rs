//! Everything one incident's screen shows.

use serde::Serialize;
use sitrep_core::incident::{CountedFrom, IncidentSummary, SecurityQuestion};
use sitrep_core::procedure::{ChecklistItem, NextStep, checklist, debugging_commander, next_step, next_update};
use sitrep_core::text::stopwatch;
use sitrep_core::vocabulary::{IncidentId, Role, Severity};
use ts_rs::TS;

use super::action_items::{ActionItemView, action_item_view};
use super::escalation::{EscalationView, escalation};
use super::notify::{NotifyTick, notify_ticks};
use super::review::{ReviewView, review_view};
use super::roles::{RoleView, role_view};
use super::runbook_pane::tab_progress;
use super::status_steps::{StatusStep, status_steps};
use super::triage::{Triage, triage};
use super::verification::{Verification, verification};
use super::withdrawal::{WithdrawalView, merged_into, withdrawal};
use crate::data::{Workstation, revision};
use crate::messages::{TemplateChoice, UpdateLedgerRow};
use crate::refusals::Error;

/// Whether it is a security matter, to be answered by a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SecurityQuestionView {
    /// The words that it is about; the answer carries them.
    pub words: String,
    /// What it says.
    pub text: String,
}

/// Everything one incident's screen shows, but for the clocks, which come every second.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct IncidentScreen {
    /// Its identity.
    pub id: IncidentId,
    /// Its facts.
    pub summary: IncidentSummary,
    /// What `elapsed` counts from: `since start 14:00 UTC`.
    pub since: String,
    /// `00:42:10` when this was made; the clocks bring it up to date while it is active.
    pub elapsed: String,
    /// What `since_detection` counts from: `since detection 14:05 UTC`.
    pub detected: String,
    /// The same from its detection: `00:37:10`.
    pub since_detection: String,
    /// Why it is P0 by the security rule, if it is.
    pub security_reason: Option<String>,
    /// Whether it is a security matter is asked: `'suspicious logins' may tell of signs of an intrusion, and any is a P0.`
    pub security_question: Option<SecurityQuestionView>,
    /// The status stepper.
    pub steps: Vec<StatusStep>,
    /// The roles, filled or not.
    pub roles: Vec<RoleView>,
    /// `@ana commands and is Technical Lead at the same time. The Incident Commander does not debug.`, until somebody says why.
    pub debugging: Option<String>,
    /// The one next step.
    pub next_step: NextStep,
    /// The response checklist.
    pub checklist: Vec<ChecklistItem>,
    /// The Triage pane.
    pub triage: Triage,
    /// Whether it is worked on by ticket, as a P3 is.
    pub by_ticket: bool,
    /// Who to notify.
    pub notify: Vec<NotifyTick>,
    /// Whether somebody has acknowledged.
    pub acknowledged: bool,
    /// Whether the channel or bridge is open.
    pub channel_opened: bool,
    /// What was sent, newest first.
    pub updates: Vec<UpdateLedgerRow>,
    /// Which update comes next: the name of its template.
    pub next_update: String,
    /// The templates there are for it.
    pub templates: Vec<TemplateChoice>,
    /// The Verify pane.
    pub verification: Verification,
    /// The open escalation question, if the severity can go up.
    pub escalation: Option<EscalationView>,
    /// That it was no incident, if it was withdrawn.
    pub withdrawn: Option<WithdrawalView>,
    /// How far the run of a runbook has come, for its tab.
    pub runbook: Option<String>,
    /// The review, once resolved.
    pub review: Option<ReviewView>,
    /// The action items, in the order in which they were added.
    pub actions: Vec<ActionItemView>,
    /// The newest event that this knows of.
    pub revision: u32,
}

impl Workstation {
    /// Everything one incident's screen shows.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn incident_screen(&self, handle: &str) -> Result<IncidentScreen, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let incident = inner.facts(id)?;
        let newest = inner.store.newest_of(id)?;
        let into = merged_into(&inner, &incident)?;
        drop(inner);
        let policy = &*self.policy();
        Ok(IncidentScreen {
            id,
            summary: incident.summary(),
            since: incident.counted_since(CountedFrom::Start, now),
            elapsed: stopwatch(incident.lasted(CountedFrom::Start, now)),
            detected: incident.counted_since(CountedFrom::Detection, now),
            since_detection: stopwatch(incident.lasted(CountedFrom::Detection, now)),
            security_reason: incident.security.as_ref().map(|reason| reason.explain()),
            security_question: incident.security_asked.question().map(question),
            steps: status_steps(&incident, now),
            roles: Role::ALL.map(|role| role_view(&incident, policy, role)).into(),
            debugging: debugging_commander(&incident).map(|found| found.in_words()),
            next_step: next_step(&incident, policy, now),
            checklist: checklist(&incident, policy, now),
            triage: triage(&incident, policy, &self.catalogue().severity),
            by_ticket: incident.severity == Severity::P3,
            notify: notify_ticks(&incident, policy),
            acknowledged: incident.acknowledged_at.is_some(),
            channel_opened: incident.channel_opened,
            updates: self.ledger(&incident, now)?,
            next_update: next_update(&incident).word().to_owned(),
            templates: self.template_choices(&incident)?,
            verification: verification(&incident, policy, now),
            escalation: escalation(&incident, policy, now),
            actions: incident.actions.iter().map(action_item_view).collect(),
            withdrawn: withdrawal(&incident, into, now),
            runbook: tab_progress(&incident),
            review: review_view(&incident, policy, now),
            revision: revision(newest),
        })
    }
}

fn question(asked: &SecurityQuestion) -> SecurityQuestionView {
    let text = format!("'{}' may tell of {}, and any security matter is a P0.", asked.words, asked.of);
    SecurityQuestionView { words: asked.words.clone(), text }
}
