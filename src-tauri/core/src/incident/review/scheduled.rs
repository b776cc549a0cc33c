//! When the post-incident review is, which only a person says.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::text::date_and_time;

/// A review that somebody scheduled. By when one is owed follows from the severity and is another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledReview {
    /// When it begins (UTC).
    pub at: DateTime<Utc>,
    /// Who is invited, as somebody named them.
    pub with: Vec<String>,
}

impl fmt::Display for ScheduledReview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&date_and_time(self.at))?;
        if self.with.is_empty() { Ok(()) } else { write!(f, ", with {}", self.with.join(", ")) }
    }
}
