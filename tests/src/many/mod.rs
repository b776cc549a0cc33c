//! A history of years: thousands of incidents and a million entries, told in many words, several languages and by many people.
//!
//! Start with [`fill`], or [`kept`], which makes one once and keeps it. Always true: it is written through the store as any other, so that everything which is kept beside the
//! events agrees with them; and the same numbers give the same history but for ids, so that two runs of a measurement see the same. Not here: any measurement.

mod dice;
mod lines;
mod story;
mod team;

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_store::{Store, StoreError};

use crate::Outcome;
use crate::binaries::checkout;
use dice::Dice;
use story::Story;

pub use lines::{COMMON_WORD, RARE_WORD};
pub use team::{PEOPLE, SERVICES};

/// How far back the first incident lies.
const YEARS: i64 = 3;

/// Fills a data folder with `incidents` incidents, which began over three years until now, and at least `entries` entries in all of them. All but a few of the last are over.
///
/// # Errors
/// What the store says.
pub fn fill(folder: &Path, incidents: usize, entries: usize) -> Outcome {
    fill_until(folder, incidents, entries, Utc::now())
}

/// The same with the moment at which the history ends (UTC).
///
/// # Errors
/// What the store says.
pub fn fill_until(folder: &Path, incidents: usize, entries: usize, end: DateTime<Utc>) -> Outcome {
    let mut store = Store::open(folder)?;
    let mut dice = Dice::new(7);
    let first = end - TimeDelta::days(365 * YEARS);
    // The last ones go on for some hours.
    let apart = (end - TimeDelta::days(2) - first) / i32::try_from(incidents.max(1))?;
    let mut left = entries;
    for number in 0..incidents {
        let share = share(&mut dice, left, incidents - number);
        left = left.saturating_sub(share);
        let at = first + apart * i32::try_from(number)?;
        Story { number, at, entries: share, is_over: number + 5 < incidents }.tell(&mut store, &mut dice)?;
    }
    Ok(())
}

/// Most incidents are short, and some go on for days.
fn share(dice: &mut Dice, left: usize, incidents: usize) -> usize {
    if incidents == 1 {
        return left;
    }
    let mean = left / incidents;
    let share = if dice.one_in(20) { mean * 8 } else { mean * dice.below(130) / 100 };
    share.min(left)
}

/// The folder of such a history, which is made at the first call, in some minutes, and kept beside what is built. Nobody may write to it.
///
/// # Errors
/// What the store or the disk says.
pub fn kept(incidents: usize, entries: usize) -> Outcome<PathBuf> {
    let folder = checkout().join(format!("target/history-{incidents}-{entries}"));
    if !folder.exists() {
        let beside = folder.with_extension("unfinished");
        if beside.exists() {
            std::fs::remove_dir_all(&beside)?;
        }
        fill(&beside, incidents, entries)?;
        std::fs::rename(&beside, &folder)?;
    }
    Ok(folder)
}

type Told<T = ()> = Result<T, StoreError>;
