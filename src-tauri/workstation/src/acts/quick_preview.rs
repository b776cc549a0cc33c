//! What Enter will do with a line of quick entry.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sitrep_core::documents::timeline::TimelineKind;
use sitrep_core::text::quick_entry::{self, VERBS};
use sitrep_core::text::{Intent, QuickEntry, clock_time, declaration, prose, rough};
use sitrep_core::vocabulary::{EntryKind, HypothesisState, MitigationState};
use ts_rs::TS;

use super::quick_submit::declaration_words;
use super::quick_target::QuickTarget;
use crate::data::Workstation;
use crate::refusals::{Error, Problem, problem};

/// What Enter will do, shown while a quick entry is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickPreview {
    /// `14:38 UTC`.
    pub time: String,
    /// `4 min ago`, `now`.
    pub ago: String,
    /// The token that gave the time, as typed, to be drawn in the accent colour.
    pub time_token: Option<String>,
    /// `Note`, `Decision`, `Status: Mitigating`, `Declare`.
    pub what: String,
    /// For its glyph.
    pub kind: TimelineKind,
    /// Where it goes.
    pub target: Option<QuickTarget>,
    /// Whether Enter would do something.
    pub ready: bool,
    /// Whether Enter would declare an incident.
    pub declares: bool,
    /// What is wrong, if something is.
    pub problem: Option<Problem>,
    /// One line to help: the verbs while a verb is typed, why it is P0.
    pub hint: Option<String>,
}

impl Workstation {
    /// What Enter will do with `line`, aimed at `target` unless the line names another.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn preview_quick_entry(&self, line: &str, target: Option<&str>) -> Result<QuickPreview, Error> {
        let now = self.now();
        let active = self.active_incidents()?;
        let read = quick_entry::parse(line, now);
        let mut preview = blank_preview(now);
        let entry = match read {
            Ok(entry) => entry,
            Err(error) => {
                preview.target = self.aim(&active, target, None).ok().flatten();
                preview.problem = Some(problem("line", &Error::QuickEntry(error)));
                preview.hint = verbs_for(line);
                return Ok(preview);
            }
        };
        describe_entry(&mut preview, &entry, line, now);
        if preview.declares || (active.is_empty() && target.is_none() && entry.target.is_none()) {
            self.preview_declaring(&mut preview, &entry);
            return Ok(preview);
        }
        match self.aim(&active, target, entry.target.as_deref()) {
            Ok(found) => preview.target = found,
            Err(error) => preview.problem = Some(problem("target", &error)),
        }
        if let Some(target) = &preview.target
            && let Err(error) = self.name_what_moves(&entry.intent, &target.handle, &mut preview.what)
        {
            preview.problem = Some(problem("line", &error));
        }
        preview.ready = preview.ready && preview.target.is_some() && preview.problem.is_none();
        Ok(preview)
    }

    /// Names the hypothesis or mitigation that a line is about, so that it is seen before Enter.
    fn name_what_moves(&self, intent: &Intent, handle: &str, what: &mut String) -> Result<(), Error> {
        match intent {
            Intent::MoveHypothesis { to, part, .. } => {
                *what = format!("{}: {}", to.heading(), self.find_hypothesis(handle, part)?.statement)
            }
            Intent::MoveMitigation { to, part, .. } => {
                *what = format!("Mitigation {}: {}", to.label(), self.find_mitigation(handle, part)?.action)
            }
            _ => {}
        }
        Ok(())
    }

    /// With no incident active, plain text is taken as a declaration; it only lacks its severity.
    fn preview_declaring(&self, preview: &mut QuickPreview, entry: &QuickEntry) {
        let Some(words) = declaration_words(entry) else {
            preview.ready = false;
            if preview.problem.is_none() && entry.intent != Intent::Nothing {
                preview.problem = Some(problem("target", &Error::NoneActive));
            }
            return;
        };
        preview.declares = true;
        preview.kind = TimelineKind::Declared;
        preview.what = "Declare".to_owned();
        preview.ready = false;
        match declaration::parse(words, false) {
            Ok(read) => {
                preview.hint = read.security.as_ref().map(|reason| reason.explain());
                match read.severity {
                    Some(severity) => {
                        preview.what = format!("Declare {severity}");
                        preview.ready = true;
                    }
                    None => preview.problem = Some(problem("severity", &Error::SeverityMissing)),
                }
            }
            Err(error) => preview.problem = Some(problem("line", &Error::Declaration(error))),
        }
    }
}

fn blank_preview(now: DateTime<Utc>) -> QuickPreview {
    QuickPreview {
        time: clock_time(now, now),
        ago: "now".to_owned(),
        time_token: None,
        what: "Note".to_owned(),
        kind: TimelineKind::Note,
        target: None,
        ready: false,
        declares: false,
        problem: None,
        hint: None,
    }
}

fn describe_entry(preview: &mut QuickPreview, entry: &QuickEntry, line: &str, now: DateTime<Utc>) {
    if let Some(at) = entry.at {
        preview.time = clock_time(at, now);
        preview.ago = if now - at < TimeDelta::minutes(1) { "now".to_owned() } else { format!("{} ago", rough(now - at)) };
    }
    preview.time_token.clone_from(&entry.time_token);
    preview.declares = matches!(entry.intent, Intent::Declare { .. });
    preview.ready = entry.intent != Intent::Nothing;
    preview.hint = verbs_for(line);
    let (what, kind) = match &entry.intent {
        Intent::Nothing | Intent::Log { kind: EntryKind::Note, .. } => ("Note".to_owned(), TimelineKind::Note),
        Intent::Log { kind: EntryKind::Decision, .. } => ("Decision".to_owned(), TimelineKind::Decision),
        Intent::Declare { .. } => ("Declare".to_owned(), TimelineKind::Declared),
        Intent::Status { to, .. } => (format!("Status: {to}"), TimelineKind::Status),
        Intent::Severity { to, .. } => (format!("Severity: {to}"), TimelineKind::Severity),
        Intent::Role { role, person } => (format!("{}: {person}", role.label()), TimelineKind::Role),
        Intent::Timebox { length, .. } => (format!("Time-box: {}", prose(*length)), TimelineKind::Clock),
        Intent::Acknowledge => ("Acknowledge".to_owned(), TimelineKind::People),
        Intent::Finding { about, .. } => (format!("Finding: {}", about.label()), TimelineKind::Finding),
        Intent::Hypothesis { .. } => (HypothesisState::Open.heading().to_owned(), TimelineKind::Hypothesis),
        Intent::MoveHypothesis { to, .. } => (to.heading().to_owned(), TimelineKind::Hypothesis),
        Intent::Mitigation { .. } => (format!("Mitigation {}", MitigationState::Started.label()), TimelineKind::Mitigation),
        Intent::MoveMitigation { to, .. } => (format!("Mitigation {}", to.label()), TimelineKind::Mitigation),
    };
    preview.what = what;
    preview.kind = kind;
}

/// While only a verb is being typed, the verbs that it could become.
fn verbs_for(line: &str) -> Option<String> {
    let verb = line.trim_start().strip_prefix('/')?;
    let word = verb.split_whitespace().next().unwrap_or_default();
    let fitting: Vec<&str> = VERBS.iter().filter(|(name, _)| name.starts_with(word)).map(|(_, shape)| *shape).collect();
    (!fitting.is_empty()).then(|| fitting.join("   "))
}
