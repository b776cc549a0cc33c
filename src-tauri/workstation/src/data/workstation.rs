//! What is behind every door: the store, the clock, and what the team says of itself.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use sitrep_core::event::{ClockReading, EventBody};
use sitrep_core::guard::Guard;
use sitrep_core::incident::Incident;
use sitrep_core::messages::Recent;
use sitrep_core::procedure::debugging_commander;
use sitrep_core::team::{Catalogue, ReviewSections, Services};
use sitrep_core::vocabulary::{EventId, IncidentId};
use sitrep_store::{Appended, KeptFacts, NewEvent, RESTORED, Standing, Store};

use super::agenda::Agenda;
use super::clock::Clock;
use super::event_size::check_sizes;
use super::facts_cache::FactsCache;
use super::folders::Folders;
use super::heeded_clock::HeededClock;
use super::practice_place;
use super::runbook_shelf::ReadShelf;
use super::runbook_watch::RunbookWatch;
use super::search_desk::SearchDesk;
use super::secret_choice::Secrets;
use super::security_news::SecurityNews;
use crate::refusals::Error;
use crate::team_files::{Followed, InForce, ReadTemplates, ReadyGuard, Stamp};

/// One data folder with its clock and policy. Methods block for a few milliseconds at most and may be called from any thread.
pub struct Workstation {
    pub(crate) folders: Folders,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) in_force: RwLock<InForce>,
    pub(crate) templates: Mutex<Option<ReadTemplates>>,
    pub(crate) known_services: Mutex<Followed<Services>>,
    pub(crate) ready_guard: Mutex<ReadyGuard>,
    /// The practice incident that a template is shown with while there is no other, and the moment it is told at.
    pub(crate) sample: Mutex<Option<Sample>>,
    pub(crate) known_catalogue: Mutex<Followed<Catalogue>>,
    pub(crate) known_sections: Mutex<Followed<ReviewSections>>,
    /// What followed from the words that this process recorded last, by handle, until a door has told it.
    pub(crate) security_news: Mutex<BTreeMap<String, SecurityNews>>,
    /// What newly shows that the commander debugs, by handle, until a door has told it.
    pub(crate) debugging_news: Mutex<BTreeMap<String, String>>,
    /// What finds secrets, and the file that it was made of.
    pub(crate) ready_for_secrets: Mutex<Option<(Stamp, Arc<Guard>)>>,
    /// Whether what this process records stays as it is typed.
    pub(crate) keeps_secrets: AtomicBool,
    /// The kinds of the secrets that were removed from what this process recorded, until a door has told them.
    pub(crate) removed_secrets: Mutex<Vec<String>>,
    /// The words of the last entry from which something was removed, for whoever says that they stay.
    pub(crate) words_as_typed: Mutex<Option<(EventId, String)>>,
    pub(crate) runbook_shelf: ReadShelf,
    pub(crate) runbook_watch: Mutex<Option<RunbookWatch>>,
    pub(crate) search_desk: SearchDesk,
    /// The program that prints; without one, that which lies beside this one.
    pub(crate) pdf_program: Mutex<Option<PathBuf>>,
    inner: Mutex<Inner>,
}

/// The practice incident as it stood at its beginning.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) incident: Arc<Incident>,
    pub(crate) recent: Recent,
    /// The moment it is told at (UTC).
    pub(crate) at: DateTime<Utc>,
}

/// What was recorded since somebody last asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    None,
    /// Something of the incidents with these handles.
    Of(Vec<String>),
    /// It may concern everything that is shown.
    Everything,
}

/// What was decided and appended.
pub(crate) struct Decided {
    /// The facts after it.
    pub(crate) incident: Arc<Incident>,
    /// The events, in order.
    pub(crate) ids: Vec<EventId>,
    /// The kinds of the secrets that were removed from them.
    pub(crate) removed: Vec<String>,
}

pub(crate) struct Inner {
    pub(crate) store: Store,
    /// The facts of incidents that were asked for lately.
    facts: FactsCache,
    /// What runs and when to look at it again.
    pub(crate) agenda: Agenda,
    /// The newest event at the last refresh, once there was one.
    refreshed_at: Option<i64>,
    /// The last time the database was replaced, as of the last refresh.
    restored: Option<String>,
    clock: HeededClock,
    /// The reading of the clock by which what is kept here is told.
    told_by: Option<ClockReading>,
}

