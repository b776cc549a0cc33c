//! Minutes as a team writes them.

use chrono::TimeDelta;
use serde::Deserialize;

/// Longer than anything in an incident; what is longer is a slip of the finger.
pub(super) const MINUTES_AT_MOST: u32 = 366 * 24 * 60;

/// A whole number of minutes, a year at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "u32")]
pub struct Minutes(pub u32);

impl TryFrom<u32> for Minutes {
    type Error = &'static str;

    fn try_from(minutes: u32) -> Result<Self, &'static str> {
        if minutes <= MINUTES_AT_MOST { Ok(Self(minutes)) } else { Err("must be a year at most") }
    }
}

impl From<Minutes> for TimeDelta {
    fn from(minutes: Minutes) -> Self {
        TimeDelta::minutes(i64::from(minutes.0))
    }
}

/// A team writes 0 for a time that it does not want.
pub(super) fn unless_zero(minutes: Option<Minutes>) -> Option<TimeDelta> {
    minutes.filter(|minutes| minutes.0 > 0).map(Into::into)
}
