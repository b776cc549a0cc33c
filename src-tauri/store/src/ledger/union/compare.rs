//! What a union would bring, with nothing written.

use std::collections::BTreeSet;

use rusqlite::Connection;
use sitrep_core::bundle::EventLine;
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{IncidentId, PictureId};

use super::super::handles::{self, Handles, Renamed};
use super::super::incidents;
use super::clocks;
use super::incoming::Incoming;
use super::judge::{Judgement, judge};
use super::texts::{self, TextJudgement};
use super::words::{Begun, Words};
use crate::error::StoreError;

/// What a union brings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Union {
    /// The incidents that come, each with what is new of it.
    pub incidents: Vec<UnitedIncident>,
    /// The incidents that were here and are shown under another handle since.
    pub renamed: Vec<Renamed>,
    /// How many events are new.
    pub events_new: u64,
    /// How many of the events are here already.
    pub events_known: u64,
    /// How many of the new events only a newer Sitrep can read.
    pub from_newer: u64,
    /// How many attached texts are new.
    pub texts_new: u64,
    /// How many events here lose words that were taken out elsewhere.
    pub redacted_here: u64,
    /// How many of the events that are here come with words that were taken out here, which stay out.
    pub stays_redacted: u64,
    /// The pictures that its events name.
    pub pictures: BTreeSet<PictureId>,
}

/// What a union brings of one incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitedIncident {
    /// Its identity.
    pub id: IncidentId,
    /// The handle that it is shown under then.
    pub handle: String,
    /// What it was declared as, or is called here.
    pub title: String,
    /// Whether it is not here yet.
    pub is_new: bool,
    /// How many of its events are new.
    pub events_new: u64,
}

/// Words that come and are not here.
#[derive(Debug, Clone, Copy)]
pub enum NewWords<'a> {
    /// Of an event.
    Event(&'a EventBody),
    /// Of an attached text.
    Text(&'a str),
}

/// Says what a union would bring, and shows the words that are new.
pub(crate) fn compare(connection: &Connection, incoming: &dyn Incoming, look: &mut dyn FnMut(NewWords<'_>)) -> Result<Union, StoreError> {
    let handles = handles::with_others(connection, incoming.declared())?;
    let (mut union, mut words) = (Union::begun(&handles), Words::default());
    incoming.each_text(&mut |text| {
        let judged = texts::judge(connection, incoming, &text, &mut words)?;
        union.count_text(&judged);
        if judged == TextJudgement::New {
            look(NewWords::Text(&text.text));
        }
        Ok(())
    })?;
    incoming.each_incident(&mut |part| {
        clocks::new_ones(connection, incoming, &part.clocks)?;
        let (is_new, judged) = judge(connection, incoming, part)?;
        for new in judged.iter().filter_map(Judgement::new_event) {
            look(NewWords::Event(&new.read_body()));
        }
        union.count(connection, &handles, is_new, &judged, &mut words)
    })?;
    words.check(incoming)?;
    union.redacted_here = words.count_here(connection, &Begun::now(connection)?)?;
    Ok(union)
}

impl Judgement {
    pub(super) fn new_event(&self) -> Option<&EventLine> {
        if let Self::New(event) = self { Some(event) } else { None }
    }
}

impl Union {
    pub(super) fn begun(handles: &Handles) -> Self {
        Self { renamed: handles.renamed.iter().map(|(_, renamed)| renamed.clone()).collect(), ..Self::default() }
    }

    pub(super) fn count_text(&mut self, judged: &TextJudgement) {
        self.texts_new += u64::from(*judged == TextJudgement::New);
    }

    /// Counts what comes of one incident, and notes the words that were taken out of one of two copies.
    pub(super) fn count(
        &mut self,
        connection: &Connection,
        handles: &Handles,
        is_new: bool,
        judged: &[Judgement],
        words: &mut Words,
    ) -> Result<(), StoreError> {
        let Some(id) = self.count_events(judged, words) else { return Ok(()) };
        let handle = handles.shown.get(&id).cloned().unwrap_or_default();
        let events_new = judged.iter().filter_map(Judgement::new_event).count() as u64;
        let title = if is_new { declared_title(judged) } else { incidents::title_of(connection, id)? };
        self.incidents.push(UnitedIncident { id, handle, title, is_new, events_new });
        Ok(())
    }

    fn count_events(&mut self, judged: &[Judgement], words: &mut Words) -> Option<IncidentId> {
        let mut incident = None;
        for one in judged {
            incident = Some(self.count_event(one, words));
        }
        incident
    }

    fn count_event(&mut self, judged: &Judgement, words: &mut Words) -> IncidentId {
        match judged {
            Judgement::New(event) => {
                self.events_new += 1;
                self.from_newer += u64::from(matches!(event.read_body(), EventBody::FromNewer { .. }));
                self.pictures.extend(event.pictures());
                event.incident
            }
            Judgement::Known { event, words: out } => {
                self.events_known += 1;
                self.stays_redacted += u64::from(!out.is_empty());
                self.pictures.extend(event.pictures());
                words.taken_out_here(event.incident, out);
                event.incident
            }
            Judgement::Redacts(redacts) => {
                self.events_known += 1;
                self.pictures.extend(redacts.event.pictures());
                words.taken_out_of(&redacts.event, &redacts.words);
                redacts.event.incident
            }
        }
    }
}

fn declared_title(judged: &[Judgement]) -> String {
    let title = |event: &EventLine| match event.read_body() {
        EventBody::Declared { title, .. } => Some(title),
        _ => None,
    };
    judged.iter().filter_map(Judgement::new_event).filter(|event| event.kind == "declared").find_map(title).unwrap_or_default()
}
