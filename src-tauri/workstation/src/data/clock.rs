//! The one place where time comes from.

#[cfg(target_os = "linux")]
use std::fs;
use std::process;
use std::sync::OnceLock;
use std::time::Duration;

use chrono::{DateTime, SubsecRound, Utc};
use sitrep_core::event::ClockReading;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now (UTC), in whole milliseconds, as stored. A person or the network may set it, also back.
    fn now(&self) -> DateTime<Utc>;

    /// How long this computer has been up, sleep included. Nobody can set it.
    fn uptime(&self) -> Duration;

    /// Names the start of the computer that uptime is counted from; where the system does not tell, the start of this process.
    fn boot(&self) -> String;

    /// All of it at this moment.
    fn reading(&self) -> ClockReading {
        let uptime = i64::try_from(self.uptime().as_millis()).unwrap_or(i64::MAX);
        ClockReading { boot: self.boot(), uptime, wall: self.now() }
    }
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

    fn boot(&self) -> String {
        static BOOT: OnceLock<String> = OnceLock::new();
        BOOT.get_or_init(boot).clone()
    }
}

#[cfg(target_os = "linux")]
fn boot() -> String {
    let told = fs::read_to_string("/proc/sys/kernel/random/boot_id").map(|id| id.trim().to_owned());
    told.ok().filter(|id| !id.is_empty()).unwrap_or_else(this_process)
}

#[cfg(not(target_os = "linux"))]
fn boot() -> String {
    this_process()
}

fn this_process() -> String {
    format!("process {} of {}", process::id(), Utc::now().timestamp_micros())
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
    use std::time::Instant;

    static STARTED: OnceLock<Instant> = OnceLock::new();
    STARTED.get_or_init(Instant::now).elapsed()
}
