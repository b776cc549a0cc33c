//! Which lines of a timeline go along, and as what.

use super::copies::Side;
use super::recording::Recording;
use crate::documents::timeline::{TimelineKind, TimelineRow, rows};
use crate::event::{Event, EventBody, Origin};
use crate::vocabulary::{EntryKind, WITHOUT_WORDS};

/// A line that goes along.
pub(super) struct Going<'a> {
    pub(super) row: TimelineRow,
    /// The event that wrote it.
    pub(super) event: &'a Event,
}

impl<'a> Side<'a> {
    /// The lines that a person would miss.
    pub(super) fn going(self) -> Vec<Going<'a>> {
        let rows = rows(self.events, self.incident).into_iter();
        let written = |row: TimelineRow| Some(Going { event: self.events.iter().find(|event| event.id == row.id)?, row });
        rows.filter_map(written).filter(|going| self.goes(going)).collect()
    }

    fn goes(self, Going { row, event }: &Going<'_>) -> bool {
        let taken_back = || self.incident.updates.iter().any(|sent| sent.id == row.id && sent.taken_back);
        match &event.body {
            EventBody::UpdateTakenBack | EventBody::SecurityAsked { .. } => false,
            EventBody::UpdateSent(_) => !taken_back(),
            _ => tells_what_happened(row),
        }
    }
}

/// Whether it tells of what happened, and not of the procedure, who did what in it, or when it reminds.
fn tells_what_happened(row: &TimelineRow) -> bool {
    match row.kind {
        // A withdrawal is of the incident alone.
        TimelineKind::Declared => row.strong,
        TimelineKind::Note
        | TimelineKind::Decision
        | TimelineKind::Status
        | TimelineKind::Severity
        | TimelineKind::Impact
        | TimelineKind::Update
        | TimelineKind::Finding
        | TimelineKind::Change
        | TimelineKind::Hypothesis
        | TimelineKind::Mitigation
        | TimelineKind::Command
        | TimelineKind::Runbook
        | TimelineKind::Alert => true,
        TimelineKind::Role
        | TimelineKind::People
        | TimelineKind::Clock
        | TimelineKind::Investigation
        | TimelineKind::Verification
        | TimelineKind::Review
        | TimelineKind::FromNewer => false,
    }
}

impl Going<'_> {
    /// The line as an entry, at its own time.
    pub(super) fn as_entry(&self, from: Origin) -> Recording {
        let row = &self.row;
        let entry = if row.kind == TimelineKind::Decision { EntryKind::Decision } else { EntryKind::Note };
        let (pictures, attached) = (row.pictures.clone(), row.attached.clone());
        let body = EventBody::Entry { entry, text: self.words(), pictures, attached, from: Some(from) };
        Recording { occurred_at: Some(row.occurred_at), amends: None, body }
    }

    /// What it says, with what is behind it: the text of an update, the last lines of a command.
    fn words(&self) -> String {
        let text = self.row.text.as_str();
        match &self.event.body {
            EventBody::UpdateSent(sent) => format!("{text}:\n{}", sent.words()),
            _ if !self.row.kept.is_empty() => format!("{text}\n{}", self.row.kept.join("\n")),
            _ if text == WITHOUT_WORDS && !self.row.pictures.is_empty() => String::new(),
            _ => text.to_owned(),
        }
    }
}
