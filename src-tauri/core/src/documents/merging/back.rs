//! What is recorded as a merge is taken back.

use super::copies::{Side, whole};
use super::recording::Recording;
use crate::event::{Event, EventBody};
use crate::vocabulary::{ActionOutcome, EntryKind, EventId};

/// Why an action item is dropped that came with a merge that is taken back.
pub const UNMERGED: &str = "The merge was taken back; it is to be done there.";

/// What is recorded in `into` as the merge of `from` into it is taken back: what came with it is taken from view.
#[must_use]
pub fn taken_back(from: Side<'_>, into: Side<'_>) -> Vec<Recording> {
    let gone = into.undone();
    let entries = into.copies_of(from.incident.id).filter(|(_, copy)| is_entry(copy) && !gone.contains(&copy.id)).map(|(_, copy)| copy.id);
    let removed: Vec<EventId> = entries.chain(split_off_before(from, into)).collect();
    let told = (!removed.is_empty()).then(|| told(from));
    let entries = removed.into_iter().map(|id| Recording::amending(id, EventBody::EntryRemoved));
    entries.chain(dropped(from, into)).chain(told).collect()
}

/// What is recorded in `from`: what was done of its action items meanwhile is done.
#[must_use]
pub fn taken_home(from: Side<'_>, into: Side<'_>) -> Vec<Recording> {
    let done = |id: EventId| into.incident.actions.iter().any(|item| item.id == id && item.outcome == Some(ActionOutcome::Done));
    let open = from.incident.open_actions();
    let done = open.filter(|item| into.copy_of(from.incident.id, item.id).is_some_and(|copy| done(copy.id)));
    done.map(|item| Recording::amending(item.id, EventBody::ActionClosed { text: item.text.clone(), outcome: ActionOutcome::Done }))
        .collect()
}

fn is_entry(event: &Event) -> bool {
    matches!(event.body, EventBody::Entry { .. })
}

/// What had been split off from `into` and came back with the merge stands in `from` again.
fn split_off_before<'a>(from: Side<'a>, into: Side<'a>) -> impl Iterator<Item = EventId> + 'a {
    let (gone_there, gone_here) = (from.undone(), into.undone());
    let stands = move |copy: &Event, home: EventId| !gone_there.contains(&copy.id) && !gone_here.contains(&home);
    let whole = whole(into.incident.id);
    let homes = from.copies_of(into.incident.id).filter(|(_, copy)| is_entry(copy));
    homes
        .filter(move |(origin, copy)| origin.event != whole && into.has(origin.event) && stands(copy, origin.event))
        .map(|(origin, _)| origin.event)
}

fn dropped<'a>(from: Side<'a>, into: Side<'a>) -> impl Iterator<Item = Recording> + 'a {
    let came = move |id: EventId| into.copies_of(from.incident.id).any(|(_, copy)| copy.id == id);
    into.incident.open_actions().filter(move |item| came(item.id)).map(|item| {
        let outcome = ActionOutcome::Dropped { reason: UNMERGED.to_owned() };
        Recording::amending(item.id, EventBody::ActionClosed { text: item.text.clone(), outcome })
    })
}

fn told(from: Side<'_>) -> Recording {
    let text = format!("Merge taken back: {} ({}) stands for itself again", from.incident.title, from.incident.handle);
    Recording::now(EventBody::Entry { entry: EntryKind::Note, text, pictures: Vec::new(), attached: None, from: None })
}
