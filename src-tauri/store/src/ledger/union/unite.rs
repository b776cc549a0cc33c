//! Bringing events of other laptops together with those that are here, all in one transaction.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Transaction, params};
use sitrep_core::incident::Incident;
use sitrep_core::procedure::Stage;
use sitrep_core::vocabulary::{IncidentId, PictureId};
use uuid::Uuid;

use super::super::anew::keep_anew;
use super::super::handles::{self, Handles, Renamed};
use super::super::incidents::{self, Name};
use super::super::redact::with_open_events;
use super::super::shown_handle::handle_of;
use super::super::{attached_texts, events, facts};
use super::clocks;
use super::compare::Union;
use super::incoming::{IncidentPart, Incoming};
use super::judge::{Judgement, Redacts, judge};
use super::stored;
use super::texts::{self, TextJudgement};
use super::words::{Begun, Words};
use crate::error::StoreError;
use crate::settings;

/// What a union has brought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct United {
    /// What it has brought.
    pub brought: Union,
    /// What was taken out here, because it was taken out elsewhere.
    pub taken_out: Vec<Taken>,
    /// Whether the file and its log hold nothing of what was taken out: another process may keep the log in use.
    pub is_clean: bool,
    /// What was due before it came, said once by whoever asked for the union: the keys of reminders that were settled by it.
    pub settled: Vec<String>,
}

/// What was taken out of one incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The incident's handle.
    pub handle: String,
    /// The words.
    pub words: Vec<String>,
    /// The pictures that belonged to what was taken out as a whole.
    pub pictures: Vec<PictureId>,
}

/// Which reminders of an incident that came, or of which something came, count as shown: given as it was here before and as it is since.
pub(crate) type Settles<'a> = dyn FnMut(Option<&Incident>, &Incident) -> Vec<(String, Stage)> + 'a;

/// Brings together what comes with what is here. Nothing of it stays where it is refused.
pub(crate) fn unite(
    transaction: &Transaction<'_>,
    incoming: &dyn Incoming,
    now: DateTime<Utc>,
    settle: &mut Settles<'_>,
) -> Result<United, StoreError> {
    let handles = handles::with_others(transaction, incoming.declared())?;
    let (begun, done) = (Begun::now(transaction)?, United { brought: Union::begun(&handles), ..United::default() });
    let changed = !handles.renamed.is_empty();
    let mut work =
        Work { transaction, incoming, now, begun, words: Words::default(), handles: &handles, shortened: BTreeSet::new(), changed, done };
    work.rename()?;
    incoming.each_text(&mut |text| {
        let judged = texts::judge(transaction, incoming, &text, &mut work.words)?;
        work.done.brought.count_text(&judged);
        work.changed |= judged != TextJudgement::Known;
        if matches!(judged, TextJudgement::Redacts(_)) {
            work.shortened.insert(text.incident);
        }
        texts::apply(transaction, &text, &judged)
    })?;
    let untouched = oldest_active(transaction)?;
    incoming.each_incident(&mut |part| work.take_in(part, untouched, settle))?;
    work.take_words_out()?;
    work.finish()
}

/// When that of the active incidents was touched which nobody has touched for the longest time.
fn oldest_active(transaction: &Transaction<'_>) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT touched_at FROM incidents WHERE resolved_at IS NULL ORDER BY touched_at LIMIT 1";
    Ok(transaction.query_row(sql, [], |row| row.get(0)).optional()?)
}

struct Work<'a> {
    transaction: &'a Transaction<'a>,
    incoming: &'a dyn Incoming,
    now: DateTime<Utc>,
    begun: Begun,
    words: Words,
    handles: &'a Handles,
    /// The incidents of which an attached text lost words.
    shortened: BTreeSet<IncidentId>,
    /// Whether anything was written.
    changed: bool,
    done: United,
}

