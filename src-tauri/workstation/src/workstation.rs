//! The room behind every door.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use sitrep_core::event::{EventBody, EventId, IncidentId};
use sitrep_core::incident::Incident;
use sitrep_core::policy::Policy;
use sitrep_core::reminder::Stage;
use sitrep_store::{NewEvent, Store};

use crate::clock::Clock;
use crate::error::Error;
use crate::folders::Folders;
use crate::policy_file::InForce;

/// One data folder with its clock and policy. Methods block for a few milliseconds at most and may be called from any thread.
pub struct Workstation {
    pub(crate) folders: Folders,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) in_force: RwLock<InForce>,
    inner: Mutex<Inner>,
}

pub(crate) struct Inner {
    pub(crate) store: Store,
    /// Folded incidents, until something is written.
    facts: HashMap<IncidentId, Arc<Incident>>,
    /// The incidents whose clocks run, until something is written.
    pub(crate) running: Option<Vec<Arc<Incident>>>,
    /// The newest event at the last refresh.
    told: i64,
    /// Reminders that this process has dealt with, and when to look at the others' again.
    pub(crate) reminded: BTreeMap<(String, Stage), DateTime<Utc>>,
}

impl Workstation {
    /// Opens the data folder.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be used.
    pub fn open(folders: Folders, clock: Arc<dyn Clock>) -> Result<Self, Error> {
        let store = Store::open(&folders.data)?;
        let inner = Inner { store, facts: HashMap::new(), running: None, told: -1, reminded: BTreeMap::new() };
        let in_force = RwLock::new(InForce::built_in()?);
        let room = Self { folders, clock, in_force, inner: Mutex::new(inner) };
        room.reload_policy()?;
        Ok(room)
    }

    /// The folders it works in.
    #[must_use]
    pub fn folders(&self) -> &Folders {
        &self.folders
    }

    /// Forgets what was read if anything was recorded since the last call, by this or by another process, and says whether.
    /// A changed policy is news, too; a draft or a shown reminder is none.
    pub fn refresh(&self) -> bool {
        let followed = self.follow_policy();
        let mut inner = self.lock();
        // What cannot be read now shows its error where it is asked for.
        let newest = inner.store.newest().unwrap_or(-1);
        let news = newest != inner.told;
        inner.told = newest;
        if news {
            inner.forget();
        }
        news || followed
    }

    /// The policy in force.
    pub(crate) fn policy(&self) -> Arc<Policy> {
        Arc::clone(&self.in_force.read().unwrap_or_else(PoisonError::into_inner).policy)
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A panic elsewhere cannot leave the store half-written, so a poisoned lock is still good.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Finds the incident by any unambiguous part of its handle, decides on its facts and appends.
    pub(crate) fn decide(
        &self,
        handle: &str,
        decide: impl FnOnce(&Incident, DateTime<Utc>) -> Result<Vec<NewEvent>, Error>,
    ) -> Result<(Incident, Vec<EventId>), Error> {
        let now = self.now();
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let author = inner.author()?;
        let done = inner.store.append(id, &author, now, |incident| decide(incident, now));
        inner.forget();
        done
    }

    /// Appends events that follow from the facts and need no answer.
    pub(crate) fn record(&self, handle: &str, bodies: impl FnOnce(&Incident) -> Vec<EventBody>) -> Result<(), Error> {
        self.decide(handle, |incident, _| Ok(bodies(incident).into_iter().map(NewEvent::from).collect())).map(|_| ())
    }
}

impl Inner {
    pub(crate) fn forget(&mut self) {
        self.facts.clear();
        self.running = None;
    }

    /// The facts of an incident, folded once until something is written.
    pub(crate) fn facts(&mut self, id: IncidentId) -> Result<Arc<Incident>, Error> {
        if let Some(facts) = self.facts.get(&id) {
            return Ok(Arc::clone(facts));
        }
        let events = self.store.events(id)?;
        let facts = Arc::new(Incident::fold(&events).ok_or(sitrep_store::StoreError::UnknownIncident)?);
        self.facts.insert(id, Arc::clone(&facts));
        Ok(facts)
    }
}
