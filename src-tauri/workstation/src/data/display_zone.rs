//! The zone on display: that of typed times which name none.

use chrono::{DateTime, FixedOffset, Local, NaiveDateTime, Offset, TimeZone, Utc};
use sitrep_core::text::{Here, InstantError, WallClock, Zone};

use super::workstation::{Inner, Workstation};
use crate::refusals::Error;

pub(super) const ZONE: &str = "zone";
pub(super) const UTC: &str = "UTC";

impl Workstation {
    /// The time, and the zone that times are typed in.
    #[must_use]
    pub fn wall_clock(&self) -> WallClock {
        let zone = self.lock().zone_on_display();
        WallClock { now: self.now(), zone, here: here() }
    }
}

impl Inner {
    /// The zone that was set. One that cannot be read counts as UTC, as which it is named wherever a time is shown.
    fn zone_on_display(&self) -> Zone {
        let set = self.store.setting(ZONE).ok().flatten();
        set.and_then(|typed| Zone::typed(&typed, here()).ok()).unwrap_or_else(Zone::utc)
    }
}

/// A zone as it is typed, if it is one.
pub(crate) fn typed_zone(typed: &str) -> Result<Zone, Error> {
    Zone::typed(typed, here()).map_err(|error| InstantError::Zone(error).into())
}

/// The zone of whoever sits at this computer.
fn here() -> Zone {
    Zone::Here(Here { instant, offset })
}

fn instant(at: NaiveDateTime) -> Option<DateTime<Utc>> {
    Some(Local.from_local_datetime(&at).earliest()?.to_utc())
}

fn offset(at: DateTime<Utc>) -> FixedOffset {
    Local.offset_from_utc_datetime(&at.naive_utc()).fix()
}
