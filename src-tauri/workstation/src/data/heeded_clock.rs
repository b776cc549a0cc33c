//! Noticing that the clock on the wall was set, before anything is read or decided by it.

use chrono::TimeDelta;
use sitrep_core::event::ClockReading;

use super::workstation::Inner;

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
    fn holds(&self, now: &ClockReading) -> bool {
        match self {
            Self::Unknown => false,
            Self::Steady(known) => known.boot == now.boot && now.jump_since(Some(known), None).is_none(),
            Self::Failed(at) => at.boot == now.boot && (0..AGAIN_AFTER.num_milliseconds()).contains(&(now.uptime - at.uptime)),
        }
    }
}

impl Inner {
    /// Has a jump of the clock recorded, by this process or by the first that sees it. What is read is right by the clock as it is now then;
    /// where that fails it reads as before, and nothing else is hindered.
    pub(super) fn heed_clock(&mut self, now: ClockReading) {
        if self.clock.holds(&now) {
            return;
        }
        let heeded = self.author().and_then(|author| Ok(self.store.heed_clock(&now, &author)?));
        self.clock = match heeded {
            Ok(kept) => {
                self.follow_clock(&kept);
                HeededClock::Steady(kept)
            }
            Err(_) => HeededClock::Failed(now),
        };
    }

    /// What is kept in memory was told by another clock, if this is another reading.
    fn follow_clock(&mut self, kept: &ClockReading) {
        if self.told_by.as_ref() != Some(kept) {
            self.agenda.forget();
            self.told_by = Some(kept.clone());
        }
    }
}
