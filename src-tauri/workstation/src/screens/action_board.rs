//! The action items of all incidents, late ones first (seed: Follow through on action items).

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::incident::{ActionItem, Incident};
use sitrep_core::team::BusinessHours;
use sitrep_core::text::rough;
use sitrep_core::vocabulary::{ActionKind, ActionPriority, Severity};
use ts_rs::TS;

use super::action_items::{ActionItemView, action_item_view};
use crate::data::Workstation;
use crate::refusals::Error;

/// Which action items are shown. What is left out leaves nothing out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct BoardFilter {
    /// Whose; `nobody` for those that nobody owns.
    #[serde(default)]
    pub owner: Option<String>,
    /// Of which kind.
    #[serde(default)]
    pub kind: Option<ActionKind>,
    /// How much they matter.
    #[serde(default)]
    pub priority: Option<ActionPriority>,
    /// Of incidents of this service.
    #[serde(default)]
    pub service: Option<String>,
    /// Those that are closed, too.
    #[serde(default)]
    pub closed: bool,
}

/// The action items of all incidents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionBoard {
    /// The groups that hold one, late ones first.
    pub groups: Vec<BoardGroup>,
    /// How many are open.
    pub open: usize,
    /// How many of these are late.
    pub late: usize,
    /// Who owns one, to filter by.
    pub owners: Vec<String>,
    /// The services of their incidents, to filter by.
    pub services: Vec<String>,
}

/// When action items are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BoardTerm {
    /// Past their day.
    Late,
    /// Within seven days.
    ThisWeek,
    /// After that.
    Later,
    /// Nobody says when.
    NoDate,
    /// Done, or dropped.
    Closed,
}

/// Action items that are due alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardGroup {
    /// When.
    pub term: BoardTerm,
    /// `Late`, `This week`.
    pub title: String,
    /// The items, the latest first.
    pub rows: Vec<BoardRow>,
}

/// An action item with the incident that asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardRow {
    /// The incident's handle.
    pub handle: String,
    /// Its title.
    pub title: String,
    /// How bad it was at its worst.
    pub severity: Severity,
    /// When it began: `2026-11-23`.
    pub day: String,
    /// The item.
    pub item: ActionItemView,
    /// `2 d late`, where it is.
    pub late: Option<String>,
    /// Since when somebody works on it: `2026-11-20`.
    pub started: Option<String>,
    /// The whys that it answers.
    pub answers: Vec<String>,
}

impl Workstation {
    /// The action items of all incidents.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn action_board(&self, filter: &BoardFilter) -> Result<ActionBoard, Error> {
        let now = self.now();
        let policy = self.policy();
        let mut rows: Vec<(BoardTerm, BoardRow)> = Vec::new();
        let (mut owners, mut services) = (Vec::new(), Vec::new());
        for incident in self.with_action_items(filter.closed)? {
            owners.extend(incident.actions.iter().filter_map(|item| item.owner.clone()));
            services.extend(incident.services.iter().cloned());
            let items = incident.actions.iter().filter(|item| is_meant(filter, &incident, item));
            rows.extend(items.map(|item| (term(item, &policy.business, now), row(&incident, item, &policy.business, now))));
        }
        Ok(ActionBoard {
            open: rows.iter().filter(|(_, row)| row.item.open).count(),
            late: rows.iter().filter(|(term, _)| *term == BoardTerm::Late).count(),
            groups: grouped(rows),
            owners: sorted(owners),
            services: sorted(services),
        })
    }

    /// The incidents that have one, those alone of which one is open unless closed ones are asked for, too.
    fn with_action_items(&self, closed: bool) -> Result<Vec<std::sync::Arc<Incident>>, Error> {
        let mut inner = self.lock();
        let mut found = inner.store.active()?;
        found.extend(if closed { inner.store.ended(usize::MAX)? } else { inner.store.unfinished()? });
        let with_one = found.into_iter().filter(|row| closed || row.summary.resolved_at.is_none() || row.open_duties > 0);
        with_one.map(|row| inner.facts(row.id)).filter(|facts| facts.as_ref().is_ok_and(|incident| !incident.actions.is_empty())).collect()
    }
}

fn is_meant(filter: &BoardFilter, incident: &Incident, item: &ActionItem) -> bool {
    let owner = filter.owner.as_deref().is_none_or(|owner| match owner {
        "nobody" => item.owner.is_none(),
        owner => item.owner.as_deref() == Some(owner),
    });
    owner
        && (filter.closed || item.outcome.is_none())
        && filter.kind.is_none_or(|kind| item.kind == Some(kind))
        && filter.priority.is_none_or(|priority| item.priority == priority)
        && filter.service.as_ref().is_none_or(|service| incident.services.contains(service))
}

/// By its day, also of an incident that was brought in: nobody is reminded of that, and it is as late as it is.
fn term(item: &ActionItem, business: &BusinessHours, now: DateTime<Utc>) -> BoardTerm {
    if item.outcome.is_some() {
        return BoardTerm::Closed;
    }
    let week = business.day_of(now).checked_add_days(Days::new(7));
    match item.due {
        None => BoardTerm::NoDate,
        Some(due) if business.end_of(due) <= now => BoardTerm::Late,
        Some(due) if week.is_some_and(|week| due < week) => BoardTerm::ThisWeek,
        Some(_) => BoardTerm::Later,
    }
}

fn row(incident: &Incident, item: &ActionItem, business: &BusinessHours, now: DateTime<Utc>) -> BoardRow {
    let late = item.due.filter(|_| item.outcome.is_none()).map(|due| business.end_of(due)).filter(|due| *due <= now);
    BoardRow {
        handle: incident.handle.clone(),
        title: incident.title.clone(),
        severity: incident.peak_severity(),
        day: incident.started_at.format("%Y-%m-%d").to_string(),
        item: action_item_view(item),
        late: late.map(|due| format!("{} late", rough(now - due))),
        started: item.started_at.map(|at| at.format("%Y-%m-%d").to_string()),
        answers: incident.review.whys_linked_to(item.id).map(|branch| branch.why.answer.clone()).collect(),
    }
}

fn grouped(rows: Vec<(BoardTerm, BoardRow)>) -> Vec<BoardGroup> {
    let terms = [BoardTerm::Late, BoardTerm::ThisWeek, BoardTerm::Later, BoardTerm::NoDate, BoardTerm::Closed];
    let group = |term: BoardTerm| {
        let mut of_term: Vec<BoardRow> = rows.iter().filter(|(of, _)| *of == term).map(|(_, row)| row.clone()).collect();
        of_term.sort_by(|one, other| key(one).cmp(&key(other)));
        (!of_term.is_empty()).then(|| BoardGroup { term, title: title(term).to_owned(), rows: of_term })
    };
    terms.into_iter().filter_map(group).collect()
}

/// By the day, then by how much it matters, then by the incident.
fn key(row: &BoardRow) -> (Option<NaiveDate>, ActionPriority, &str, &str) {
    let due = row.item.due.as_ref().and_then(|due| due.parse().ok());
    (due, row.item.priority, &row.handle, &row.item.text)
}

fn title(term: BoardTerm) -> &'static str {
    match term {
        BoardTerm::Late => "Late",
        BoardTerm::ThisWeek => "This week",
        BoardTerm::Later => "Later",
        BoardTerm::NoDate => "No date",
        BoardTerm::Closed => "Closed",
    }
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort_unstable();
    words.dedup();
    words
}