impl Workstation {
    /// Opens the data folder.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be used.
    pub fn open(folders: Folders, clock: Arc<dyn Clock>) -> Result<Self, Error> {
        if folders.practice {
            practice_place::make(&folders.data).map_err(Error::File)?;
        }
        let store = Store::open(&folders.data)?;
        let inner = Inner {
            store,
            facts: FactsCache::default(),
            agenda: Agenda::default(),
            refreshed_at: None,
            restored: None,
            clock: HeededClock::default(),
            told_by: None,
        };
        let in_force = RwLock::new(InForce::built_in()?);
        let workstation = Self {
            folders,
            clock,
            in_force,
            templates: Mutex::default(),
            known_services: Mutex::default(),
            ready_guard: Mutex::default(),
            known_catalogue: Mutex::default(),
            known_sections: Mutex::default(),
            security_news: Mutex::default(),
            debugging_news: Mutex::default(),
            sample: Mutex::default(),
            ready_for_secrets: Mutex::default(),
            keeps_secrets: AtomicBool::new(false),
            removed_secrets: Mutex::default(),
            words_as_typed: Mutex::default(),
            runbook_shelf: ReadShelf::default(),
            runbook_watch: Mutex::default(),
            search_desk: SearchDesk::default(),
            pdf_program: Mutex::default(),
            inner: Mutex::new(inner),
        };
        workstation.reload_policy()?;
        Ok(workstation)
    }

    /// The folders it works in.
    #[must_use]
    pub fn folders(&self) -> &Folders {
        &self.folders
    }

    /// What was recorded since the last call, by this or by another process. A changed policy or runbook is news of everything,
    /// and so is the first call; a draft or a shown reminder is no news.
    pub fn refresh(&self) -> News {
        let followed = self.follow_policy() | self.take_runbook_news();
        // What cannot be read now shows its error where it is asked for.
        let recorded = self.lock().refresh().unwrap_or(News::Everything);
        if followed { News::Everything } else { recorded }
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// What is behind the lock; that the clock was set is recorded before anybody reads or decides.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Inner> {
        // A panic elsewhere cannot leave the store half-written, so a poisoned lock is still good.
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.heed_clock(self.clock.reading());
        inner
    }

    /// Finds the incident by any unambiguous part of its handle, decides on its facts and appends.
    pub(crate) fn decide(
        &self,
        handle: &str,
        decide: impl FnOnce(&Incident, DateTime<Utc>) -> Result<Vec<NewEvent>, Error>,
    ) -> Result<Decided, Error> {
        self.decide_on_ledger(handle, |standing, now| decide(standing.incident, now))
    }

