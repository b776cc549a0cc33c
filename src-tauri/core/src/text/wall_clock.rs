//! The time and the zone that times are typed and shown in.

use chrono::{DateTime, NaiveDate, Utc};

use super::zone::Zone;

/// The time and the zone that times are typed and shown in, as a clock on the wall has them.
#[derive(Debug, Clone, Copy)]
pub struct WallClock {
    /// Now.
    pub now: DateTime<Utc>,
    /// The zone on display: that of a time which names none.
    pub zone: Zone,
    /// This computer's zone, which `local` names.
    pub here: Zone,
}

impl WallClock {
    /// A clock that shows UTC, on a computer that has it too.
    #[must_use]
    pub fn utc(now: DateTime<Utc>) -> Self {
        Self { now, zone: Zone::utc(), here: Zone::utc() }
    }

    /// The day that it is in a zone.
    pub(in crate::text) fn today_in(self, zone: Zone) -> NaiveDate {
        zone.local(self.now).date()
    }

    /// The day that it is in the zone on display.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.today_in(self.zone)
    }

    /// An instant as `14:05 UTC`, with its date when it is not on the day of now.
    #[must_use]
    pub fn clock_time(self, at: DateTime<Utc>) -> String {
        let local = self.zone.local(at);
        let format = if local.date() == self.today() { "%H:%M" } else { "%Y-%m-%d %H:%M" };
        format!("{} {}", local.format(format), self.zone.name_at(at))
    }

    /// The same in the other of UTC and this computer's zone, where they differ: what is on display may be neither.
    #[must_use]
    pub fn elsewhere(self, at: DateTime<Utc>) -> Option<String> {
        let is_utc = |zone: Zone| zone.offset(at).local_minus_utc() == 0;
        let other = if is_utc(self.zone) { self.here } else { Zone::utc() };
        (other.offset(at) != self.zone.offset(at)).then(|| Self { zone: other, ..self }.clock_time(at))
    }

    /// An instant with its date: `2026-11-25 16:00 CET`.
    #[must_use]
    pub fn date_and_time(self, at: DateTime<Utc>) -> String {
        format!("{} {}", self.zone.local(at).format("%Y-%m-%d %H:%M"), self.zone.name_at(at))
    }
}
