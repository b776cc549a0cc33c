//! Doing what a line of quick entry says.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::duration_text::clock_time;
use sitrep_core::event::EntryKind;
use sitrep_core::hypothesis::HypothesisState;
use sitrep_core::mitigation::MitigationState;
use sitrep_core::picture::PictureId;
use sitrep_core::quick_entry::{self, Intent, QuickEntry};
use sitrep_store::IncidentRow;
use ts_rs::TS;

use super::declare::DeclareInput;
use super::entries::NewEntry;
use super::hypotheses::HypothesisInput;
use super::mitigations::MitigationInput;
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
        let nobody_named = target.is_none() && entry.target.is_none();
        let declares = matches!(entry.intent, Intent::Declare { .. }) || (nobody_named && self.active_incidents()?.is_empty());
        if declares && let Some(words) = declaration_words(&entry) {
            return self.declare_quickly(words, entry.at, pictures);
        }
        let part = entry.target.as_deref().or(target);
        let row = self.find(part)?;
        let handle = row.summary.handle.clone();
        let message = self.perform(&row, entry, pictures, now)?;
        Ok(QuickDone { handle, message, declared: false })
    }

    fn declare_quickly(&self, line: &str, started: Option<DateTime<Utc>>, pictures: &[PictureId]) -> Result<QuickDone, Error> {
        let started = started.map(|at| at.to_rfc3339());
        let pictures = pictures.to_vec();
        let declared = self.declare(&DeclareInput { line: line.to_owned(), started, pictures, ..DeclareInput::default() })?;
        let message = format!("Declared {} {}", declared.severity, declared.handle);
        Ok(QuickDone { handle: declared.handle, message, declared: true })
    }

    fn perform(&self, row: &IncidentRow, entry: QuickEntry, pictures: &[PictureId], now: DateTime<Utc>) -> Result<String, Error> {
        let handle = row.summary.handle.as_str();
        let log = |kind, text| Ok::<_, Error>(self.log_at(Some(handle), &NewEntry { kind, text, pictures }, entry.at, now)?.message);
        Ok(match entry.intent {
            Intent::Nothing => log(EntryKind::Note, "")?,
            Intent::Log { kind, text } => log(kind, &text)?,
            Intent::Declare { line } => self.declare_quickly(&line, entry.at, pictures)?.message,
            _ if !pictures.is_empty() => return Err(Error::PictureNeedsEntry),
            Intent::Status { to, reason } => {
                self.set_status(handle, to, reason.as_deref())?;
                format!("{to}: {}", row.summary.title)
            }
            Intent::Severity { to, reason } => {
                self.set_severity(handle, to, reason.as_deref())?;
                format!("{to}: {}", row.summary.title)
            }
            Intent::Role { role, person } => {
                self.assign_role(handle, role, Some(&person))?;
                format!("{} {person}", role.label())
            }
            Intent::Timebox { length, text } => {
                self.set_timebox(handle, length, &text)?;
                format!("{text}, back by {}", clock_time(now + length, now))
            }
            Intent::Hypothesis { statement } => {
                let input = HypothesisInput { statement: statement.clone(), ..HypothesisInput::default() };
                self.new_hypothesis(handle, &input, entry.at)?;
                format!("{}: {statement}", HypothesisState::Open.heading())
            }
            Intent::Finding { about, text } => {
                self.note_finding(handle, about, &text, None, entry.at)?;
                format!("{}: {text}", about.label())
            }
            Intent::MoveHypothesis { to, part, because } => {
                let moved = self.move_hypothesis(handle, &part, to, because.as_deref(), entry.at)?;
                format!("{}: {moved}", to.heading())
            }
            Intent::Mitigation { action } => {
                let input = MitigationInput { action: action.clone(), ..MitigationInput::default() };
                self.new_mitigation(handle, &input, entry.at)?;
                format!("Mitigation {}: {action}", MitigationState::Started.label())
            }
            Intent::MoveMitigation { to, part, effect } => {
                let moved = self.move_mitigation(handle, &part, to, effect.as_deref(), entry.at)?;
                format!("Mitigation {}: {moved}", to.label())
            }
            Intent::Acknowledge => {
                self.acknowledge(handle)?;
                format!("Acknowledged: {}", row.summary.title)
            }
        })
    }
}

/// The words of a declaration: after `/declare`, or plain text when no incident is active.
pub(crate) fn declaration_words(entry: &QuickEntry) -> Option<&str> {
    match &entry.intent {
        Intent::Declare { line } => Some(line),
        Intent::Log { kind: EntryKind::Note, text } => Some(text),
        _ => None,
    }
}
