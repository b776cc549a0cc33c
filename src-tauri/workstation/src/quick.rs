//! Quick entry: what Enter will do, and doing it.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::documents::TimelineKind;
use sitrep_core::text::quick_entry::{self, VERBS};
use sitrep_core::text::{Intent, QuickEntry, clock_time, declaration, prose, rough};
use sitrep_core::vocabulary::{EntryKind, HypothesisState, MitigationState, PictureId};
use sitrep_store::IncidentRow;

use crate::error::Error;
use crate::investigation_views::{HypothesisInput, MitigationInput};
use crate::respond::problem;
use crate::timeline::NewEntry;
use crate::views::{DeclareInput, QuickDone, QuickPreview, QuickTarget};
use crate::workstation::Workstation;

impl Workstation {
    /// What Enter will do with `line`, aimed at `target` unless the line names another.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn preview_quick_entry(&self, line: &str, target: Option<&str>) -> Result<QuickPreview, Error> {
        let now = self.now();
        let active = self.active()?;
        let read = quick_entry::parse(line, now);
        let mut preview = blank(now);
        let entry = match read {
            Ok(entry) => entry,
            Err(error) => {
                preview.target = self.aim(&active, target, None).ok().flatten();
                preview.problem = Some(problem("line", &Error::QuickEntry(error)));
                preview.hint = verbs_for(line);
                return Ok(preview);
            }
        };
        fill(&mut preview, &entry, line, now);
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
                *what = format!("{}: {}", to.heading(), self.meant_hypothesis(handle, part)?.statement)
            }
            Intent::MoveMitigation { to, part, .. } => {
                *what = format!("Mitigation {}: {}", to.label(), self.meant_mitigation(handle, part)?.action)
            }
            _ => {}
        }
        Ok(())
    }

    /// With no incident active, plain text is taken as a declaration; it only lacks its severity.
    fn preview_declaring(&self, preview: &mut QuickPreview, entry: &QuickEntry) {
        let Some(words) = declaring(entry) else {
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

    /// Does what `line` says. It is on disk when this returns.
    ///
    /// # Errors
    /// Why nothing was done; the line is still the person's.
    pub fn submit_quick_entry(&self, line: &str, target: Option<&str>, pictures: &[PictureId]) -> Result<QuickDone, Error> {
        let now = self.now();
        let entry = quick_entry::parse(line, now)?;
        let nobody_named = target.is_none() && entry.target.is_none();
        let declares = matches!(entry.intent, Intent::Declare { .. }) || (nobody_named && self.active()?.is_empty());
        if declares && let Some(words) = declaring(&entry) {
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

    /// The active incident after `current`, or before it, going round.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn next_quick_target(&self, current: Option<&str>, back: bool) -> Result<Option<QuickTarget>, Error> {
        let active = self.active()?;
        if active.is_empty() {
            return Ok(None);
        }
        let present = active.iter().position(|row| Some(row.summary.handle.as_str()) == current);
        let next = match (present, back) {
            (None, _) => 0,
            (Some(index), false) => (index + 1) % active.len(),
            (Some(index), true) => (index + active.len() - 1) % active.len(),
        };
        Ok(active.get(next).map(|row| quick_target(row, &active)))
    }

    fn active(&self) -> Result<Vec<IncidentRow>, Error> {
        Ok(self.lock().store.active()?)
    }

    fn aim(&self, active: &[IncidentRow], target: Option<&str>, named: Option<&str>) -> Result<Option<QuickTarget>, Error> {
        match named.or(target) {
            Some(part) => Ok(Some(quick_target(&self.find(Some(part))?, active))),
            None => Ok(active.first().map(|row| quick_target(row, active))),
        }
    }
}

fn quick_target(row: &IncidentRow, active: &[IncidentRow]) -> QuickTarget {
    let place = active.iter().position(|other| other.id == row.id).map_or(0, |index| index + 1);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    QuickTarget {
        handle: row.summary.handle.clone(),
        severity: row.summary.severity,
        title: row.summary.title.clone(),
        position: count(place),
        of: count(active.len()),
    }
}

fn blank(now: DateTime<Utc>) -> QuickPreview {
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

fn fill(preview: &mut QuickPreview, entry: &QuickEntry, line: &str, now: DateTime<Utc>) {
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

/// The words of a declaration: after `/declare`, or plain text when no incident is active.
fn declaring(entry: &QuickEntry) -> Option<&str> {
    match &entry.intent {
        Intent::Declare { line } => Some(line),
        Intent::Log { kind: EntryKind::Note, text } => Some(text),
        _ => None,
    }
}

/// While only a verb is being typed, the verbs that it could become.
fn verbs_for(line: &str) -> Option<String> {
    let verb = line.trim_start().strip_prefix('/')?;
    let word = verb.split_whitespace().next().unwrap_or_default();
    let fitting: Vec<&str> = VERBS.iter().filter(|(name, _)| name.starts_with(word)).map(|(_, shape)| *shape).collect();
    (!fitting.is_empty()).then(|| fitting.join("   "))
}
