//! What is live at one second, in the few words that the window's title and the tray have room for.

use sitrep_core::procedure::{ClockLevel, DeadlineClock, Turn};
use sitrep_core::vocabulary::{DeadlineKind, EventId};
use sitrep_workstation::ReminderAction;
use sitrep_workstation::screens::{Clocks, IncidentClock};

use crate::workspaces::WorkspaceKind;

/// How many incidents the tray has room for.
pub const SHOWN_AT_MOST: usize = 6;

/// What is live, the worst first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TraySummary {
    /// Each incident with its nearest clock: the active ones, and those whose review or action item asks for somebody.
    pub incidents: Vec<LiveIncident>,
    /// `3 active, next: Update due in 05:00`, where there are several.
    pub headline: Option<String>,
    /// The tray's label: how many there are, where there are several, and the clock of the worst: `3 · P1 05:00`.
    pub label: Option<String>,
    /// Whether the practice workspace is on show.
    pub practice: bool,
}

/// One incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveIncident {
    /// Whose data it is in.
    pub kind: WorkspaceKind,
    /// Its handle.
    pub handle: String,
    /// `P1 Payments failing at checkout`.
    pub title: String,
    /// Whether it is going on.
    pub active: bool,
    /// `Update due in 05:00`, `Update 03:52 late`.
    pub due: Option<String>,
    /// What waits for an answer, besides what can be done with every active incident.
    pub asks: Vec<Ask>,
    /// The deadline to snooze: the one that presses, or else the update's.
    pub key: Option<String>,
    /// An update that can still be taken back.
    pub just_copied: Option<EventId>,
}

/// Something that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// What can be done about it.
    pub action: ReminderAction,
    /// The words: `Escalate to P0`, `Close: Check DNS`.
    pub label: String,
    /// The deadline's key.
    pub key: String,
}

impl TraySummary {
    /// Puts the clocks of one workspace together; `active` is how many incidents are going on, shown or not.
    pub fn new(clocks: &Clocks, active: usize, kind: WorkspaceKind) -> Self {
        let shown: Vec<&IncidentClock> = clocks.incidents.iter().filter(|clock| clock.is_live()).take(SHOWN_AT_MOST).collect();
        let worst = shown.iter().find(|clock| clock.active);
        Self {
            label: worst.map(|clock| label(clock, active)),
            headline: headline(&shown, active),
            incidents: shown.into_iter().map(|clock| live_incident(clock, kind)).collect(),
            practice: kind == WorkspaceKind::Practice,
        }
    }

    /// What is live for real comes before what is live in practice, and stays while somebody practises.
    pub fn before(self, practice: Self) -> Self {
        Self {
            incidents: self.incidents.into_iter().chain(practice.incidents).collect(),
            headline: self.headline.or(practice.headline),
            label: self.label.or(practice.label),
            practice: practice.practice,
        }
    }

    /// The main window's title.
    pub fn window_title(&self) -> String {
        let name = if self.practice { "Sitrep practice" } else { "Sitrep" };
        match &self.label {
            Some(label) => format!("{label} · {name}"),
            None => name.to_owned(),
        }
    }
}

fn label(worst: &IncidentClock, active: usize) -> String {
    let clock = worst.next.as_ref().map(|clock| format!(" {}", face(clock))).unwrap_or_default();
    let count = if active > 1 { format!("{active} · ") } else { String::new() };
    format!("{count}{}{clock}", worst.severity)
}

fn headline(shown: &[&IncidentClock], active: usize) -> Option<String> {
    let next = shown.iter().filter_map(|clock| clock.next.as_ref()).min_by_key(|deadline| Turn::from(*deadline))?;
    (active > 1).then(|| format!("{active} active, next: {}", due_line(next)))
}

