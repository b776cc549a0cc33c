//! What is recorded as entries are split off to an incident of their own.

use super::copies::Side;
use super::recording::Recording;
use crate::event::EventBody;
use crate::incident::Incident;
use crate::vocabulary::{EntryKind, EventId};

/// The entries that were chosen, as they are recorded in the new incident, by time; the line that says where they are from comes first.
#[must_use]
pub fn split_off(from: Side<'_>, chosen: &[EventId], author: &str) -> Vec<Recording> {
    let going = from.going();
    let lines = going.iter().filter(|going| chosen.contains(&going.row.id));
    let lines = lines.map(|going| going.as_entry(from.origin(going.row.id, &going.row.author)));
    let text = format!("Split from: {} ({})", from.incident.title, from.incident.handle);
    let origin = Some(from.as_a_whole(author));
    let body = EventBody::Entry { entry: EntryKind::Note, text, pictures: Vec::new(), attached: None, from: origin };
    [Recording::now(body)].into_iter().chain(lines).collect()
}

/// What takes the chosen entries from view where they were.
#[must_use]
pub fn taken_off(from: Side<'_>, chosen: &[EventId]) -> Vec<Recording> {
    let gone = from.undone();
    chosen.iter().filter(|id| !gone.contains(id)).map(|id| Recording::amending(*id, EventBody::EntryRemoved)).collect()
}

/// The line that says where they went.
#[must_use]
pub fn split_told(to: &Incident, count: usize) -> Recording {
    let entries = if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") };
    let text = format!("Split off: {entries} to {} ({})", to.title, to.handle);
    Recording::now(EventBody::Entry { entry: EntryKind::Note, text, pictures: Vec::new(), attached: None, from: None })
}
