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

#[cfg(unix)]
fn uptime() -> Duration {
    #[cfg(target_os = "linux")]
    let clock = rustix::time::ClockId::Boottime;
    // On macOS this one goes on in sleep; the one that the standard library measures with does not.
    #[cfg(not(target_os = "linux"))]
    let clock = rustix::time::ClockId::Monotonic;
    let time = rustix::time::clock_gettime(clock);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// On Windows the clock that the standard library measures with goes on during sleep.
#[cfg(not(unix))]
fn uptime() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;

    static STARTED: OnceLock<Instant> = OnceLock::new();
    STARTED.get_or_init(Instant::now).elapsed()
}
