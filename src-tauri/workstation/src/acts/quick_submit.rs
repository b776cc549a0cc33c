//! Doing what a line of quick entry says.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::text::{Intent, QuickEntry, clock_time, quick_entry};
use sitrep_core::vocabulary::{EntryKind, HypothesisState, Lowering, MitigationState, PictureId};
use sitrep_store::IncidentRow;
use ts_rs::TS;

use super::declare::DeclareInput;
use super::entries::NewEntry;
use super::hypotheses::HypothesisInput;
use super::mitigations::MitigationInput;
use super::quick_target::Aim;
use super::quick_words::declaration_words;
use crate::data::Workstation;
use crate::refusals::Error;

/// What a quick entry did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickDone {
    /// The incident.
    pub handle: String,
    /// What happened: `Logged at 14:38 UTC`.
    pub message: String,
    /// Whether it declared the incident.
    pub declared: bool,
}

impl Workstation {
    /// Does what `line` says. It is on disk when this returns.
    ///
    /// # Errors
    /// Why nothing was done; the line is still the person's.
    pub fn submit_quick_entry(&self, line: &str, target: Option<&str>, pictures: &[PictureId]) -> Result<QuickDone, Error> {
        let now = self.now();
        let entry = quick_entry::parse(line, now)?;
        let declares = matches!(entry.intent, Intent::Declare { .. }) || Aim { active: &self.active_incidents()?, target }.is_free(&entry);
        if declares && let Some(words) = declaration_words(&entry) {
            return self.declare_quickly(words, entry.at, pictures);
        }
        let row = self.find(entry.target.as_deref().or(target))?;
        let message = self.perform(&row, entry, pictures, now)?;
        Ok(QuickDone { handle: row.summary.handle, message, declared: false })
    }

    fn declare_quickly(&self, line: &str, started: Option<DateTime<Utc>>, pictures: &[PictureId]) -> Result<QuickDone, Error> {
        let started = started.map(|at| at.to_rfc3339());
        let pictures = pictures.to_vec();
        let declared = self.declare(&DeclareInput { line: line.to_owned(), started, pictures, ..DeclareInput::default() })?;
        let message = format!("Declared {} {}", declared.severity, declared.handle);
        Ok(QuickDone { handle: declared.handle, message, declared: true })
    }

    fn perform(&self, row: &IncidentRow, entry: QuickEntry, pictures: &[PictureId], now: DateTime<Utc>) -> Result<String, Error> {
        let (handle, title, at) = (row.summary.handle.as_str(), &row.summary.title, entry.at);
        let log = |kind, text| Ok(self.log_at(Some(handle), &NewEntry { kind, text, pictures }, at, now)?.message);
        match entry.intent {
            Intent::Nothing => log(EntryKind::Note, ""),
            Intent::Log { kind, text } => log(kind, &text),
            Intent::Declare { line } => Ok(self.declare_quickly(&line, at, pictures)?.message),
            _ if !pictures.is_empty() => Err(Error::PictureNeedsEntry),
            Intent::Status { to, reason } => self.set_status(handle, to, reason.as_deref()).map(|()| format!("{to}: {title}")),
            Intent::Severity { to, reason } => {
                self.set_severity(handle, to, reason.as_deref(), Lowering::GotBetter).map(|()| format!("{to}: {title}"))
            }
            Intent::Role { role, person } => self.assign_role(handle, role, Some(&person)).map(|()| format!("{} {person}", role.label())),
            Intent::Timebox { length, text } => {
                self.set_timebox(handle, length, &text).map(|()| format!("{text}, back by {}", clock_time(now + length, now)))
            }
            Intent::Security { is_one, reason } => {
                let what = if is_one { "A security matter" } else { "No security matter" };
                self.decide_security(handle, is_one, reason.as_deref()).map(|()| format!("{what}: {title}"))
            }
            Intent::Acknowledge => self.acknowledge(handle).map(|()| format!("Acknowledged: {title}")),
            Intent::Finding { about, text } => {
                self.note_finding(handle, about, &text, None, at).map(|()| format!("{}: {text}", about.label()))
            }
            Intent::Hypothesis { statement } => self.suspect_quickly(handle, statement, at),
            Intent::MoveHypothesis { to, part, because } => {
                self.move_hypothesis(handle, &part, to, because.as_deref(), at).map(|moved| format!("{}: {moved}", to.heading()))
            }
            Intent::Mitigation { action } => self.mitigate_quickly(handle, action, at),
            Intent::MoveMitigation { to, part, effect } => {
                self.move_mitigation(handle, &part, to, effect.as_deref(), at).map(|moved| format!("Mitigation {}: {moved}", to.label()))
            }
        }
    }

    fn suspect_quickly(&self, handle: &str, statement: String, at: Option<DateTime<Utc>>) -> Result<String, Error> {
        let message = format!("{}: {statement}", HypothesisState::Open.heading());
        self.new_hypothesis(handle, &HypothesisInput { statement, ..HypothesisInput::default() }, at)?;
        Ok(message)
    }

    fn mitigate_quickly(&self, handle: &str, action: String, at: Option<DateTime<Utc>>) -> Result<String, Error> {
        let message = format!("Mitigation {}: {action}", MitigationState::Started.label());
        self.new_mitigation(handle, &MitigationInput { action, ..MitigationInput::default() }, at)?;
        Ok(message)
    }
}
