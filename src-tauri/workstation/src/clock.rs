//! The one place where time comes from.

use std::time::Duration;

use chrono::{DateTime, SubsecRound, Utc};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now (UTC), in whole milliseconds, as stored. A person or the network may set it, also back.
    fn now(&self) -> DateTime<Utc>;

    /// How long this computer has been up, sleep included. Nobody can set it.
    fn uptime(&self) -> Duration;
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(3)
    }

    fn uptime(&self) -> Duration {
        uptime()
    }
}

#[cfg(target_os = "linux")]
fn uptime() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// The clock that the standard library measures with goes on during sleep on these systems.
#[cfg(not(target_os = "linux"))]
fn uptime() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;

    static STARTED: OnceLock<Instant> = OnceLock::new();
    STARTED.get_or_init(Instant::now).elapsed()
}