fn live_incident(clock: &IncidentClock, kind: WorkspaceKind) -> LiveIncident {
    let deadlines = &clock.deadlines;
    let update = deadlines.iter().find(|deadline| deadline.kind == DeadlineKind::Update);
    let to_snooze = deadlines.iter().find(|deadline| deadline.pressing).or(update).or(deadlines.first());
    LiveIncident {
        kind,
        handle: clock.handle.clone(),
        title: format!("{} {}", clock.severity, clock.title),
        active: clock.active,
        due: clock.next.as_ref().map(due_line),
        asks: deadlines.iter().flat_map(asks).collect(),
        key: to_snooze.map(|deadline| deadline.key.clone()),
        just_copied: clock.just_copied,
    }
}

/// The acts of a deadline that are its own; copying, snoozing and opening are there for each incident anyway.
fn asks(deadline: &DeadlineClock) -> Vec<Ask> {
    let own = |action: &ReminderAction| !matches!(action, ReminderAction::CopyUpdate | ReminderAction::Snooze | ReminderAction::Open);
    // Somebody who responds early need not wait for the reminder.
    let offered = deadline.pressing || deadline.kind == DeadlineKind::Response;
    let actions = if offered { ReminderAction::of(deadline.kind) } else { vec![] };
    let ask = |action: ReminderAction| Ask { action, label: words(action, deadline), key: deadline.key.clone() };
    actions.into_iter().filter(own).map(ask).collect()
}

fn words(action: ReminderAction, deadline: &DeadlineClock) -> String {
    match (action, &deadline.subject) {
        (ReminderAction::Escalate, Some(to)) => format!("Escalate to {to}"),
        (ReminderAction::CloseTimebox | ReminderAction::FinishAction, Some(subject)) => format!("{}: {subject}", action.label()),
        _ => action.label().to_owned(),
    }
}

fn due_line(clock: &DeadlineClock) -> String {
    format!("{} {}", clock.short_label, face(clock))
}

