//! The index, opened: kept up with the ledger, and made anew where it is damaged or old.

use std::path::PathBuf;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};
use sitrep_core::documents::SearchedLine;
use sitrep_core::text::search::SearchQuery;
use sitrep_core::vocabulary::IncidentId;

use super::alike::{Alike, alike};
use super::catching_up::step;
use super::failure::{Failure, Remedy, remedy};
use super::found::{Search, SearchAnswer};
use super::incidents;
use super::probe::probe;
use super::request::{Known, SearchFilter, SearchRequest};
use super::state::{Coverage, Next, State, made, unsearchable};
use crate::error::StoreError;
use crate::file::{empty_derived, explain, make_derived, open_derived, read_derived, trouble};
use crate::open::Store;

/// What was recorded since somebody last looked is taken in before an answer, so many events of it at a time.
const BEFORE_AN_ANSWER: i64 = 500;
/// Who wants an answer does not wait longer for another process that writes the index.
const A_MOMENT: Duration = Duration::from_millis(50);
/// Who writes the index in the background does, and who finds none.
const A_WHILE: Duration = Duration::from_secs(10);
/// An index that is damaged is made anew once for a question; one that is damaged again at once lies on a disk that fails.
const ATTEMPTS: usize = 3;

/// What was written in a data folder, by its words. Opened when it is first asked.
#[derive(Debug, Default)]
pub struct SearchIndex {
    open: Option<Connection>,
    /// Whether it was seen to find what is in it, since it was opened.
    is_probed: bool,
}

/// The index as it can be asked.
struct Ready<'a> {
    connection: &'a Connection,
    coverage: Coverage,
}

impl SearchIndex {
    /// Takes in what is missing, `most` events of it at most: what was recorded since, then what was there before. For who does it in the background, again and again
    /// until nothing is left.
    ///
    /// # Errors
    /// [`StoreError::Unsearchable`] when the index cannot be written, or why the ledger cannot be read.
    pub fn catch_up(&mut self, store: &Store, most: u32) -> Result<Coverage, StoreError> {
        self.attempt(store, |index| {
            let (connection, mut state) = index.begun(store, A_WHILE)?;
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // Another process may have taken the same step.
            if let Some(now) = State::read(&transaction, store)? {
                state = now;
                step(&transaction, store, &mut state, i64::from(most))?;
            }
            transaction.commit()?;
            Ok(state.coverage(store.newest()?))
        })
    }

    /// Finds lines and incidents.
    ///
    /// # Errors
    /// [`StoreError::Unsearchable`] when there is no index of this database and none can be made, or why the ledger cannot be read.
    pub fn search(&mut self, store: &Store, request: &SearchRequest) -> Result<SearchAnswer, StoreError> {
        self.ask(store, |Ready { connection, coverage }| Search { connection, store, request, coverage }.answer())
    }

    /// All lines of one incident that have what is asked for, in the order of recording.
    ///
    /// # Errors
    /// As [`SearchIndex::search`].
    pub fn lines_of(&mut self, store: &Store, incident: IncidentId, query: &SearchQuery) -> Result<Vec<SearchedLine>, StoreError> {
        let number = store.number_of(incident)?;
        let request = SearchRequest {
            query: query.clone(),
            filter: SearchFilter::default(),
            best_first: false,
            skip: 0,
            incidents: 1,
            lines_each: usize::MAX,
            lines: usize::MAX,
        };
        self.ask(store, |Ready { connection, coverage }| Search { connection, store, request: &request, coverage }.of_incident(number))
    }

    /// The incidents that began before one and are most like it, `most` of them, the most alike first.
    ///
    /// # Errors
    /// As [`SearchIndex::search`].
    pub fn alike(&mut self, store: &Store, incident: IncidentId, most: usize) -> Result<Vec<Alike>, StoreError> {
        let number = store.number_of(incident)?;
        self.ask(store, |Ready { connection, .. }| alike(connection, store, number, most))
    }

    /// The services and people that incidents can be filtered by.
    ///
    /// # Errors
    /// As [`SearchIndex::search`].
    pub fn known(&mut self, store: &Store) -> Result<Known, StoreError> {
        self.ask(store, |Ready { connection, .. }| incidents::known(connection))
    }

