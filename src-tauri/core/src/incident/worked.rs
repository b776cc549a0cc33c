//! When people were at the incident: by the moments at which they wrote something down, which no later time that they give changes.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Whoever writes something down again within this time was at it in between.
const SILENCE_AT_MOST: TimeDelta = TimeDelta::hours(1);

/// A stretch of time in which people did something again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkStretch {
    /// The first act (UTC).
    pub from: DateTime<Utc>,
    /// The last act (UTC); the same where there was only one.
    pub to: DateTime<Utc>,
}

/// When people were at it. It is the same in whatever order the acts come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Worked(Vec<WorkStretch>);

impl Worked {
    /// The stretches, in order; between two of them nobody wrote anything for more than an hour.
    #[must_use]
    pub fn stretches(&self) -> &[WorkStretch] {
        &self.0
    }

    /// Takes in that somebody wrote something down at a moment.
    pub fn add(&mut self, at: DateTime<Utc>) {
        let first = self.0.partition_point(|stretch| at - stretch.to > SILENCE_AT_MOST);
        let end = self.0.partition_point(|stretch| stretch.from - at <= SILENCE_AT_MOST);
        let joined = self.0.get(first..end).unwrap_or_default().iter();
        let joined =
            joined.fold(WorkStretch { from: at, to: at }, |all, one| WorkStretch { from: all.from.min(one.from), to: all.to.max(one.to) });
        self.0.splice(first..end.max(first), [joined]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    fn worked(minutes: &[i64]) -> Vec<(i64, i64)> {
        let mut worked = Worked::default();
        minutes.iter().for_each(|minute| worked.add(at(*minute)));
        worked.stretches().iter().map(|one| ((one.from - at(0)).num_minutes(), (one.to - at(0)).num_minutes())).collect()
    }

    #[test]
    fn acts_within_an_hour_are_one_stretch_in_whatever_order_they_come() {
        assert_eq!(worked(&[0, 60, 120]), [(0, 120)]);
        assert_eq!(worked(&[0, 61]), [(0, 0), (61, 61)]);
        assert_eq!(worked(&[120, 0, 60]), [(0, 120)], "the one in the middle joins the others");
        assert_eq!(worked(&[300, 0, 10, 290, 5]), [(0, 10), (290, 300)]);
        assert_eq!(worked(&[5, 5]), [(5, 5)]);
    }
}
