//! Recording a past incident.

use std::cell::RefCell;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::event::{ActionChange, EventBody, ReviewEdit, WhyPlace, WhyWords};
use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::text::postmortem::{PostmortemAction, PostmortemLine};
use sitrep_core::text::{handle, tidy_line};
use sitrep_core::vocabulary::{EntryKind, EventId, Status};
use sitrep_store::{Declaring, NewEvent, OtherIncidents};
use ts_rs::TS;

use super::preview::{BackfillInput, BackfillPreview, ReadBackfill, preview};
use crate::acts::entries::ENTRY_AT_MOST;
use crate::acts::new_events::amending_event;
use crate::acts::transcript_record::with_author;
use crate::data::{Mask, Secrets, Workstation, check_sizes};
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
    /// Records a past incident from its postmortem: with its times, its timeline and its review, over, and with nothing due. On disk all
    /// together or not at all.
    ///
    /// # Errors
    /// Those of [`Workstation::preview_backfill`], and [`Error::Store`].
    pub fn backfill(&self, input: &BackfillInput) -> Result<Backfilled, Error> {
        let read = self.read_backfill(input)?;
        let incident = self.record_past(&read, input)?;
        let incident = self.find(Some(&incident.handle))?.summary;
        Ok(Backfilled { incident, preview: preview(&read) })
    }

    fn record_past(&self, read: &ReadBackfill, input: &BackfillInput) -> Result<std::sync::Arc<Incident>, Error> {
        let (now, mask) = (self.now(), RefCell::new(self.mask_of(Secrets::Removed)));
        let (source, title) = (tidy_line(&input.name), mask.borrow_mut().words(&read.title));
        let mut inner = self.lock();
        let author = inner.author()?;
        let first = |others: &OtherIncidents<'_>| {
            let handle = handle::handle(&title, read.times.started, |handle| others.is_taken(handle) || self.has_saved_review(handle));
            let new = mask.borrow_mut().events(past_events(read, handle, title.clone(), &author, &source));
            check_sizes(&new)?;
            Ok::<_, Error>(new)
        };
        let declared = inner.store.declare_and(&author, now, first, |declaring| {
            Past { declaring, mask: &mut mask.borrow_mut(), read }.record_review(input, now)
        })?;
        let incident = std::sync::Arc::clone(&declared.facts.incident);
        inner.note_written(incident.id, Some(declared.facts));
        drop(inner);
        self.note_removed(&mask.borrow().removed);
        Ok(incident)
    }
}

/// A past incident that is being recorded.
struct Past<'a, 'b> {
    declaring: &'a mut Declaring<'b>,
    mask: &'a mut Mask,
    read: &'a ReadBackfill,
}

impl Past<'_, '_> {
    /// What names an event that is there already: how its action items stand, its whys, and the text beside an entry.
    fn record_review(&mut self, input: &BackfillInput, now: DateTime<Utc>) -> Result<(), Error> {
        let (name, text) = (self.mask.words(&tidy_line(&input.name)), self.mask.words(&input.text));
        let attached = self.declaring.keep_text(&name, &text)?;
        let text = format!("The postmortem as it was written: {name}");
        let entry = EventBody::Entry { entry: EntryKind::Note, text, pictures: Vec::new(), attached: Some(attached), from: None };
        let original = NewEvent { occurred_at: Some(self.read.times.resolved), amends: None, body: entry };
        let items = self.declaring.incident().actions.iter().zip(&self.read.read.actions);
        let stand: Vec<NewEvent> = items.flat_map(|(item, action)| standing(item.id, action)).collect();
        self.append([original].into_iter().chain(stand).collect())?;
        self.record_whys()?;
        self.complete(name, now)
    }

    fn append(&mut self, new: Vec<NewEvent>) -> Result<Vec<EventId>, Error> {
        let new = self.mask.events(new);
        check_sizes(&new)?;
        Ok(self.declaring.append(new)?)
    }

    fn record_whys(&mut self) -> Result<(), Error> {
        // The last at each depth.
        let mut above: Vec<EventId> = Vec::new();
        for why in &self.read.read.whys {
            let under = why.depth.checked_sub(2).and_then(|at| above.get(at)).copied();
            let after = above.get(why.depth - 1).copied().filter(|_| above.len() >= why.depth);
            let words = WhyWords { question: why.question.as_deref().map(cut), answer: cut(&why.answer) };
            let added = ReviewEdit::WhyAdded { why: words, at: WhyPlace { under, after } };
            let id = self.append(vec![EventBody::ReviewEdited(added).into()])?.first().copied().ok_or(Error::UnknownEvent)?;
            if why.root_cause {
                let rooted = ReviewEdit::WhyRooted { root_cause: true };
                self.append(vec![amending_event(id, EventBody::ReviewEdited(rooted))])?;
            }
            above.truncate(why.depth - 1);
            above.push(id);
        }
        Ok(())
    }

    fn complete(&mut self, name: String, now: DateTime<Utc>) -> Result<(), Error> {
        if !self.read.read.complete {
            return Ok(());
        }
        let occurred_at = self.read.read.completed.filter(|at| *at <= now && *at >= self.read.times.resolved);
        let body = EventBody::ReviewCompleted { written: name };
        self.append(vec![NewEvent { occurred_at, amends: None, body }]).map(|_| ())
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
