//! Axes: how a number becomes a place, and which numbers are written at it.

/// More lines than these are no help.
const STEPS_AT_MOST: u32 = 3;

/// What is written at an axis of counts: from 0 up, as even steps as people count in.
pub(super) fn count_ticks(most: u32) -> Vec<u32> {
    let most = most.max(2);
    let powers = (0..9).map(|power| 10_u32.pow(power));
    let mut steps = powers.flat_map(|power| [1, 2, 5].map(|step| power.saturating_mul(step)));
    let step = steps.find(|step| most.div_ceil(*step) <= STEPS_AT_MOST).unwrap_or(u32::MAX);
    (0..=most.div_ceil(step)).map(|place| place.saturating_mul(step)).collect()
}

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;
const DAY: u32 = 24 * HOUR;

/// What is written at an axis of time, which begins with the first and goes on to the first that nothing exceeds.
const TIMES: [(u32, &str); 10] = [
    (MINUTE, "1 min"),
    (5 * MINUTE, "5 min"),
    (15 * MINUTE, "15 min"),
    (HOUR, "1 h"),
    (4 * HOUR, "4 h"),
    (DAY, "24 h"),
    (4 * DAY, "4 d"),
    (14 * DAY, "2 weeks"),
    (60 * DAY, "60 d"),
    (365 * DAY, "1 year"),
];

/// An axis of time on which twice as long is as far from one length as from another.
pub(super) struct TimeScale {
    ticks: &'static [(u32, &'static str)],
    from: f64,
    to: f64,
}

impl TimeScale {
    /// From one place to another, to hold lengths up to the longest, in seconds.
    pub(super) fn new(longest: u32, from: f64, to: f64) -> Self {
        let shown = TIMES.iter().position(|(length, _)| *length >= longest.max(DAY)).map_or(TIMES.len(), |last| last + 1);
        Self { ticks: TIMES.get(..shown).unwrap_or(&TIMES), from, to }
    }

    /// The lengths that are written at it, each with its place.
    pub(super) fn ticks(&self) -> impl Iterator<Item = (f64, &'static str)> {
        self.ticks.iter().map(|(length, label)| (self.place(*length), *label))
    }

    /// Where a length in seconds lies; what is shorter or longer than the axis lies at its end.
    pub(super) fn place(&self, length: u32) -> f64 {
        let log = |length: u32| f64::from(length.max(1)).ln();
        let (first, last) = (log(MINUTE), log(self.ticks.last().map_or(DAY, |(length, _)| *length)));
        let share = (log(length) - first) / (last - first);
        self.from + share.clamp(0.0, 1.0) * (self.to - self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_in_steps_that_people_count_in() {
        for (most, ticks) in [
            (0, vec![0, 1, 2]),
            (1, vec![0, 1, 2]),
            (3, vec![0, 1, 2, 3]),
            (4, vec![0, 2, 4]),
            (7, vec![0, 5, 10]),
            (31, vec![0, 20, 40]),
            (2_000, vec![0, 1_000, 2_000]),
        ] {
            assert_eq!(count_ticks(most), ticks, "{most}");
        }
    }

    #[test]
    fn an_axis_of_time_reaches_from_a_minute_to_what_nothing_exceeds() {
        let labels = |longest| TimeScale::new(longest, 0.0, 100.0).ticks().map(|(_, label)| label).collect::<Vec<_>>();
        assert_eq!(labels(0), ["1 min", "5 min", "15 min", "1 h", "4 h", "24 h"]);
        assert_eq!(labels(DAY + 1).last(), Some(&"4 d"));
        assert_eq!(labels(u32::MAX).last(), Some(&"1 year"));

        let day = TimeScale::new(DAY, 96.0, 572.0);
        assert_eq!([0, 30, MINUTE, DAY, 2 * DAY].map(|length| day.place(length)), [96.0, 96.0, 96.0, 572.0, 572.0]);
        let twice = |length| day.place(2 * length) - day.place(length);
        assert!((twice(MINUTE) - twice(HOUR)).abs() < 1e-9, "twice as long is as far everywhere");
    }
}
