//! What the facts say of the cause and of the end.

use super::reader::{BlamelessMark, Reader};
use crate::guard::Guard;
use crate::incident::Incident;
use crate::team::ReviewReading;
use crate::vocabulary::{HypothesisState, Status, UpdateField, UpdateKind};

/// The marks in what is said of the incident's cause and end, each words once.
#[must_use]
pub fn marks(incident: &Incident, guard: &Guard) -> Vec<BlamelessMark> {
    let reader = Reader::of(guard, incident);
    let mut marks: Vec<BlamelessMark> = Vec::new();
    for (place, text) in passages(incident) {
        for mark in reader.marks_in(place, text, ReviewReading::Causes) {
            if !marks.iter().any(|known| known.found == mark.found) {
                marks.push(mark);
            }
        }
    }
    marks
}

fn passages(incident: &Incident) -> Vec<(&'static str, &str)> {
    let notice = incident.sent_updates().find(|sent| sent.message.update == Some(UpdateKind::Resolution));
    let told = notice.into_iter().flat_map(|sent| {
        [UpdateField::RootCause, UpdateField::Resolution]
            .into_iter()
            .filter_map(|field| Some((field.label(), sent.message.fields.get(&field)?.as_str())))
    });
    let confirmed = incident.hypotheses.iter().filter(|one| one.state == HypothesisState::Confirmed);
    let causes = confirmed.map(|one| ("Confirmed cause", one.statement.as_str()));
    let end = incident.status_reasons.get(&Status::Resolved).map(|reason| ("Why it is resolved", reason.as_str()));
    told.chain(causes).chain(end).collect()
}
