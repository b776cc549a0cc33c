//! Recording a past incident.

use serde::Serialize;
use sitrep_core::event::{ActionChange, EventBody, ReviewEdit, WhyPlace, WhyWords};
use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::text::postmortem::{PostmortemAction, PostmortemLine, PostmortemWhy};
use sitrep_core::text::{handle, tidy_line};
use sitrep_core::vocabulary::{EntryKind, EventId, Status};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::preview::{BackfillInput, BackfillPreview, ReadBackfill, preview};
use crate::acts::entries::ENTRY_AT_MOST;
use crate::acts::new_events::amending_event;
use crate::acts::transcript_record::with_author;
use crate::data::{Secrets, Workstation, check_sizes};
use crate::refusals::Error;

/// A past incident that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Backfilled {
    /// The incident.
    pub incident: IncidentSummary,
    /// What was read.
    pub preview: BackfillPreview,
}

impl Workstation {
    /// Records a past incident from its postmortem: with its times, its timeline and its review, over, and with nothing due. Its declaration, its
    /// end and its timeline are on disk together or not at all.
    ///
    /// # Errors
    /// Those of [`Workstation::preview_backfill`], and [`Error::Store`].
    pub fn backfill(&self, input: &BackfillInput) -> Result<Backfilled, Error> {
        let read = self.read_backfill(input)?;
        let incident = self.declare_past(&read, &tidy_line(&input.name))?;
        self.record_review(&incident, &read, input)?;
        let incident = self.find(Some(&incident.handle))?.summary;
        Ok(Backfilled { incident, preview: preview(&read) })
    }

    fn declare_past(&self, read: &ReadBackfill, source: &str) -> Result<std::sync::Arc<Incident>, Error> {
        let now = self.now();
        let mut mask = self.mask_of(Secrets::Removed);
        let title = mask.words(&read.title);
        let mut inner = self.lock();
        let author = inner.author()?;
        let declared = inner.store.declare(&author, now, |others| {
            let handle = handle::handle(&title, read.times.started, |handle| others.is_taken(handle) || self.has_saved_review(handle));
            let new = mask.events(past_events(read, handle, title, &author, source));
            check_sizes(&new)?;
            Ok::<_, Error>(new)
        })?;
        let incident = std::sync::Arc::clone(&declared.facts.incident);
        inner.note_written(incident.id, Some(declared.facts));
        drop(inner);
        self.note_removed(&mask.removed);
        Ok(incident)
    }

    /// What names an event that is there already: how its action items stand, its whys, and the text beside an entry.
    fn record_review(&self, incident: &Incident, read: &ReadBackfill, input: &BackfillInput) -> Result<(), Error> {
        let mut mask = self.mask_of(Secrets::Removed);
        let (name, text) = (mask.words(&tidy_line(&input.name)), mask.words(&input.text));
        let attached = self.lock().store.keep_text(incident.id, self.now(), &name, &text)?;
        self.decide(&incident.handle, |incident, _| {
            let text = format!("The postmortem as it was written: {name}");
            let entry = EventBody::Entry { entry: EntryKind::Note, text, pictures: Vec::new(), attached: Some(attached), from: None };
            let original = NewEvent { occurred_at: Some(read.times.resolved), amends: None, body: entry };
            let stand = incident.actions.iter().zip(&read.read.actions).flat_map(|(item, action)| standing(item.id, action));
            Ok([original].into_iter().chain(stand).collect())
        })?;
        self.record_whys(&incident.handle, &read.read.whys)?;
        self.complete_past(&incident.handle, read, &name)
    }