    /// As [`Workstation::decide`], where what is decided on is in the ledger, as an entry is.
    pub(crate) fn decide_on_ledger(
        &self,
        handle: &str,
        decide: impl FnOnce(&Standing<'_>, DateTime<Utc>) -> Result<Vec<NewEvent>, Error>,
    ) -> Result<Decided, Error> {
        self.decide_about_secrets(handle, Secrets::Removed, decide)
    }

    /// As [`Workstation::decide_on_ledger`], where a person said what becomes of secrets.
    pub(crate) fn decide_about_secrets(
        &self,
        handle: &str,
        secrets: Secrets,
        decide: impl FnOnce(&Standing<'_>, DateTime<Utc>) -> Result<Vec<NewEvent>, Error>,
    ) -> Result<Decided, Error> {
        let now = self.now();
        let mut mask = self.mask_of(secrets);
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let author = inner.author()?;
        let mut known = None;
        let Appended { facts, ids } = inner.store.append(id, &author, now, |standing| {
            known = debugging_commander(standing.incident);
            let new = mask.events(decide(standing, now)?);
            check_sizes(&new)?;
            Ok::<_, Error>(self.with_security(standing.incident, new))
        })?;
        let incident = Arc::clone(&facts.incident);
        if !ids.is_empty() {
            inner.note_written(id, Some(facts));
        }
        self.note_removed(&mask.removed);
        self.note_debugging(known.as_ref(), &incident);
        Ok(Decided { incident, ids, removed: mask.removed })
    }

    /// As [`Workstation::decide`], of what happened `at` a time in the past (UTC), where one is given.
    pub(crate) fn decide_at(
        &self,
        handle: &str,
        at: Option<DateTime<Utc>>,
        decide: impl FnOnce(&Incident, DateTime<Utc>) -> Result<Vec<NewEvent>, Error>,
    ) -> Result<Decided, Error> {
        let dated = |event: NewEvent| NewEvent { occurred_at: event.occurred_at.or(at), ..event };
        self.decide(handle, |incident, now| Ok(decide(incident, now)?.into_iter().map(dated).collect()))
    }

    /// Appends events that follow from the facts and need no answer.
    pub(crate) fn record(&self, handle: &str, bodies: impl FnOnce(&Incident) -> Vec<EventBody>) -> Result<(), Error> {
        self.record_at(handle, None, bodies)
    }

    /// The same of what happened `at` a time in the past (UTC), where one is given.
    pub(crate) fn record_at(
        &self,
        handle: &str,
        at: Option<DateTime<Utc>>,
        bodies: impl FnOnce(&Incident) -> Vec<EventBody>,
    ) -> Result<(), Error> {
        self.decide_at(handle, at, |incident, _| Ok(bodies(incident).into_iter().map(NewEvent::from).collect())).map(|_| ())
    }
}

impl Inner {
    /// Says that something was written to an incident, and what its facts are since, if that is known.
    pub(crate) fn note_written(&mut self, id: IncidentId, facts: Option<KeptFacts>) {
        self.agenda.note_written([id]);
        if let Some(facts) = facts {
            self.facts.put(id, facts);
        }
    }

    /// Has a jump of the clock recorded, by this process or by the first that sees it. What is read is right by the clock as it is now then;
    /// where that fails it reads as before, and nothing else is hindered.
    fn heed_clock(&mut self, now: ClockReading) {
        if self.clock.holds(&now) {
            return;
        }
        let heeded = self.author().and_then(|author| Ok(self.store.heed_clock(&now, &author)?));
        self.clock = match heeded {
            Ok(kept) => {
                self.follow_clock(&kept);
                HeededClock::Steady(kept)
            }
            Err(_) => HeededClock::Failed(now),
        };
    }

    /// What is kept in memory was told by another clock, if this is another reading.
    fn follow_clock(&mut self, kept: &ClockReading) {
        if self.told_by.as_ref() != Some(kept) {
            self.agenda.forget();
            self.told_by = Some(kept.clone());
        }
    }

    /// Forgets everything that was read: another database stands there.
    pub(crate) fn forget_all(&mut self) {
        self.facts = FactsCache::default();
        self.agenda.forget();
        self.clock = HeededClock::Unknown;
    }

    /// The facts of an incident as they stand.
    pub(crate) fn facts(&mut self, id: IncidentId) -> Result<Arc<Incident>, Error> {
        let facts = self.store.facts(id, self.facts.take(id))?;
        let incident = Arc::clone(&facts.incident);
        self.facts.put(id, facts);
        Ok(incident)
    }

    fn refresh(&mut self) -> Result<News, Error> {
        let restored = self.store.setting(RESTORED)?;
        let since = self.refreshed_at.filter(|_| restored == self.restored);
        let Some(since) = since else {
            self.refreshed_at = Some(self.store.newest()?);
            self.restored = restored;
            self.forget_all();
            return Ok(News::Everything);
        };
        let changed = self.store.changed_since(since)?;
        if !changed.incidents.is_empty() {
            self.clock = HeededClock::Unknown;
        }
        self.refreshed_at = Some(changed.newest);
        self.agenda.note_written(changed.incidents.iter().copied());
        let handles = changed.incidents.iter().map(|id| Ok(self.store.incident(*id)?.summary.handle)).collect::<Result<Vec<_>, Error>>()?;
        Ok(if handles.is_empty() { News::None } else { News::Of(handles) })
    }
}
