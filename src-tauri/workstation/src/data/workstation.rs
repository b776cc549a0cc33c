//! What is behind every door: the store, the clock, and what the team says of itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use sitrep_core::catalogue::Catalogue;
use sitrep_core::event::{EventBody, EventId, IncidentId};
use sitrep_core::incident::Incident;
use sitrep_core::service::Services;
use sitrep_store::{NewEvent, RESTORED, Store};

use super::agenda::Agenda;
use super::clock::Clock;
use super::folders::Folders;
use super::monotonic_time::Moment;
use crate::refusals::Error;
use crate::team_files::{Followed, InForce, ReadTemplates, ReadyGuard};

/// One data folder with its clock and policy. Methods block for a few milliseconds at most and may be called from any thread.
pub struct Workstation {
    pub(crate) folders: Folders,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) in_force: RwLock<InForce>,
    pub(crate) templates: Mutex<Option<ReadTemplates>>,
    pub(crate) known_services: Mutex<Followed<Services>>,
    pub(crate) ready_guard: Mutex<ReadyGuard>,
    /// The practice incident that a template is shown with while there is no other, and the moment it is told at.
    pub(crate) sample: Mutex<Option<(Arc<Incident>, DateTime<Utc>)>>,
    pub(crate) known_catalogue: Mutex<Followed<Catalogue>>,
    inner: Mutex<Inner>,
}

pub(crate) struct Inner {
    pub(crate) store: Store,
    /// Folded incidents, each until something is written to it.
    facts: HashMap<IncidentId, Arc<Incident>>,
    /// What runs and when to look at it again.
    pub(crate) agenda: Agenda,
    /// The newest event at the last refresh.
    told: i64,
    /// The last time the database was replaced, as of the last refresh.
    restored: Option<String>,
}

impl Workstation {
    /// Opens the data folder.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be used.
    pub fn open(folders: Folders, clock: Arc<dyn Clock>) -> Result<Self, Error> {
        let store = Store::open(&folders.data)?;
        let inner = Inner { store, facts: HashMap::new(), agenda: Agenda::default(), told: -1, restored: None };
        let in_force = RwLock::new(InForce::built_in()?);
        let workstation = Self {
            folders,
            clock,
            in_force,
            templates: Mutex::default(),
            known_services: Mutex::default(),
            ready_guard: Mutex::default(),
            known_catalogue: Mutex::default(),
            sample: Mutex::default(),
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

    /// Forgets what was read if anything was recorded since the last call, by this or by another process, and says whether.
    /// A changed policy is news, too; a draft or a shown reminder is none.
    pub fn refresh(&self) -> bool {
        let followed = self.follow_policy();
        let mut inner = self.lock();
        // What cannot be read now shows its error where it is asked for.
        let newest = inner.store.newest().unwrap_or(-1);
        let restored = inner.store.setting(RESTORED).unwrap_or_default();
        let news = newest != inner.told || restored != inner.restored;
        if restored != inner.restored {
            inner.forget_all();
        } else if news {
            let changed = inner.store.changed_since(inner.told).unwrap_or_default();
            inner.forget(&changed);
        }
        inner.told = newest;
        inner.restored = restored;
        news || followed
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment { wall: self.clock.now(), uptime: self.clock.uptime() }
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
        inner.forget(&[id]);
        done
    }

    /// Appends events that follow from the facts and need no answer.
    pub(crate) fn record(&self, handle: &str, bodies: impl FnOnce(&Incident) -> Vec<EventBody>) -> Result<(), Error> {
        self.decide(handle, |incident, _| Ok(bodies(incident).into_iter().map(NewEvent::from).collect())).map(|_| ())
    }
}

impl Inner {
    /// Forgets what was read of these incidents.
    pub(crate) fn forget(&mut self, changed: &[IncidentId]) {
        for id in changed {
            self.facts.remove(id);
        }
        self.agenda.forget();
    }

    /// Forgets everything that was read: another database stands there.
    fn forget_all(&mut self) {
        self.facts.clear();
        self.agenda.forget();
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