impl Work<'_> {
    /// The incidents that are here and can no longer be told by the handle that they had.
    fn rename(&self) -> Result<(), StoreError> {
        handles::rename(self.transaction, &self.handles.renamed)?;
        self.handles.renamed.iter().try_for_each(|(id, _)| keep_anew(self.transaction, *id).map(|_| ()))
    }

    fn take_in(&mut self, part: IncidentPart, untouched: Option<i64>, settle: &mut Settles<'_>) -> Result<(), StoreError> {
        let clocks = clocks::new_ones(self.transaction, self.incoming, &part.clocks)?;
        let (is_new, judged) = judge(self.transaction, self.incoming, part)?;
        self.done.brought.count(self.transaction, self.handles, is_new, &judged, &mut self.words)?;
        self.words.check(self.incoming)?;
        let changes = judged.iter().any(|one| !matches!(one, Judgement::Known { .. })) || !clocks.is_empty();
        let Some(id) = self.done.brought.incidents.last().map(|incident| incident.id).filter(|_| changes) else { return Ok(()) };
        self.changed = true;
        let before = if is_new { None } else { Some(facts::current(self.transaction, id, None)?.incident) };
        if is_new {
            self.add_incident(id, &judged, untouched)?;
        }
        clocks.iter().try_for_each(|clock| clocks::add(self.transaction, clock))?;
        self.write(judged)?;
        let after = keep_anew(self.transaction, id)?;
        self.note_handle(before.as_ref().map(|before| before.handle.as_str()), &after.handle);
        self.settle(settle(before.as_deref(), &after))
    }

    /// Words may have been taken out of a handle, too.
    fn note_handle(&mut self, before: Option<&str>, after: &str) {
        let brought = &mut self.done.brought;
        brought
            .renamed
            .extend(before.filter(|before| *before != after).map(|from| Renamed { from: from.to_owned(), to: after.to_owned() }));
        if let Some(incident) = brought.incidents.last_mut() {
            after.clone_into(&mut incident.handle);
        }
    }

    /// An incident that comes is not the one that people are at here: what is written without a name goes where it went before.
    fn add_incident(&self, id: IncidentId, judged: &[Judgement], untouched: Option<i64>) -> Result<(), StoreError> {
        let by_a_person = judged.iter().filter_map(Judgement::new_event).filter(|event| event.read_body().is_of_a_person());
        let touched = by_a_person.map(|event| event.recorded_at).max().unwrap_or_default();
        let touched = untouched.map_or(touched, |oldest| touched.min(oldest.saturating_sub(1)));
        let declared_as = self.incoming.declared().get(&id).map_or("", String::as_str);
        let handle = self.handles.shown.get(&id).map_or(declared_as, String::as_str);
        incidents::add(self.transaction, id, &Name { handle, declared_as }, events::read_instant(touched))?;
        Ok(())
    }

    fn write(&mut self, judged: Vec<Judgement>) -> Result<(), StoreError> {
        let mut redacted = Vec::new();
        for one in judged {
            match one {
                Judgement::New(event) => stored::insert(self.transaction, &event)?,
                Judgement::Redacts(redacts) => redacted.push(redacts),
                Judgement::Known { .. } => {}
            }
        }
        if redacted.is_empty() {
            return Ok(());
        }
        with_open_events(self.transaction, |transaction| redacted.iter().try_for_each(|one| rewrite(transaction, one)))?;
        let pictures = redacted.into_iter().flat_map(|one| one.pictures).collect();
        let handle = self.done.brought.incidents.last().map(|incident| incident.handle.clone()).unwrap_or_default();
        self.done.taken_out.push(Taken { handle, words: Vec::new(), pictures });
        Ok(())
    }

    /// What was due before it came is no news, and reminds nobody.
    fn settle(&mut self, reminders: Vec<(String, Stage)>) -> Result<(), StoreError> {
        let mut statement = self
            .transaction
            .prepare_cached("INSERT OR IGNORE INTO reminders (deadline, stage, claimed_at, shown_at) VALUES (?1, ?2, ?3, ?3)")?;
        for (deadline, stage) in reminders {
            statement.execute(params![deadline, stage.0, self.now.timestamp_millis()])?;
            self.done.settled.push(deadline);
        }
        Ok(())
    }

    /// Words that were taken out on one side stand nowhere in what the other side has, either.
    fn take_words_out(&mut self) -> Result<(), StoreError> {
        let redacted_here = self.words.count_here(self.transaction, &self.begun)?;
        self.done.brought.redacted_here = redacted_here;
        if self.words.is_empty() {
            return Ok(());
        }
        let mut rewritten = with_open_events(self.transaction, |transaction| self.words.take_out(transaction, &self.begun))?;
        for id in &self.shortened {
            rewritten.entry(*id).or_default();
        }
        for (id, words) in rewritten {
            self.changed = true;
            let from = handle_of(self.transaction, id)?;
            let handle = keep_anew(self.transaction, id)?.handle.clone();
            if from != handle {
                self.done.brought.renamed.push(Renamed { from, to: handle.clone() });
            }
            self.done.taken_out.push(Taken { handle, words, pictures: Vec::new() });
        }
        Ok(())
    }

    /// Other processes look at everything anew, as after a restore.
    fn finish(self) -> Result<United, StoreError> {
        if self.changed {
            settings::set(self.transaction, settings::RESTORED, &Uuid::new_v4().to_string())?;
        }
        if self.has_later_events_of_its_own()? {
            settings::forget_device(self.transaction)?;
        }
        Ok(self.done)
    }

    /// A folder that gets events back which it once recorded itself is an older copy of itself. What it recorded besides, and lacks, may be
    /// elsewhere, too: it counts as another device from here on, so that no two events have one number.
    fn has_later_events_of_its_own(&self) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM events WHERE device = (SELECT value FROM settings WHERE name = 'device') AND position > ?1 LIMIT 1";
        Ok(self.transaction.prepare_cached(sql)?.exists([self.begun.position])?)
    }
}

fn rewrite(transaction: &Transaction<'_>, redacts: &Redacts) -> Result<(), StoreError> {
    redacts.texts.iter().try_for_each(|text| attached_texts::remove(transaction, *text))?;
    stored::rewrite(transaction, redacts.event.id, &redacts.event.body)
}
