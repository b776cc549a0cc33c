//! A bundle that is taken in.

use std::collections::BTreeSet;

use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::Stage;
use sitrep_pictures::small_of;
use sitrep_store::{Store, Taken, TakenIn};

use super::open::OpenBundle;
use super::preview::BundlePreview;
use crate::data::Workstation;
use crate::refusals::Error;
use crate::reminders::{Reminder, due_reminders};

/// A bundle that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BundleImported {
    /// What it brought.
    #[serde(flatten)]
    pub brought: BundlePreview,
    /// What was due when it came, the most severe first: said here once, and reminded of when it is late for longer.
    pub due: Vec<DueReminder>,
    /// Whether nothing of what was taken out is left here; another process may keep the database's log in use.
    pub is_clean: bool,
}

/// What was due of an incident when it came.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DueReminder {
    /// `P1 Payments failing at checkout`.
    pub incident: String,
    /// `Status update 40 min late`.
    pub title: String,
}

impl Workstation {
    /// Takes a bundle in. On disk when this returns, all of it or nothing.
    ///
    /// # Errors
    /// [`Error::Import`]; nothing was taken in then.
    pub fn import_bundle(&self, bundle: &OpenBundle) -> Result<BundleImported, Error> {
        let before = self.preview_bundle(bundle)?;
        // That a clock was set is recorded before anything that comes is told by it.
        drop(self.lock());
        let (mut due, now) = (Vec::new(), self.now());
        let mut settle = |before: Option<&Incident>, after: &Incident| self.settle(before, after, &mut due);
        // A connection of its own, which overwrites what is taken out.
        let mut store = Store::open(&self.folders.data).map_err(Error::Import)?;
        let smaller = |bytes: &[u8]| small_of(bytes).map_err(|error| error.to_string());
        let taken = store.take_in_bundle(&bundle.0, now, &smaller, &mut settle).map_err(Error::Import)?;
        self.lock().forget_all();
        due.sort();
        // It is taken in, whatever follows.
        let is_clean = self.follow(&store, &taken).is_ok() && taken.united.is_clean;
        Ok(BundleImported { brought: BundlePreview::of(bundle, taken, before.secrets), due, is_clean })
    }

    /// What was due by the time that it came is told with it, at once and in one place. What was due here before is none of that.
    fn settle(&self, before: Option<&Incident>, after: &Incident, due: &mut Vec<DueReminder>) -> Vec<(String, Stage)> {
        let (policy, now) = (self.policy(), self.now());
        let name = |reminder: &Reminder| (reminder.claim.clone(), reminder.stage);
        let was_due: BTreeSet<_> = before.map(|before| due_reminders(before, &policy, now)).unwrap_or_default().iter().map(name).collect();
        let new = due_reminders(after, &policy, now).into_iter().filter(|reminder| !was_due.contains(&name(reminder)));
        let told: Vec<Reminder> = new.collect();
        due.extend(
            told.iter()
                .map(|reminder| DueReminder { incident: format!("{} {}", after.severity, after.title), title: reminder.title.clone() }),
        );
        told.iter().map(name).collect()
    }

    /// What lies beside the database follows: saved reviews, and pictures that nothing names any more.
    fn follow(&self, store: &Store, taken: &TakenIn) -> Result<(), Error> {
        for renamed in &taken.united.brought.renamed {
            self.rename_reviews(&renamed.from, &renamed.to).map_err(Error::File)?;
        }
        if taken.united.taken_out.is_empty() {
            return Ok(());
        }
        let used = store.used_pictures()?;
        for Taken { handle, words, pictures } in &taken.united.taken_out {
            self.remove_pictures(pictures, &used)?;
            self.redact_files(handle, words, pictures)?;
        }
        Ok(())
    }
}
