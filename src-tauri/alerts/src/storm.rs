//! Many alerts of one service at once: one incident, not many.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::alert::{Alert, AlertState};

/// So many make a storm.
const MANY: usize = 3;
/// Onsets as near as this belong together.
const NEAR: TimeDelta = TimeDelta::minutes(5);

/// Three and more alerts of one service that began within five minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Storm {
    /// The service.
    pub service: String,
    /// How many fire.
    pub count: usize,
    /// Between the first and the last onset, in seconds.
    #[ts(type = "number")]
    pub within_seconds: i64,
}

/// The largest storm among the alerts, if there is one.
#[must_use]
pub fn storm(alerts: &[Alert]) -> Option<Storm> {
    let mut onsets: BTreeMap<&str, Vec<DateTime<Utc>>> = BTreeMap::new();
    for alert in alerts.iter().filter(|alert| alert.state == AlertState::Firing && !alert.suppressed) {
        if let Some((service, at)) = alert.service.as_deref().zip(alert.started_at) {
            onsets.entry(service).or_default().push(at);
        }
    }
    let storms = onsets.into_iter().filter_map(|(service, onsets)| largest(service, onsets));
    storms.reduce(|one, other| if other.count > one.count { other } else { one })
}

fn largest(service: &str, mut onsets: Vec<DateTime<Utc>>) -> Option<Storm> {
    onsets.sort_unstable();
    let windows = onsets.iter().enumerate().filter_map(|(at, first)| {
        let end = onsets.partition_point(|onset| *onset - *first <= NEAR);
        let last = onsets.get(end.checked_sub(1)?)?;
        Some((end - at, (*last - *first).num_seconds()))
    });
    let (count, within_seconds) = windows.reduce(|one, other| if other.0 > one.0 { other } else { one })?;
    (count >= MANY).then(|| Storm { service: service.to_owned(), count, within_seconds })
}
