//! Doing what a line of quick entry says.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::text::{Intent, QuickEntry, at_name, quick_entry};
use sitrep_core::vocabulary::{EntryKind, EventId, HypothesisState, MitigationState, PictureId, Severity};
use ts_rs::TS;

use super::declare::DeclareInput;
use super::entries::NewEntry;
use super::hypotheses::HypothesisInput;
use super::mitigations::{MitigationInput, MitigationMove};
use super::quick_target::QuickAim;
use super::quick_words::declaration_words;
use crate::data::{SecurityNews, Workstation};
use crate::refusals::Error;

/// What a quick entry did, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickDone {
    /// The incident.
    pub handle: String,
    /// How bad it is since.
    pub severity: Severity,
    /// What is wrong.
    pub title: String,
    /// What was recorded: `Logged at 14:38 UTC`.
    pub message: String,
    /// Whether it declared the incident.
    pub declared: bool,
    /// The entry that was logged, if it was one: this and no other is what undoing is about.
    pub entry: Option<EventId>,
    /// `GitHub token removed: …`, where something in it read like a secret.
    pub removed: Option<String>,
    /// `@ana commands and ran kubectl get pods. The Incident Commander does not debug.`, where this was the first to show it.
    pub debugging: Option<String>,
    /// What its words were found to tell of security.
    pub security: Option<SecurityNews>,
}

/// What an act of quick entry did.
struct Performed {
    message: String,
    entry: Option<EventId>,
}

impl Workstation {
    /// What `line` says, with nothing done.
    ///
    /// # Errors
    /// [`Error::QuickEntry`] for a line that cannot be done.
    pub fn read_quick_entry(&self, line: &str) -> Result<QuickEntry, Error> {
        Ok(quick_entry::parse(line, self.wall_clock())?)
    }

    /// Does what `line` says, aimed as it was shown. It is on disk when this returns.
    ///
    /// # Errors
    /// [`Error::TargetIsOver`], or why else nothing was done; the line is still the person's.
    pub fn submit_quick_entry(&self, line: &str, aim: &QuickAim, pictures: &[PictureId]) -> Result<QuickDone, Error> {
        let now = self.now();
        let entry = self.read_quick_entry(line)?;
        let declares = matches!(entry.intent, Intent::Declare { .. }) || aim.declares(&entry);
        if declares && let Some(words) = declaration_words(&entry) {
            return self.declare_quickly(words, entry.at, pictures);
        }
        let aimed = self.follow_aim(aim, entry.target.as_deref())?.ok_or(Error::NoneActive)?;
        aimed.is_as_shown()?;
        let before = aimed.row.summary;
        // What the window's acts left is none of this line's.
        drop(self.take_security_news_of(&before.handle));
        drop((self.take_removed_secrets(), self.take_debugging_news_of(&before.handle)));
        let Performed { message, entry } = self.perform(&before.handle, entry, pictures, now)?;
        // It stands, whether or not it can be read again.
        let after = self.find(Some(&before.handle)).map_or(before, |row| row.summary);
        let security = self.take_security_news_of(&after.handle);
        let removed = self.take_removed_secrets();
        let debugging = self.take_debugging_news_of(&after.handle);
        Ok(QuickDone {
            handle: after.handle,
            severity: after.severity,
            title: after.title,
            message,
            declared: false,
            entry,
            removed,
            debugging,
            security,
        })
    }

    fn declare_quickly(&self, line: &str, started: Option<DateTime<Utc>>, pictures: &[PictureId]) -> Result<QuickDone, Error> {
        drop(self.take_removed_secrets());
        let started = started.map(|at| at.to_rfc3339());
        let pictures = pictures.to_vec();
        let declared = self.declare(&DeclareInput { line: line.to_owned(), started, pictures, ..DeclareInput::default() })?;
        let message = format!("Declared {}", declared.severity);
        let (severity, title) = (declared.severity, declared.title);
        let security = self.take_security_news_of(&declared.handle);
        let removed = self.take_removed_secrets();
        Ok(QuickDone { handle: declared.handle, severity, title, message, declared: true, entry: None, removed, debugging: None, security })
    }

    fn perform(&self, handle: &str, entry: QuickEntry, pictures: &[PictureId], now: DateTime<Utc>) -> Result<Performed, Error> {
        let at = entry.at;
        match entry.intent {
            Intent::Nothing => self.log_quickly(handle, &NewEntry { kind: EntryKind::Note, text: "", pictures }, at, now),
            Intent::Log { kind, text } => self.log_quickly(handle, &NewEntry { kind, text: &text, pictures }, at, now),
            _ if !pictures.is_empty() => Err(Error::PictureNeedsEntry),
            change => self.change_quickly(handle, change, at, now).map(|message| Performed { message, entry: None }),
        }
    }

    fn log_quickly(&self, handle: &str, entry: &NewEntry<'_>, at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<Performed, Error> {
        let recorded = self.log_at(Some(handle), entry, at, now)?;
        let message = format!("Logged at {}", self.wall_clock().clock_time(recorded.occurred_at));
        Ok(Performed { message, entry: Some(recorded.id) })
    }

    fn change_quickly(&self, handle: &str, change: Intent, at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<String, Error> {
        match change {
            Intent::Nothing | Intent::Log { .. } | Intent::Declare { .. } => Err(Error::Empty("the entry")),
            Intent::Status { to, reason } => self.set_status_at(handle, to, reason.as_deref(), at).map(|()| to.to_string()),
            Intent::Severity { to, lowering, reason } => {
                self.set_severity_at(handle, to, reason.as_deref(), lowering, at).map(|()| to.to_string())
            }
            Intent::Role { role, person } => {
                let named = at_name(&person).unwrap_or_default();
                self.assign_role_at(handle, role, Some(&person), at).map(|()| format!("{} {named}", role.label()))
            }
            Intent::Timebox { length, text } => self
                .set_timebox_at(handle, length, &text, at)
                .map(|()| format!("{text}, back by {}", self.wall_clock().clock_time(at.unwrap_or(now) + length))),
            Intent::Security { is_one, reason } => {
                let what = if is_one { "A security matter" } else { "No security matter" };
                self.decide_security_at(handle, is_one, reason.as_deref(), at).map(|()| what.to_owned())
            }
            Intent::Acknowledge => self.acknowledge_at(handle, at).map(|()| "Acknowledged".to_owned()),
            Intent::Finding { about, text } => {
                self.note_finding(handle, about, &text, None, at).map(|()| format!("{}: {text}", about.label()))
            }
            Intent::Hypothesis { statement } => self.suspect_quickly(handle, statement, at),
            Intent::MoveHypothesis { to, part, because } => {
                self.move_hypothesis(handle, &part, to, because.as_deref(), at).map(|moved| format!("{}: {moved}", to.heading()))
            }
            Intent::Mitigation { action } => self.mitigate_quickly(handle, action, at),
            Intent::MoveMitigation { to, part, effect } => self
                .move_mitigation(handle, &part, &MitigationMove { effect, at, ..MitigationMove::to(to) })
                .map(|moved| format!("Mitigation {}: {moved}", to.label())),
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
