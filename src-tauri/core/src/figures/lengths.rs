//! What many lengths of time have in common.

use chrono::TimeDelta;

/// Of fewer it cannot be said how long the slowest take.
pub(super) const ENOUGH: usize = 5;

/// Lengths of time, the shortest first.
pub(super) struct Lengths(Vec<TimeDelta>);

impl Lengths {
    pub(super) fn new(lengths: impl IntoIterator<Item = TimeDelta>) -> Self {
        let mut lengths: Vec<TimeDelta> = lengths.into_iter().collect();
        lengths.sort_unstable();
        Self(lengths)
    }

    /// How many.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The one in the middle; of an even number what lies half way between the two.
    pub(super) fn median(&self) -> Option<TimeDelta> {
        let middle = self.0.get(self.0.len() / 2)?;
        let before = self.0.get(self.0.len().checked_sub(1)? / 2)?;
        Some((*before + *middle) / 2)
    }

    /// What nine in ten do not exceed: the shortest of which that is true. None where there are too few.
    pub(super) fn p90(&self) -> Option<TimeDelta> {
        let place = (self.0.len() * 9).div_ceil(10).checked_sub(1)?;
        self.0.get(place).copied().filter(|_| self.0.len() >= ENOUGH)
    }
}

/// For a table or a script: whole seconds.
pub(super) fn seconds(length: TimeDelta) -> u32 {
    u32::try_from(length.num_seconds().max(0)).unwrap_or(u32::MAX)
}

/// How many, for a table or a script.
pub(super) fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(minutes: &[i64]) -> (Option<i64>, Option<i64>) {
        let lengths = Lengths::new(minutes.iter().map(|length| TimeDelta::minutes(*length)));
        (lengths.median().map(|length| length.num_minutes()), lengths.p90().map(|length| length.num_minutes()))
    }

    #[test]
    fn median_and_p90_are_those_that_a_hand_finds() {
        assert_eq!(told(&[]), (None, None));
        assert_eq!(told(&[7]), (Some(7), None));
        assert_eq!(told(&[9, 1, 5]), (Some(5), None), "in whatever order");
        assert_eq!(told(&[1, 2, 4, 100]), (Some(3), None), "four are too few for a p90");
        assert_eq!(told(&[1, 2, 3, 4, 100]), (Some(3), Some(100)));
        assert_eq!(told(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), (Some(5), Some(9)), "the median is 5 and a half");
        assert_eq!(told(&(1..=31).collect::<Vec<_>>()), (Some(16), Some(28)));
    }
}
