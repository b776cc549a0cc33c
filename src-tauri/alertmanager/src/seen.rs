//! What is new among the alerts that fire.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize};

/// So many alerts are known at a time, and so many hushed.
const MOST: usize = 5_000;
/// In bytes. An Alertmanager's have 16.
const FINGERPRINT: usize = 128;
/// Who is back sooner, with the same onset, was not away: an Alertmanager that starts again knows nothing for so long.
const FLAP: TimeDelta = TimeDelta::seconds(60);

/// An alert that fires now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firing {
    /// What is the same each time this alert comes.
    pub fingerprint: String,
    /// Since when, as the sender says; none where it does not say.
    pub onset: Option<DateTime<Utc>>,
}

/// What a look brought. Fingerprints, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    /// To be told of: they fire, were not told of, and are not hushed. In the order they came.
    pub new: Vec<String>,
    /// Told of, and away for a minute: over, or silenced or inhibited since.
    pub recovered: Vec<String>,
    /// How many fire beside these that are not followed: more than 5,000 at once, or with no usable fingerprint.
    pub left_out: usize,
}

/// What is known of one source's alerts from look to look; kept as JSON or the like over a restart.
///
/// An alert is new when it was not known, when it was away and came back with another onset, when it was away for more than a minute,
/// and when a hush ends while it fires.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    #[serde(default, deserialize_with = "at_most")]
    known: BTreeMap<String, Known>,
    #[serde(default, deserialize_with = "at_most")]
    hushed: BTreeMap<String, DateTime<Utc>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    onset: Option<DateTime<Utc>>,
    /// The first look that missed it; none while it fires.
    away_since: Option<DateTime<Utc>>,
    told: bool,
}

impl Seen {
    /// Takes what fires at `now` and tells what of it is new, and what is over. Not for a look that failed: that says nothing.
    pub fn look(&mut self, firing: &[Firing], now: DateTime<Utc>) -> News {
        self.hushed.retain(|_, until| *until > now);
        let (usable, unusable) = usable(firing);
        let mut recovered = self.miss(&usable, now);
        recovered.extend(self.make_room(&usable));
        let (followed, beyond): (Vec<&Firing>, Vec<&Firing>) = usable.into_iter().partition(|alert| self.follow(alert));
        let new = followed.into_iter().filter(|alert| self.tell(&alert.fingerprint)).map(|alert| alert.fingerprint.clone());
        News { new: new.collect(), recovered, left_out: beyond.len() + unusable }
    }

    /// Tells nothing of an alert until then. If it fires when the hush ends, it is new again. A time that is over ends a hush.
    pub fn hush(&mut self, fingerprint: &str, until: DateTime<Utc>) {
        if !is_usable(fingerprint) {
            return;
        }
        if let Some(known) = self.known.get_mut(fingerprint) {
            known.told = false;
        }
        self.hushed.insert(fingerprint.to_owned(), until);
        if self.hushed.len() > MOST {
            self.forget_the_hush_that_ends_first();
        }
    }

    /// Until when an alert is hushed, if it is.
    #[must_use]
    pub fn hushed_until(&self, fingerprint: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.hushed.get(fingerprint).copied().filter(|until| *until > now)
    }

    /// Notes who is away, and forgets who was for long: those of them that were told of.
    fn miss(&mut self, usable: &[&Firing], now: DateTime<Utc>) -> Vec<String> {
        let present: BTreeSet<&str> = usable.iter().map(|alert| alert.fingerprint.as_str()).collect();
        for (_, known) in self.known.iter_mut().filter(|(fingerprint, _)| !present.contains(fingerprint.as_str())) {
            // A clock that was set back must not keep it for ever.
            known.away_since = Some(known.away_since.map_or(now, |since| since.min(now)));
        }
        let is_over = |known: &Known| known.away_since.is_some_and(|since| now - since >= FLAP);
        let over = self.known.iter().filter(|(fingerprint, known)| is_over(known) && !present.contains(fingerprint.as_str()));
        let over = over.map(|(fingerprint, _)| fingerprint.clone()).collect();
        self.forget(over)
    }

    /// Where there are too many, those that are away make room, the longest away first.
    fn make_room(&mut self, usable: &[&Firing]) -> Vec<String> {
        let strangers = usable.iter().filter(|alert| !self.known.contains_key(&alert.fingerprint)).count();
        let too_many = (self.known.len() + strangers).saturating_sub(MOST);
        if too_many == 0 {
            return Vec::new();
        }
        let present: BTreeSet<&str> = usable.iter().map(|alert| alert.fingerprint.as_str()).collect();
        let away = self.known.iter().filter(|(fingerprint, _)| !present.contains(fingerprint.as_str()));
        let mut away: Vec<(Option<DateTime<Utc>>, String)> = away.map(|(name, known)| (known.away_since, name.clone())).collect();
        away.sort();
        self.forget(away.into_iter().take(too_many).map(|(_, fingerprint)| fingerprint).collect())
    }

    /// Those that were told of.
    fn forget(&mut self, fingerprints: Vec<String>) -> Vec<String> {
        let was_told = |fingerprint: &String| self.known.remove(fingerprint).is_some_and(|known| known.told);
        fingerprints.into_iter().filter(was_told).collect()
    }

    /// Whether there was room for it.
    fn follow(&mut self, alert: &Firing) -> bool {
        let is_full = self.known.len() >= MOST;
        match self.known.get_mut(&alert.fingerprint) {
            Some(known) => known.came(alert.onset),
            None if is_full => return false,
            None => {
                self.known.insert(alert.fingerprint.clone(), Known { onset: alert.onset, away_since: None, told: false });
            }
        }
        true
    }

    /// Whether it is to be told of, which then counts as done.
    fn tell(&mut self, fingerprint: &str) -> bool {
        let is_hushed = self.hushed.contains_key(fingerprint);
        let known = self.known.get_mut(fingerprint).filter(|known| !known.told && !is_hushed);
        known.map(|known| known.told = true).is_some()
    }

    fn forget_the_hush_that_ends_first(&mut self) {
        let first = self.hushed.iter().min_by_key(|(_, until)| **until).map(|(fingerprint, _)| fingerprint.clone());
        first.and_then(|fingerprint| self.hushed.remove(&fingerprint));
    }
}

impl Known {
    /// While it fires, another onset tells nothing: of two Prometheus servers each has its own.
    fn came(&mut self, onset: Option<DateTime<Utc>>) {
        let was_away = self.away_since.take().is_some();
        self.told &= !was_away || self.onset == onset;
        self.onset = onset;
    }
}

fn is_usable(fingerprint: &str) -> bool {
    !fingerprint.is_empty() && fingerprint.len() <= FINGERPRINT
}

/// Each fingerprint once, and how many alerts have no usable one.
fn usable(firing: &[Firing]) -> (Vec<&Firing>, usize) {
    let (usable, unusable): (Vec<&Firing>, Vec<&Firing>) = firing.iter().partition(|alert| is_usable(&alert.fingerprint));
    let mut met = BTreeSet::new();
    (usable.into_iter().filter(|alert| met.insert(alert.fingerprint.as_str())).collect(), unusable.len())
}

/// A kept file that grew holds no more than one that did not.
fn at_most<'de, D: Deserializer<'de>, V: Deserialize<'de>>(from: D) -> Result<BTreeMap<String, V>, D::Error> {
    let all = BTreeMap::<String, V>::deserialize(from)?;
    Ok(all.into_iter().filter(|(fingerprint, _)| is_usable(fingerprint)).take(MOST).collect())
}
