//! Noticing that the clock on the wall was set, before anything is read or decided by it.

use chrono::TimeDelta;
use sitrep_core::event::ClockReading;

/// Where a jump could not be recorded, as on a disk that is full, that is tried again after this time.
const AGAIN_AFTER: TimeDelta = TimeDelta::seconds(10);

/// What this process knows of the reading that all processes share.
#[derive(Default)]
pub(super) enum HeededClock {
    /// Nothing yet, or another process may have kept another one since.
    #[default]
    Unknown,
    /// As long as the clock goes on from this one, nobody set it.
    Steady(ClockReading),
    /// It could not be read or written at this one.
    Failed(ClockReading),
}

impl HeededClock {
    /// Whether there is nothing to do at a reading.
    pub(super) fn holds(&self, now: &ClockReading) -> bool {
        match self {
            Self::Unknown => false,
            Self::Steady(known) => known.boot == now.boot && now.jump_since(Some(known), None).is_none(),
            Self::Failed(at) => at.boot == now.boot && (0..AGAIN_AFTER.num_milliseconds()).contains(&(now.uptime - at.uptime)),
        }
    }
}
