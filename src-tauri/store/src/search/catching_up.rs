//! The index follows the ledger: what came since, and of an index that was begun late what was there before, from the newest on.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::Transaction;
use sitrep_core::documents::amends_searched;
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::IncidentId;

use super::failure::Failure;
use super::incidents::{self, Mark};
use super::lines::{self, Lines};
use super::state::{Next, State};
use crate::error::StoreError;
use crate::ledger::Amended;
use crate::open::Store;

/// How many pages are put together at a time.
const PAGES: i64 = 500;

/// Takes one step, of `most` events at most.
pub(super) fn step(transaction: &Transaction<'_>, store: &Store, state: &mut State, most: i64) -> Result<(), Failure> {
    match state.next(store.newest()?, most) {
        Some(next) => take(transaction, store, state, next)?,
        None if !state.is_merged => state.is_merged = lines::merge(transaction, PAGES, false)?,
        None => return Ok(()),
    }
    state.save(transaction, store)
}

fn take(transaction: &Transaction<'_>, store: &Store, state: &mut State, next: Next) -> Result<(), Failure> {
    let (after, upto) = next.into();
    let is_news = matches!(next, Next::News(..));
    let mut batch =
        Batch { store, is_news, numbers: HashMap::new(), lines: Lines::default(), touched: BTreeMap::new(), marks: BTreeSet::new() };
    store.events_between(after, upto)?.iter().try_for_each(|written| batch.take(written))?;
    batch.write(transaction)?;
    match next {
        Next::News(_, upto) => state.high = upto,
        Next::Earlier(after, _) => state.low = after,
    }
    if !is_news && state.low == 0 {
        lines::merge(transaction, PAGES, true)?;
    }
    Ok(())
}

/// What follows from some events.
struct Batch<'a> {
    store: &'a Store,
    /// What was there before the index was begun is read as it is by now, and no line of it is in the index yet.
    is_news: bool,
    numbers: HashMap<IncidentId, i64>,
    lines: Lines,
    /// The incidents that got one, and whether their facts may be others by that.
    touched: BTreeMap<i64, bool>,
    marks: BTreeSet<(i64, Mark)>,
}

impl Batch<'_> {
    fn take(&mut self, written: &Amended) -> Result<(), StoreError> {
        let event = &written.event;
        let number = self.number(event.incident)?;
        self.lines.put(number, written);
        *self.touched.entry(number).or_default() |= !event.body.is_order_free();
        if event.body.is_of_a_person() {
            self.marks.insert((number, Mark::of_author(event.written_by())));
        }
        if self.is_news { self.take_anew(number, written) } else { Ok(()) }
    }

    /// What an event makes another line of.
    fn take_anew(&mut self, number: i64, Amended { event, .. }: &Amended) -> Result<(), StoreError> {
        if let Some(id) = event.amends.filter(|_| amends_searched(&event.body)) {
            self.store.event_by_id(event.incident, id)?.iter().for_each(|amended| self.lines.put(number, amended));
        }
        if matches!(event.body, EventBody::ClockSet { .. }) {
            self.store.events_told_by_clocks(event.incident)?.iter().for_each(|told| self.lines.put(number, told));
        }
        Ok(())
    }

    fn number(&mut self, incident: IncidentId) -> Result<i64, StoreError> {
        if let Some(number) = self.numbers.get(&incident) {
            return Ok(*number);
        }
        let number = self.store.number_of(incident)?;
        self.numbers.insert(incident, number);
        Ok(number)
    }

    fn write(&self, transaction: &Transaction<'_>) -> Result<(), Failure> {
        self.lines.write(transaction, self.is_news)?;
        for (number, facts_moved) in &self.touched {
            if (self.is_news && *facts_moved) || !incidents::is_read(transaction, *number)? {
                incidents::take(transaction, self.store, *number)?;
            }
        }
        self.marks.iter().try_for_each(|(number, mark)| incidents::add_mark(transaction, *number, mark))
    }
}
