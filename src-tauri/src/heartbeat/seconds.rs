//! When the next beat is due.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Clocks turn over with the second. Never nothing, or a clock that stands still would keep a core busy.
pub fn until_next_second(now: SystemTime) -> Duration {
    let into = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_millis());
    Duration::from_millis(u64::from(1000 - into.min(950)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beats_fall_on_the_second() {
        let at = |millis| UNIX_EPOCH + Duration::from_millis(millis);
        assert_eq!(until_next_second(at(5_000)), Duration::from_millis(1000));
        assert_eq!(until_next_second(at(5_700)), Duration::from_millis(300));
        assert_eq!(until_next_second(at(5_999)), Duration::from_millis(50));
    }
}
