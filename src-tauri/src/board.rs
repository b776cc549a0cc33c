//! What is live at one second, in the few words that the window's title and the tray have room for.

use sitrep_core::deadline::{ClockLevel, DeadlineClock, DeadlineKind};
use sitrep_core::incident::IncidentSummary;
use sitrep_workstation::views::Clocks;

/// The active incidents, the worst first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    /// Each with its nearest clock.
    pub incidents: Vec<LiveIncident>,
    /// Whether this is the practice room.
    pub practice: bool,
}

/// One active incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveIncident {
    /// Its handle.
    pub handle: String,
    /// `P1 Payments failing at checkout`.
    pub title: String,
    /// `Update due in 05:00`, `Update 03:52 late`.
    pub due: Option<String>,
    /// `P1 05:00`.
    pub label: String,
    /// The deadline to snooze: the update's, or else the nearest.
    pub key: Option<String>,
}

impl Board {
    /// Puts incidents and their clocks together.
    pub fn new(active: &[IncidentSummary], clocks: &Clocks, practice: bool) -> Self {
        let incidents = active
            .iter()
            .map(|incident| {
                let found = clocks.incidents.iter().find(|clock| clock.handle == incident.handle);
                live(incident, found.map_or(&[], |clock| clock.deadlines.as_slice()))
            })
            .collect();
        Self { incidents, practice }
    }

    /// The tray's label: the clock of the worst live incident.
    pub fn label(&self) -> Option<&str> {
        self.incidents.first().map(|incident| incident.label.as_str())
    }

    /// The main window's title.
    pub fn window_title(&self) -> String {
        let name = if self.practice { "Sitrep practice" } else { "Sitrep" };
        match self.label() {
            Some(label) => format!("{label} · {name}"),
            None => name.to_owned(),
        }
    }
}

fn live(incident: &IncidentSummary, deadlines: &[DeadlineClock]) -> LiveIncident {
    let nearest = deadlines.first();
    let update = deadlines.iter().find(|deadline| deadline.kind == DeadlineKind::Update);
    LiveIncident {
        handle: incident.handle.clone(),
        title: format!("{} {}", incident.severity, incident.title),
        due: nearest.map(due_line),
        label: nearest.map_or_else(|| incident.severity.to_string(), |clock| format!("{} {}", incident.severity, face(clock))),
        key: update.or(nearest).map(|deadline| deadline.key.clone()),
    }
}

fn due_line(clock: &DeadlineClock) -> String {
    format!("{} {}", clock.short_label, face(clock))
}

fn face(clock: &DeadlineClock) -> String {
    if clock.level == ClockLevel::Late { format!("{} late", clock.clock) } else { clock.clock.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(kind: DeadlineKind, short_label: &str, face: &str, level: ClockLevel) -> DeadlineClock {
        DeadlineClock {
            key: format!("key of {short_label}"),
            kind,
            audience: None,
            label: short_label.to_owned(),
            short_label: short_label.to_owned(),
            clock: face.to_owned(),
            due: String::new(),
            level,
            used_percent: 0,
            snoozed: None,
        }
    }

    #[test]
    fn clocks_read_as_in_the_tray() {
        assert_eq!(due_line(&clock(DeadlineKind::Update, "Update due in", "05:00", ClockLevel::Soon)), "Update due in 05:00");
        assert_eq!(due_line(&clock(DeadlineKind::Update, "Update", "03:52", ClockLevel::Late)), "Update 03:52 late");
    }

    #[test]
    fn the_title_says_whose_data_it_is() {
        assert_eq!(Board::default().window_title(), "Sitrep");
        assert_eq!(Board { practice: true, ..Board::default() }.window_title(), "Sitrep practice");
        let incident = LiveIncident { handle: "h".to_owned(), title: "t".to_owned(), due: None, label: "P1 05:00".to_owned(), key: None };
        assert_eq!(Board { incidents: vec![incident], practice: false }.window_title(), "P1 05:00 · Sitrep");
    }
}
