//! How bad it was from when on, and which of that counts: what the worst severity asked for stays owed (seed: Severity Levels).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::vocabulary::{Lowering, Severity};

/// A severity that held for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeverityStretch {
    /// Which.
    pub severity: Severity,
    /// Since when (UTC).
    pub from: DateTime<Utc>,
    /// Until when (UTC); none while it holds.
    pub to: Option<DateTime<Utc>>,
    /// How it was lowered, if it was: what was raised has not ended by getting better.
    pub lowered: Option<Lowering>,
    /// It was said later that it never was that bad.
    pub disavowed: bool,
}

impl SeverityStretch {
    pub(super) fn begun(severity: Severity, from: DateTime<Utc>) -> Self {
        Self { severity, from, to: None, lowered: None, disavowed: false }
    }
}

/// Ends the severity that held and begins another. A raising is no lowering, whatever it says.
pub(super) fn change(stretches: &mut Vec<SeverityStretch>, to: Severity, at: DateTime<Utc>, lowering: Lowering) {
    if let Some(held) = stretches.last_mut() {
        held.to = Some(at);
        held.lowered = held.severity.is_worse_than(to).then_some(lowering);
        if held.lowered == Some(Lowering::NeverWas) {
            disavow(stretches, to);
        }
    }
    stretches.push(SeverityStretch::begun(to, at));
}

/// Whoever says that it never was worse than this speaks of all since it last got better: what it got better from was true.
fn disavow(stretches: &mut [SeverityStretch], to: Severity) {
    let spoken_of = stretches.iter_mut().rev().take_while(|one| one.lowered != Some(Lowering::GotBetter));
    for stretch in spoken_of.take_while(|one| one.severity.is_worse_than(to)) {
        stretch.disavowed = true;
    }
}
