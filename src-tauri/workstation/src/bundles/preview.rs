//! What a bundle would bring.

use serde::Serialize;
use sitrep_core::guard::Guard;
use sitrep_store::{NewWords, Renamed, Store, TakenIn, UnitedIncident};

use super::open::OpenBundle;
use crate::data::Workstation;
use crate::refusals::Error;

/// What a bundle brings, or would bring.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct BundlePreview {
    /// How many incidents are in it.
    pub incidents: u64,
    /// How many of them are not here yet.
    pub incidents_new: u64,
    /// How many of its events are not here yet.
    pub events_new: u64,
    /// How many are.
    pub events_known: u64,
    /// How many pictures are in it.
    pub pictures: u64,
    /// How many of them are not here yet.
    pub pictures_new: u64,
    /// How many pictures its events name that are neither in it nor here.
    pub pictures_missing: u64,
    /// How many attached texts are not here yet.
    pub texts_new: u64,
    /// How many of the new events only a newer Sitrep can read.
    pub from_newer: u64,
    /// How many of what is new reads like it holds a secret, which stays as it was sent.
    pub secrets: u64,
    /// How many events here lose words that were taken out elsewhere, for good.
    pub redacted_here: u64,
    /// How many of the events that are here come with words that were taken out here, which stay out.
    pub stays_redacted: u64,
    /// The incidents here that are shown under another handle since, because another was declared under the one they had.
    pub renamed: Vec<RenamedIncident>,
    /// Each of its incidents of which something is new.
    pub changes: Vec<IncidentInBundle>,
}

/// An incident that is shown under another handle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RenamedIncident {
    /// Before.
    pub from: String,
    /// Since.
    pub to: String,
}

/// An incident of which a bundle brings something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IncidentInBundle {
    /// The handle that it is shown under here.
    pub handle: String,
    /// What is wrong.
    pub title: String,
    /// Whether it is not here yet.
    pub is_new: bool,
    /// How many of its events are not here yet.
    pub events_new: u64,
}

impl From<Renamed> for RenamedIncident {
    fn from(Renamed { from, to }: Renamed) -> Self {
        Self { from, to }
    }
}

impl From<UnitedIncident> for IncidentInBundle {
    fn from(UnitedIncident { handle, title, is_new, events_new, .. }: UnitedIncident) -> Self {
        Self { handle, title, is_new, events_new }
    }
}

impl BundlePreview {
    /// Whether it brings nothing that is not here.
    #[must_use]
    pub fn brings_nothing(&self) -> bool {
        self.events_new == 0 && self.texts_new == 0 && self.pictures_new == 0 && self.redacted_here == 0
    }

    pub(super) fn of(bundle: &OpenBundle, taken: TakenIn, secrets: u64) -> Self {
        let TakenIn { united, pictures_new, pictures_missing } = taken;
        let brought = united.brought;
        Self {
            incidents: brought.incidents.len() as u64,
            incidents_new: brought.incidents.iter().filter(|incident| incident.is_new).count() as u64,
            events_new: brought.events_new,
            events_known: brought.events_known,
            pictures: bundle.0.holds().pictures,
            pictures_new,
            pictures_missing,
            texts_new: brought.texts_new,
            from_newer: brought.from_newer,
            secrets,
            redacted_here: brought.redacted_here,
            stays_redacted: brought.stays_redacted,
            renamed: brought.renamed.into_iter().map(RenamedIncident::from).collect(),
            changes: brought.incidents.into_iter().filter(|one| one.events_new > 0).map(IncidentInBundle::from).collect(),
        }
    }
}

impl Workstation {
    /// Says what a bundle would bring. Nothing is written.
    ///
    /// # Errors
    /// [`Error::Import`] where it contradicts what is here.
    pub fn preview_bundle(&self, bundle: &OpenBundle) -> Result<BundlePreview, Error> {
        let store = Store::open(&self.folders.data).map_err(Error::Import)?;
        let (guard, mut secrets) = (self.secrets_guard(), 0);
        let taken =
            store.compare_bundle(&bundle.0, &mut |words| secrets += u64::from(holds_a_secret(words, &guard))).map_err(Error::Import)?;
        Ok(BundlePreview::of(bundle, taken, secrets))
    }
}

/// What was recorded elsewhere stays as it is, the same on each laptop; a person is told.
fn holds_a_secret(words: NewWords<'_>, guard: &Guard) -> bool {
    match words {
        NewWords::Event(body) => !body.clone().without_secrets(guard).1.is_empty(),
        NewWords::Text(text) => !guard.mask(text).removed.is_empty(),
    }
}
