//! Whether reviews and action items were done by the time they were due.

use serde::Serialize;
use ts_rs::TS;

use super::heading::FigureHeading;
use super::lengths::count;
use super::record::{ActionEnd, IncidentRecord, RecordedAction};
use super::sample::{Sample, handles};
use crate::procedure::review_due_by;
use crate::vocabulary::ActionPriority;

/// The action items. One that is dropped, or not due yet, counts for nothing; one that is done does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionFigures {
    /// `28 of 39 actions on time`.
    pub heading: FigureHeading,
    /// A row a priority, the highest first.
    pub rows: Vec<ActionRow>,
}

/// The action items of a priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionRow {
    /// How much they matter.
    pub priority: ActionPriority,
    /// The same in words.
    pub label: String,
    /// How many were done by the end of the day on which they were due.
    pub on_time: u32,
    /// How many were done, or were due.
    pub of: u32,
    /// How many were due and are still to be done.
    pub late_now: u32,
    /// The incidents that they belong to.
    pub incidents: Vec<String>,
    /// Those of which one is late now.
    pub incidents_late: Vec<String>,
}

/// The reviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewFigures {
    /// `6 of 7 reviews on time`.
    pub heading: FigureHeading,
    /// How many were complete by the time they were due.
    pub on_time: u32,
    /// How many were complete, or were due.
    pub of: u32,
    /// How many were due and are still to be completed.
    pub late_now: u32,
    /// The incidents that they are of.
    pub incidents: Vec<String>,
    /// Those of which one is late now.
    pub incidents_late: Vec<String>,
}

/// How something stands that was to be done by a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Followed {
    OnTime,
    DoneLate,
    LateNow,
}

pub(super) fn action_figures(sample: &Sample<'_>) -> ActionFigures {
    let rows: Vec<ActionRow> = ActionPriority::ALL.into_iter().map(|priority| action_row(sample, priority)).collect();
    let (on_time, of) = rows.iter().fold((0, 0), |(on_time, of), row| (on_time + row.on_time, of + row.of));
    ActionFigures { heading: heading(sample, on_time, of, "actions"), rows }
}

pub(super) fn review_figures(sample: &Sample<'_>) -> ReviewFigures {
    let reviews: Vec<_> = sample.records.iter().filter_map(|record| Some((*record, review(sample, record)?))).collect();
    let Tally { on_time, of, late_now, incidents, incidents_late } = tally(&reviews);
    ReviewFigures { heading: heading(sample, on_time, of, "reviews"), on_time, of, late_now, incidents, incidents_late }
}

fn heading(sample: &Sample<'_>, on_time: u32, of: u32, what: &str) -> FigureHeading {
    match of {
        0 if sample.is_empty() => FigureHeading::none(&format!("No {what} were due")),
        0 => FigureHeading::new(format!("No {what} were due")),
        1 => FigureHeading::new(format!("{on_time} of 1 {} on time", what.trim_end_matches('s'))),
        of => FigureHeading::new(format!("{on_time} of {of} {what} on time")),
    }
}

fn action_row(sample: &Sample<'_>, priority: ActionPriority) -> ActionRow {
    let of_priority = |record: &&_| -> Vec<Followed> { actions(sample, record, priority).collect() };
    let all: Vec<(&IncidentRecord, Followed)> =
        sample.records.iter().flat_map(|record| of_priority(record).into_iter().map(|followed| (*record, followed))).collect();
    let Tally { on_time, of, late_now, incidents, incidents_late } = tally(&all);
    ActionRow { priority, label: priority.label().to_owned(), on_time, of, late_now, incidents, incidents_late }
}

fn actions<'a>(sample: &'a Sample<'_>, record: &'a IncidentRecord, priority: ActionPriority) -> impl Iterator<Item = Followed> + 'a {
    let due = record.actions.iter().filter(|_| !record.backfilled);
    due.filter(move |action| action.priority == priority).filter_map(|action| followed(sample, action))
}

fn followed(sample: &Sample<'_>, action: &RecordedAction) -> Option<Followed> {
    let due = sample.policy.business.end_of(action.due?);
    match action.end {
        ActionEnd::Done(at) if at <= due => Some(Followed::OnTime),
        ActionEnd::Done(_) => Some(Followed::DoneLate),
        ActionEnd::Open if due < sample.now => Some(Followed::LateNow),
        ActionEnd::Open | ActionEnd::Dropped => None,
    }
}

fn review(sample: &Sample<'_>, record: &IncidentRecord) -> Option<Followed> {
    let resolved = record.resolved_at.filter(|_| !record.backfilled)?;
    let due = review_due_by(&record.severities, sample.policy, resolved)?;
    match record.reviewed_at {
        Some(at) if at <= due => Some(Followed::OnTime),
        Some(_) => Some(Followed::DoneLate),
        None => (due < sample.now).then_some(Followed::LateNow),
    }
}

struct Tally {
    on_time: u32,
    of: u32,
    late_now: u32,
    incidents: Vec<String>,
    incidents_late: Vec<String>,
}

fn tally(all: &[(&IncidentRecord, Followed)]) -> Tally {
    let number = |which| count(all.iter().filter(|(_, followed)| *followed == which).count());
    let late = all.iter().filter(|(_, followed)| *followed == Followed::LateNow);
    Tally {
        on_time: number(Followed::OnTime),
        of: count(all.len()),
        late_now: number(Followed::LateNow),
        incidents: handles(all.iter().map(|(record, _)| *record)),
        incidents_late: handles(late.map(|(record, _)| *record)),
    }
}
