//! When the post-incident review is, which only a person says.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A review that somebody scheduled. By when one is owed follows from the severity and is another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledReview {
    /// When it begins (UTC).
    pub at: DateTime<Utc>,
    /// Who is invited, as somebody named them.
    pub with: Vec<String>,
}
