//! Taking a bundle in: compared with what is here, then brought together with it in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use sitrep_core::vocabulary::PictureId;

use super::bundle::Bundle;
use crate::error::StoreError;
use crate::ledger::{NewWords, Settles, Union, United, compare, unite};
use crate::open::Store;
use crate::pictures::{PictureFolder, PictureSize};
use crate::reasons::{BundleFault, BundleRefusal};

/// What a bundle has brought, or would bring.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TakenIn {
    /// What became of its events.
    pub united: United,
    /// How many of its pictures are new here.
    pub pictures_new: u64,
    /// How many pictures its events name that are neither in it nor here.
    pub pictures_missing: u64,
}

/// Makes the small picture of one that comes, or says why that cannot be.
type Smaller<'a> = dyn Fn(&[u8]) -> Result<Vec<u8>, String> + 'a;

impl Store {
    /// Says what a bundle would bring, and shows the words that are new. Nothing is written.
    ///
    /// # Errors
    /// [`StoreError::Bundle`] where it contradicts what is here, or what hinders reading.
    pub fn compare_bundle(&self, bundle: &Bundle, look: &mut dyn FnMut(NewWords<'_>)) -> Result<TakenIn, StoreError> {
        let brought = self.read(|connection| {
            let snapshot = connection.unchecked_transaction()?;
            compare(&snapshot, bundle, look)
        })?;
        let (pictures_new, pictures_missing) = count_pictures(bundle, &brought)?;
        Ok(TakenIn { united: United { brought, ..United::default() }, pictures_new, pictures_missing })
    }

    /// Takes a bundle in. `smaller` makes the small picture of one, and `settle` says which reminders of an incident count as shown, given as it
    /// was here before and as it is since. On disk when this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was taken in then, but for [`StoreError::Uncertain`], after which it may be.
    pub fn take_in_bundle(
        &mut self,
        bundle: &Bundle,
        now: DateTime<Utc>,
        smaller: &Smaller<'_>,
        settle: &mut Settles<'_>,
    ) -> Result<TakenIn, StoreError> {
        let compared = self.compare_bundle(bundle, &mut |_| ())?;
        // A picture is there before anything names it.
        let kept = keep_pictures(bundle, &compared.united.brought.pictures, smaller)?;
        let united = self.unite_for_good(bundle, now, settle);
        if united.as_ref().is_err_and(|error| !matches!(error, StoreError::Uncertain(_))) {
            self.drop_pictures(bundle, &kept)?;
        }
        Ok(TakenIn { united: united?, ..compared })
    }

    fn unite_for_good(&mut self, bundle: &Bundle, now: DateTime<Utc>, settle: &mut Settles<'_>) -> Result<United, StoreError> {
        self.delete_for_good()?;
        let united = self.write(|transaction| unite(transaction, bundle, now, settle))?;
        let is_clean = united.taken_out.is_empty() || self.clean()?;
        Ok(United { is_clean, ..united })
    }

    /// What was kept for a bundle that was refused after all, and that nothing else names.
    fn drop_pictures(&self, bundle: &Bundle, kept: &[PictureId]) -> Result<(), StoreError> {
        let used = self.used_pictures()?;
        let unused: Vec<PictureId> = kept.iter().filter(|picture| !used.contains(picture)).cloned().collect();
        PictureFolder::of(bundle.data()).remove(&unused)
    }

    /// The highest number that an event of each device has here, by which two laptops can find what each lacks of the other.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn highest_numbers(&self) -> Result<BTreeMap<String, i64>, StoreError> {
        self.read(highest_numbers)
    }
}

fn highest_numbers(connection: &Connection) -> Result<BTreeMap<String, i64>, StoreError> {
    // From one device to the next by the index, which has a row for each event.
    let sql = "WITH RECURSIVE devices (device) AS (
                   SELECT min(device) FROM events
                   UNION ALL
                   SELECT (SELECT min(device) FROM events WHERE events.device > devices.device) FROM devices WHERE device IS NOT NULL)
               SELECT device, (SELECT max(device_index) FROM events WHERE events.device = devices.device) FROM devices WHERE device IS NOT NULL";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// How many of a bundle's pictures are new here, and how many are named and nowhere.
fn count_pictures(bundle: &Bundle, brought: &Union) -> Result<(u64, u64), StoreError> {
    let here = PictureFolder::of(bundle.data());
    let mut lacking: BTreeSet<&PictureId> = brought.pictures.iter().filter(|id| !here.path(id, PictureSize::Whole).exists()).collect();
    let before = lacking.len();
    bundle.each_picture(&mut |id, _| {
        lacking.remove(id);
        Ok(())
    })?;
    Ok(((before - lacking.len()) as u64, lacking.len() as u64))
}

/// Keeps those of a bundle's pictures that are named and not here. Gives them.
fn keep_pictures(bundle: &Bundle, named: &BTreeSet<PictureId>, smaller: &Smaller<'_>) -> Result<Vec<PictureId>, StoreError> {
    let here = PictureFolder::of(bundle.data());
    let mut kept = Vec::new();
    bundle.each_picture(&mut |id, bytes| {
        if named.contains(id) && !here.path(id, PictureSize::Whole).exists() {
            let small = smaller(bytes).map_err(|why| no_picture(bundle, why))?;
            kept.push(here.keep(bytes, &small)?);
        }
        Ok(())
    })?;
    Ok(kept)
}

fn no_picture(bundle: &Bundle, why: String) -> StoreError {
    crate::ledger::Incoming::refused(bundle, BundleRefusal::Malformed { line: 0, fault: BundleFault::NoPicture(why) })
}
