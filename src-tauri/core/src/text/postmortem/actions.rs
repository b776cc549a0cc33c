//! The action items of a postmortem: rows of a table, or items of a list.

use super::model::PostmortemAction;
use super::plain::{bare, plain};
use super::times::read_day;
use crate::text::{at_name, names_nobody};
use crate::vocabulary::{ActionOutcome, ActionPriority};

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Action,
    Owner,
    Priority,
    Due,
    Status,
    Other,
}

/// The columns of a table, in its order.
#[derive(Debug, Clone)]
pub(super) struct Columns(Vec<Column>);

impl Default for Columns {
    /// As the template has them.
    fn default() -> Self {
        Self(vec![Column::Action, Column::Owner, Column::Priority, Column::Due, Column::Status])
    }
}

impl Columns {
    /// The columns that a heading names, if it is one.
    pub(super) fn named(cells: &[String]) -> Option<Self> {
        let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
        let known = columns.iter().filter(|column| **column != Column::Other).count();
        (columns.contains(&Column::Action) && known >= columns.len().min(2)).then_some(Self(columns))
    }

    fn cell<'c>(&self, cells: &'c [String], column: Column) -> &'c str {
        let at = self.0.iter().position(|one| *one == column);
        at.and_then(|at| cells.get(at)).map_or("", String::as_str)
    }

    /// What is in columns that an action item has not got.
    fn rest(&self, cells: &[String]) -> String {
        let other =
            cells.iter().enumerate().filter(|(at, cell)| !cell.is_empty() && self.0.get(*at).is_none_or(|one| *one == Column::Other));
        other.map(|(_, cell)| format!("; {cell}")).collect()
    }

    /// The action item of a row.
    pub(super) fn action(&self, cells: &[String]) -> Option<PostmortemAction> {
        let text = Some(self.cell(cells, Column::Action)).filter(|text| !text.is_empty())?;
        let (started, outcome) = status(self.cell(cells, Column::Status));
        let due = self.cell(cells, Column::Due);
        let day = read_day(due);
        // A day that is none stays beside the words.
        let unread = if day.is_none() && !due.is_empty() && !due.contains("YYYY") { format!(" (due {due})") } else { String::new() };
        Some(PostmortemAction {
            text: format!("{text}{}{unread}", self.rest(cells)),
            owner: owner(self.cell(cells, Column::Owner)),
            priority: priority(self.cell(cells, Column::Priority)),
            due: day,
            started,
            outcome,
        })
    }
}

fn column(heading: &str) -> Column {
    let heading = heading.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    match () {
        () if has(&["owner", "assignee", "who", "responsible"]) => Column::Owner,
        () if has(&["priority", "prio"]) => Column::Priority,
        () if has(&["due", "date", "deadline", "when"]) => Column::Due,
        () if has(&["status", "state", "done"]) => Column::Status,
        () if has(&["action", "item", "task", "what", "follow"]) => Column::Action,
        () => Column::Other,
    }
}

fn owner(text: &str) -> Option<String> {
    if text.is_empty() || names_nobody(text) { None } else { at_name(text) }
}

fn priority(text: &str) -> ActionPriority {
    match text.to_lowercase().as_str() {
        "high" | "p0" | "p1" | "critical" | "urgent" => ActionPriority::High,
        "low" | "p3" | "p4" => ActionPriority::Low,
        _ => ActionPriority::Medium,
    }
}

/// Whether somebody works on it, and how it ended, if it did.
fn status(text: &str) -> (bool, Option<ActionOutcome>) {
    let lower = text.to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    match () {
        () if begins(&["done", "complete", "closed", "fixed", "resolved", "[x]", "✅"]) => (false, Some(ActionOutcome::Done)),
        () if begins(&["dropped", "won't", "wont", "cancelled", "canceled", "rejected"]) => {
            let reason = text.split_once(':').map_or(text, |(_, reason)| reason).trim().to_owned();
            (false, Some(ActionOutcome::Dropped { reason }))
        }
        () => (begins(&["in progress", "started", "doing", "wip"]), None),
    }
}

/// The action item that an item of a list is: `[ ] Lower the threshold (@bob, due 2026-12-01)`.
pub(super) fn listed(line: &str) -> Option<PostmortemAction> {
    let item = bare(line);
    let (ticked, words) = match item.get(..3) {
        Some("[x]" | "[X]") => (true, &item[3..]),
        Some("[ ]") => (false, &item[3..]),
        _ => (false, item),
    };
    let text = plain(words);
    let word = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';');
    let owner = text.split(word).find(|word| word.starts_with('@') && word.len() > 1).and_then(at_name);
    let due = text.split(word).find_map(read_day);
    let outcome = ticked.then_some(ActionOutcome::Done);
    (!text.is_empty()).then_some(PostmortemAction { text, owner, priority: ActionPriority::default(), due, started: false, outcome })
}
