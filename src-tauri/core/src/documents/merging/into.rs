//! What is recorded in an incident as another is merged into it.

use super::back::UNMERGED;
use super::copies::{Side, whole};
use super::going::Going;
use super::recording::Recording;
use crate::event::{ActionChange, EventBody};
use crate::incident::{ActionItem, Entry};
use crate::vocabulary::{ActionOutcome, EntryKind, EventId};

/// What is recorded in `into` as `from` is merged into it by `author`; nothing of what is there already.
#[must_use]
pub fn merged(from: Side<'_>, into: Side<'_>, author: &str) -> Vec<Recording> {
    let lines = from.going().into_iter().flat_map(|going| line(from, into, &going));
    let actions = from.incident.open_actions().filter_map(|item| action(from, into, item));
    heading(from, into, author).into_iter().chain(lines).chain(actions).collect()
}

/// `Merged in: Payments failing (2026-11-23-payments-failing)`.
fn heading(from: Side<'_>, into: Side<'_>, author: &str) -> Option<Recording> {
    let text = format!("Merged in: {} ({})", from.incident.title, from.incident.handle);
    let origin = Some(from.as_a_whole(author));
    let body = EventBody::Entry { entry: EntryKind::Note, text, pictures: Vec::new(), attached: None, from: origin };
    once(from, into, whole(from.incident.id), || Recording::now(body))
}

/// What is there is not recorded again, and brought back where it was taken from view.
fn once(from: Side<'_>, into: Side<'_>, event: EventId, anew: impl FnOnce() -> Recording) -> Option<Recording> {
    match into.copy_of(from.incident.id, event) {
        Some(copy) => into.undone().contains(&copy.id).then(|| Recording::amending(copy.id, EventBody::EntryRestored)),
        None => Some(anew()),
    }
}

fn line(from: Side<'_>, into: Side<'_>, going: &Going<'_>) -> Vec<Recording> {
    let home = going.event.body.origin().filter(|origin| origin.incident == into.incident.id).map(|origin| origin.event);
    match home {
        Some(home) if home == whole(into.incident.id) => Vec::new(),
        Some(home) if into.has(home) => come_home(into, home, going),
        _ => {
            let origin = from.origin(going.row.id, &going.row.author);
            once(from, into, going.row.id, || going.as_entry(origin)).into_iter().collect()
        }
    }
}

/// What was split off is an entry here already: it is brought back, as it reads by now.
fn come_home(into: Side<'_>, home: EventId, going: &Going<'_>) -> Vec<Recording> {
    let back = into.undone().contains(&home).then(|| Recording::amending(home, EventBody::EntryRestored));
    let edited = going.row.edited && !reads_so(into, home, going);
    let amended = || Recording {
        occurred_at: Some(going.row.occurred_at),
        ..Recording::amending(home, EventBody::EntryAmended { text: going.row.text.clone() })
    };
    back.into_iter().chain(edited.then(amended)).collect()
}

fn reads_so(into: Side<'_>, home: EventId, going: &Going<'_>) -> bool {
    let edits: Vec<_> = into.events.iter().filter(|event| matches!(event.body, EventBody::EntryAmended { .. })).cloned().collect();
    let written = into.events.iter().find(|event| event.id == home).and_then(|event| Entry::read(event, &edits));
    written.is_some_and(|entry| entry.text == going.row.text && entry.at == going.row.occurred_at)
}

/// No duty goes missing: what is to be done there is to be done here.
fn action(from: Side<'_>, into: Side<'_>, item: &ActionItem) -> Option<Recording> {
    let Some(copy) = into.copy_of(from.incident.id, item.id) else { return Some(added(from, item)) };
    let here = into.incident.actions.iter().find(|here| here.id == copy.id)?;
    let taken_back = matches!(&here.outcome, Some(ActionOutcome::Dropped { reason }) if reason == UNMERGED);
    let change = ActionChange::Reopened { reason: "Merged again".to_owned() };
    taken_back.then(|| Recording::amending(copy.id, EventBody::ActionChanged { text: here.text.clone(), change }))
}

fn added(from: Side<'_>, item: &ActionItem) -> Recording {
    let ActionItem { text, owner, priority, due, kind, .. } = item.clone();
    let origin = Some(from.origin(item.id, &from.incident.declared_by));
    Recording::now(EventBody::ActionAdded { text, owner, priority, due, kind, from: origin })
}