fn face(clock: &DeadlineClock) -> String {
    let late = if clock.level == ClockLevel::Late { " late" } else { "" };
    format!("{}{late}", clock.short_clock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sitrep_core::vocabulary::Severity;

    fn clock(kind: DeadlineKind, short_label: &str, face: &str, level: ClockLevel) -> DeadlineClock {
        DeadlineClock {
            key: format!("key of {short_label}"),
            kind,
            audience: None,
            subject: None,
            label: short_label.to_owned(),
            short_label: short_label.to_owned(),
            clock: face.to_owned(),
            short_clock: face.to_owned(),
            due: String::new(),
            due_at: Default::default(),
            met_by: String::new(),
            level,
            used_percent: 0,
            snoozed: None,
            pressing: level == ClockLevel::Late,
        }
    }

    fn incident(severity: Severity, active: bool, deadlines: Vec<DeadlineClock>) -> IncidentClock {
        IncidentClock {
            handle: format!("2026-11-23-{severity}"),
            severity,
            title: "Trouble".to_owned(),
            active,
            elapsed: String::new(),
            since_detection: String::new(),
            next: deadlines.iter().min_by_key(|clock| Turn::from(*clock)).cloned(),
            deadlines,
            just_copied: None,
        }
    }

    fn summary(incidents: Vec<IncidentClock>, practice: bool) -> TraySummary {
        let active = incidents.iter().filter(|incident| incident.active).count();
        let kind = if practice { WorkspaceKind::Practice } else { WorkspaceKind::Real };
        TraySummary::new(&Clocks { utc: String::new(), incidents }, active, kind)
    }

    #[test]
    fn what_is_real_stays_while_somebody_practises() {
        let due = |face| vec![clock(DeadlineKind::Update, "Update due in", face, ClockLevel::Soon)];
        let real = summary(vec![incident(Severity::P2, true, due("05:00"))], false);
        let practice = summary(vec![incident(Severity::P0, true, due("01:00"))], true);

        let shown = real.before(practice);

        assert_eq!(shown.label.as_deref(), Some("P2 05:00"), "what is real counts for more");
        let kinds: Vec<WorkspaceKind> = shown.incidents.iter().map(|incident| incident.kind).collect();
        assert_eq!(kinds, [WorkspaceKind::Real, WorkspaceKind::Practice]);
        assert_eq!(
            summary(vec![], false).before(summary(vec![incident(Severity::P1, true, due("01:00"))], true)).label.as_deref(),
            Some("P1 01:00")
        );
    }

    #[test]
    fn clocks_read_as_in_the_tray() {
        assert_eq!(due_line(&clock(DeadlineKind::Update, "Update due in", "05:00", ClockLevel::Soon)), "Update due in 05:00");
        assert_eq!(due_line(&clock(DeadlineKind::Update, "Update", "03:52", ClockLevel::Late)), "Update 03:52 late");
    }

    #[test]
    fn the_title_says_whose_data_it_is_and_how_many_there_are() {
        assert_eq!(TraySummary::default().window_title(), "Sitrep");
        assert_eq!(summary(vec![], true).window_title(), "Sitrep practice");
        let due = || vec![clock(DeadlineKind::Update, "Update due in", "05:00", ClockLevel::Soon)];
        assert_eq!(summary(vec![incident(Severity::P1, true, due())], false).window_title(), "P1 05:00 · Sitrep");
        let two = summary(vec![incident(Severity::P1, true, due()), incident(Severity::P2, true, due())], false);
        assert_eq!(two.label.as_deref(), Some("2 · P1 05:00"));
        assert_eq!(two.headline.as_deref(), Some("2 active, next: Update due in 05:00"));
    }

    #[test]
    fn what_was_silenced_hides_nothing() {
        let silenced = DeadlineClock {
            snoozed: Some("for good".to_owned()),
            ..clock(DeadlineKind::ImpactAssessment, "Impact", "1:50:00", ClockLevel::Late)
        };
        let shown = summary(
            vec![incident(Severity::P1, true, vec![silenced, clock(DeadlineKind::Update, "Update due in", "05:00", ClockLevel::Soon)])],
            false,
        );
        assert_eq!(shown.label.as_deref(), Some("P1 05:00"));
        assert_eq!(shown.incidents[0].due.as_deref(), Some("Update due in 05:00"));
    }

    #[test]
    fn one_that_is_silenced_does_not_head_the_menu() {
        let update = |face| clock(DeadlineKind::Update, "Update", face, ClockLevel::Late);
        let silenced = DeadlineClock { snoozed: Some("for good".to_owned()), ..update("1:50:00") };
        let later = DeadlineClock { due_at: update("").due_at + std::time::Duration::from_secs(3600), ..update("00:30") };
        let shown = summary(vec![incident(Severity::P1, true, vec![silenced]), incident(Severity::P2, true, vec![later])], false);
        assert_eq!(shown.headline.as_deref(), Some("2 active, next: Update 00:30 late"));
    }

    #[test]
    fn what_waits_for_an_answer_is_offered_and_what_is_over_is_not_shown() {
        let escalation =
            DeadlineClock { subject: Some("P0".to_owned()), ..clock(DeadlineKind::Escalation, "To P0", "01:00", ClockLevel::Late) };
        let shown = summary(vec![incident(Severity::P1, true, vec![escalation])], false);
        let labels: Vec<&str> = shown.incidents.iter().flat_map(|incident| &incident.asks).map(|ask| ask.label.as_str()).collect();
        assert_eq!(labels, ["Escalate to P0", "Not yet"]);
        let review = |level| vec![incident(Severity::P1, false, vec![clock(DeadlineKind::Review, "Review", "1 h", level)])];
        assert!(summary(review(ClockLevel::Calm), false).incidents.is_empty());
        assert_eq!(summary(review(ClockLevel::Late), false).incidents.len(), 1);
        assert_eq!(summary(review(ClockLevel::Late), false).label, None);
    }
}
