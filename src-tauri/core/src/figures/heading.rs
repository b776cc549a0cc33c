//! Headings are sentences that hold a number.

use serde::Serialize;
use ts_rs::TS;

/// What a figure says first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureHeading {
    /// The sentence: `41 min to mitigate`.
    pub text: String,
    /// What goes on it in smaller letters: `at the median; one in ten takes longer than 5 h 20`.
    pub aside: Option<String>,
}

impl FigureHeading {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), aside: None }
    }

    pub(super) fn with(text: impl Into<String>, aside: impl Into<String>) -> Self {
        Self { text: text.into(), aside: Some(aside.into()) }
    }

    /// Where no incident began in the range.
    pub(super) fn none(text: &str) -> Self {
        Self::with(text, NONE)
    }
}

/// What is said of a range without incidents.
pub(super) const NONE: &str = "None in this range";

/// `1 incident`, `31 incidents`.
pub(super) fn counted(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {several}", crate::text::thousands(count)) }
}

/// A share in whole percent; 100 is all of them, and 0 none.
pub(super) fn percent(part: u32, of: u32) -> Option<u32> {
    let share = (u64::from(part) * 200 + u64::from(of)).checked_div(u64::from(of) * 2)?;
    let share = if part > 0 && part < of { share.clamp(1, 99) } else { share };
    u32::try_from(share).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_all_only_where_it_is() {
        assert_eq!([(71, 78), (22, 27), (4, 4), (0, 3)].map(|(part, of)| percent(part, of)), [Some(91), Some(81), Some(100), Some(0)]);
        assert_eq!((percent(999, 1000), percent(1, 1000), percent(0, 0)), (Some(99), Some(1), None));
    }
}