    fn ask<T>(&mut self, store: &Store, answer: impl Fn(Ready<'_>) -> Result<T, Failure>) -> Result<T, StoreError> {
        self.attempt(store, |index| {
            let coverage = match index.take_in_news(store) {
                Err(Failure::Index(error)) if remedy(&error) == Remedy::Read => return index.ask_as_it_is(store, error, &answer),
                taken_in => taken_in?,
            };
            let connection = index.opened(store)?;
            let reading = connection.unchecked_transaction()?;
            answer(Ready { connection: &reading, coverage })
        })
    }

    /// What was recorded since is to be found at once. Of what was there before some is, where nothing is yet.
    fn take_in_news(&mut self, store: &Store) -> Result<Coverage, Failure> {
        let (connection, mut state) = self.begun(store, A_MOMENT)?;
        let newest = store.newest()?;
        let is_news = |state: &State| matches!(state.next(newest, 1), Some(Next::News(..)));
        if is_news(&state) || (state.low == state.high && state.low > 0) {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if let Some(now) = State::read(&transaction, store)? {
                state = now;
                step(&transaction, store, &mut state, BEFORE_AN_ANSWER)?;
            }
            transaction.commit()?;
        }
        Ok(state.coverage(newest))
    }

    /// The index that is there, in a folder that cannot be written or while another process writes it.
    fn ask_as_it_is<T>(
        &mut self,
        store: &Store,
        why: rusqlite::Error,
        answer: &impl Fn(Ready<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let reading = read_derived(&store.search_file()).ok().flatten();
        let state = reading.as_ref().and_then(|connection| State::read(connection, store).ok().flatten());
        let (Some(connection), Some(state)) = (reading, state) else { return Err(Failure::Index(why)) };
        answer(Ready { connection: &connection, coverage: state.coverage(store.newest()?) })
    }

    /// The index with its tables, which are made where there are none.
    fn begun(&mut self, store: &Store, patience: Duration) -> Result<(&mut Connection, State), Failure> {
        let is_probed = self.is_probed;
        let connection = self.opened(store)?;
        connection.busy_timeout(patience)?;
        let state = match State::read(connection, store)? {
            Some(state) if is_probed => state,
            Some(state) => probe(connection, store, &state).map(|()| state)?,
            None => begin(connection, store)?,
        };
        self.is_probed = true;
        Ok((self.opened(store)?, state))
    }

    fn opened(&mut self, store: &Store) -> Result<&mut Connection, Failure> {
        let path = store.search_file();
        if self.open.is_none() || !path.exists() {
            (self.open, self.is_probed) = (None, false);
            make_derived(&path).map_err(|error| unsearchable(store, trouble(path.parent().unwrap_or(&path), &path, &error)))?;
        }
        let open = self.open.take().map_or_else(|| open_derived(&path), Ok)?;
        Ok(self.open.insert(open))
    }

    fn attempt<T>(&mut self, store: &Store, work: impl Fn(&mut Self) -> Result<T, Failure>) -> Result<T, StoreError> {
        for _ in 1..ATTEMPTS {
            match work(self) {
                Err(Failure::Outdated) => self.make_anew(store)?,
                Err(Failure::Index(error)) if remedy(&error) == Remedy::MakeAnew => self.make_anew(store)?,
                done => return done.map_err(|failure| told(store, failure)),
            }
        }
        work(self).map_err(|failure| told(store, failure))
    }

    /// Empties it, unless another process has done so since.
    fn make_anew(&mut self, store: &Store) -> Result<(), StoreError> {
        let path = store.search_file();
        self.is_probed = false;
        let known = self.open.take().as_ref().and_then(made);
        let is_another = |connection: Connection| made(&connection).is_some_and(|made| Some(made) != known);
        if known.is_some() && open_derived(&path).is_ok_and(is_another) {
            return Ok(());
        }
        empty_derived(&path).map(drop).map_err(|error| unsearchable(store, explain(error, &path)))
    }
}

fn begin(connection: &mut Connection, store: &Store) -> Result<State, Failure> {
    connection.busy_timeout(A_WHILE)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let state = match State::read(&transaction, store)? {
        // Another process was quicker.
        Some(state) => state,
        None => {
            let state = State::begin(&transaction, store)?;
            incidents::take_all(&transaction, store)?;
            state
        }
    };
    transaction.commit()?;
    Ok(state)
}

fn told(store: &Store, failure: Failure) -> StoreError {
    let path: PathBuf = store.search_file();
    match failure {
        Failure::Ledger(error) => error,
        Failure::Index(error) => unsearchable(store, explain(error, &path)),
        Failure::Outdated => unsearchable(store, StoreError::Damaged(path)),
    }
}
