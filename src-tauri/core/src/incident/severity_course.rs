//! What follows from how bad it was from when on: since when, how bad at its worst, and how long an escalation has been waited for.

use chrono::{DateTime, TimeDelta, Utc};

use super::facts::Incident;
use super::severities::SeverityStretch;
use crate::vocabulary::{Severity, SeverityCause};

impl Incident {
    /// The worst severity that it really had: what that one asks for stays owed after it got better.
    #[must_use]
    pub fn peak_severity(&self) -> Severity {
        peak_of(&self.severity_history).unwrap_or(self.severity)
    }

    /// The severities since the last lowering: this one, and those that it was raised from, the first first.
    #[must_use]
    pub fn raised_through(&self) -> &[SeverityStretch] {
        raised_through(&self.severity_history)
    }

    /// From when this severity's escalation clock runs (UTC). A lowering stops the clock, and it goes on with the raising, unless
    /// it was better for longer than `better_for`; the clock of a severity that it recovered to begins with it.
    #[must_use]
    pub fn escalating_since(&self, better_for: TimeDelta) -> DateTime<Utc> {
        let Some((now, before)) = self.severity_history.split_last() else { return self.severity_since() };
        let mut used = TimeDelta::zero();
        let mut better = TimeDelta::zero();
        for stretch in before.iter().rev().take_while(|stretch| !stretch.severity.is_worse_than(now.severity)) {
            let length = (stretch.to.unwrap_or(now.from) - stretch.from).max(TimeDelta::zero());
            let is_same = stretch.severity == now.severity;
            better = if is_same { TimeDelta::zero() } else { better + length };
            if better > better_for {
                break;
            }
            used += if is_same { length } else { TimeDelta::zero() };
        }
        now.from - used
    }

    /// Whether nobody has said how bad it is: it was taken for a security matter as it was declared, and is none.
    #[must_use]
    pub fn is_unassessed(&self) -> bool {
        let by_the_rule = self.severity_cause == SeverityCause::Security && self.security.is_none();
        by_the_rule && self.severity_reasoning.is_none()
    }

    /// Since when it is that bad (UTC).
    #[must_use]
    pub fn severity_since(&self) -> DateTime<Utc> {
        self.severity_history.last().map_or(self.declared_at, |stretch| stretch.from)
    }
}

/// The worst severity that a history really had; none of one that is empty, or disavowed as a whole.
#[must_use]
pub fn peak_of(history: &[SeverityStretch]) -> Option<Severity> {
    history.iter().filter(|stretch| !stretch.disavowed).map(|stretch| stretch.severity).min()
}

/// The severities of a history since the last lowering: the one at its end, and those that it was raised from, the first first.
#[must_use]
pub fn raised_through(history: &[SeverityStretch]) -> &[SeverityStretch] {
    let lowered = history.iter().rposition(|stretch| stretch.lowered.is_some());
    history.get(lowered.map_or(0, |last| last + 1)..).unwrap_or_default()
}
