//! Who stands where in a row, so that nothing covers anything.

/// Ranges of a row that are taken.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    taken: Vec<(f64, f64)>,
}

/// Between two things in a row.
const GAP: f64 = 3.0;

impl Row {
    pub(super) fn take(&mut self, from: f64, to: f64) {
        self.taken.push((from, to));
    }

    /// Takes a range if it is free, and says whether it was.
    pub(super) fn take_if_free(&mut self, from: f64, to: f64) -> bool {
        let free = self.taken.iter().all(|(start, end)| to + GAP <= *start || end + GAP <= from);
        if free {
            self.take(from, to);
        }
        free
    }
}

/// A mark on a lane, or several that would cover each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    /// From where to where what it stands for reaches.
    reach: (f64, f64),
    /// From where to where it is drawn.
    pub(super) from: f64,
    pub(super) to: f64,
    /// The number of the first that it stands for, and how many there are from that on.
    pub(super) first: usize,
    pub(super) count: usize,
}

/// What reaches farther is counted apart, so that a busy hour does not look like one moment.
const REACH_AT_MOST: f64 = 48.0;

impl Spot {
    pub(super) fn one(number: usize, from: f64, to: f64) -> Self {
        Self { reach: (from, to), from, to, first: number, count: 1 }
    }

    pub(super) fn middle(&self) -> f64 {
        (self.from + self.to) / 2.0
    }

    fn join(self, next: Self, bounds: (f64, f64), width: impl Fn(usize) -> f64) -> Self {
        let (count, reach) = (self.count + next.count, (self.reach.0.min(next.reach.0), self.reach.1.max(next.reach.1)));
        let half = width(count) / 2.0;
        let middle = ((reach.0 + reach.1) / 2.0).min(bounds.1 - half).max(bounds.0 + half);
        Self { reach, from: middle - half, to: middle + half, first: self.first, count }
    }

    /// The same, moved so that it begins there: where a count stands is not exact.
    fn moved_to(self, from: f64) -> Self {
        Self { from, to: from + self.to - self.from, ..self }
    }
}

/// Makes one spot of those that would come closer than `gap`, `width` wide for a count. `spots` come in their order, and stay in it.
pub(super) fn merge(spots: impl IntoIterator<Item = Spot>, gap: f64, bounds: (f64, f64), width: impl Fn(usize) -> f64) -> Vec<Spot> {
    let mut merged: Vec<Spot> = Vec::new();
    for spot in spots {
        let mut next = spot;
        while let Some(before) = merged.pop_if(|before| before.to + gap > next.from) {
            let moved = next.moved_to(before.to + gap);
            let is_far = next.reach.1 - before.reach.0 > REACH_AT_MOST;
            if is_far && next.count > 1 && moved.to <= bounds.1 {
                merged.push(before);
                next = moved;
            } else {
                next = before.join(next, bounds, &width);
            }
        }
        merged.push(next);
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_cover_another_becomes_one_that_counts_both() {
        let dots = [10.0, 14.0, 40.0, 41.0, 42.0, 90.0].into_iter().enumerate().map(|(number, x)| Spot::one(number, x - 4.0, x + 4.0));

        let merged = merge(dots, 1.0, (0.0, 100.0), |_| 16.0);

        assert_eq!(merged.iter().map(|spot| (spot.first, spot.count)).collect::<Vec<_>>(), [(0, 2), (2, 3), (5, 1)]);
        assert!(merged.windows(2).all(|pair| pair[0].to + 1.0 <= pair[1].from), "{merged:?}");
    }

    #[test]
    fn what_goes_on_for_long_is_counted_in_several_places() {
        let dots = (0..500).map(|number| Spot::one(number, number as f64, number as f64 + 2.0));

        let merged = merge(dots, 1.0, (0.0, 502.0), |_| 30.0);

        assert_eq!(merged.iter().map(|spot| spot.count).sum::<usize>(), 500);
        assert!(merged.len() >= 10, "{} places", merged.len());
        assert!(merged.windows(2).all(|pair| pair[0].to + 1.0 <= pair[1].from), "{merged:?}");
        assert!(merged.iter().all(|spot| (spot.middle() - (spot.reach.0 + spot.reach.1) / 2.0).abs() < 30.0), "{merged:?}");
    }

    #[test]
    fn a_taken_range_is_given_to_nobody_else() {
        let mut row = Row::default();
        assert!(row.take_if_free(10.0, 20.0));
        assert!(!row.take_if_free(15.0, 30.0) && !row.take_if_free(21.0, 30.0), "it has room around it");
        assert!(row.take_if_free(24.0, 30.0));
    }
}