    fn record_whys(&self, handle: &str, whys: &[PostmortemWhy]) -> Result<(), Error> {
        // The last at each depth.
        let mut above: Vec<EventId> = Vec::new();
        for why in whys {
            let under = why.depth.checked_sub(2).and_then(|at| above.get(at)).copied();
            let after = above.get(why.depth - 1).copied().filter(|_| above.len() >= why.depth);
            let words = WhyWords { question: why.question.clone(), answer: why.answer.clone() };
            let added = ReviewEdit::WhyAdded { why: words, at: WhyPlace { under, after } };
            let decided = self.decide(handle, |_, _| Ok(vec![EventBody::ReviewEdited(added).into()]))?;
            let id = decided.ids.first().copied().ok_or(Error::UnknownEvent)?;
            if why.root_cause {
                let rooted = ReviewEdit::WhyRooted { root_cause: true };
                self.decide(handle, |_, _| Ok(vec![amending_event(id, EventBody::ReviewEdited(rooted))]))?;
            }
            above.truncate(why.depth - 1);
            above.push(id);
        }
        Ok(())
    }

    fn complete_past(&self, handle: &str, read: &ReadBackfill, name: &str) -> Result<(), Error> {
        if !read.read.complete {
            return Ok(());
        }
        let now = self.now();
        let occurred_at = read.read.completed.filter(|at| *at <= now && *at >= read.times.resolved);
        let body = EventBody::ReviewCompleted { written: name.to_owned() };
        self.decide(handle, |_, _| Ok(vec![NewEvent { occurred_at, amends: None, body }])).map(|_| ())
    }
}

fn past_events(read: &ReadBackfill, handle: String, title: String, me: &str, source: &str) -> Vec<NewEvent> {
    let at = |occurred_at, body| NewEvent { occurred_at: Some(occurred_at), amends: None, body };
    let times = &read.times;
    let (severity, started_at) = (read.severity, times.started);
    let declared = EventBody::Declared { handle, title, severity, assessed: None, started_at, security: None, services: Vec::new() };
    let resolved = EventBody::StatusChanged { from: Status::Investigating, to: Status::Resolved, reason: None };
    let first = [at(times.declared, declared), at(times.acknowledged, EventBody::Acknowledged)];
    let lines = read.read.lines.iter().map(|line| at(line.at, entry(line, me)));
    let parts =
        read.read.parts.iter().map(|(field, text)| {
            EventBody::ReviewEdited(ReviewEdit::Written { field: field.clone(), text: cut(text), offer: None }).into()
        });
    let actions = read.read.actions.iter().map(|action| at(times.resolved, added(action)));
    let last = [at(times.resolved, resolved), EventBody::Backfilled { source: source.to_owned() }.into()];
    first.into_iter().chain(lines).chain(parts).chain(actions).chain(last).collect()
}

fn entry(line: &PostmortemLine, me: &str) -> EventBody {
    let text = with_author(line.author.as_deref(), &cut(&line.text), me);
    EventBody::Entry { entry: EntryKind::Note, text, pictures: Vec::new(), attached: None, from: None }
}

fn added(action: &PostmortemAction) -> EventBody {
    let PostmortemAction { text, owner, priority, due, .. } = action.clone();
    EventBody::ActionAdded { text: cut(&text), owner, priority, due, kind: None, from: None }
}

/// How an action item stands by now.
fn standing(id: EventId, action: &PostmortemAction) -> Vec<NewEvent> {
    let text = cut(&action.text);
    let started = action.started.then(|| EventBody::ActionChanged { text: text.clone(), change: ActionChange::Started { started: true } });
    let ended = action.outcome.clone().map(|outcome| EventBody::ActionClosed { text: text.clone(), outcome });
    started.into_iter().chain(ended).map(|body| amending_event(id, body)).collect()
}

/// What is too long for an entry is cut, and says so: all of it is in the attached text.
fn cut(text: &str) -> String {
    let most = usize::try_from(ENTRY_AT_MOST).unwrap_or(usize::MAX) - 100;
    if text.len() <= most {
        return text.to_owned();
    }
    let end = text.floor_char_boundary(most);
    format!("{}… (cut; all of it is in the attached postmortem)", &text[..end])
}
