//! All figures of a range.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::causes::{CauseFigures, cause_figures};
use super::counts::{IncidentFigures, incident_figures};
use super::detection::{DetectionFigures, detection_figures};
use super::follow_through::{ActionFigures, ReviewFigures, action_figures, review_figures};
use super::lengths::count;
use super::night::{NightFigures, night_figures};
use super::range::FiguresRange;
use super::record::IncidentRecord;
use super::sample::Sample;
use super::services::{ServiceFigures, service_figures};
use super::times::{TimeFigures, time_figures};
use super::updates::{UpdateFigures, update_figures};
use crate::team::Policy;

/// What the incidents that began within a range show. Updates, reviews, action items and nights are those of these incidents, whenever
/// they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Figures {
    /// The days, both ends included, of UTC.
    pub range: FiguresRange,
    /// The service that all of them touch, if only those were asked for.
    pub service: Option<String>,
    /// The services that incidents of the range touch, whichever was asked for.
    pub known_services: Vec<String>,
    /// How many began in the range and were withdrawn as no incidents: they count for nothing.
    pub withdrawn: u32,
    /// By severity and week.
    pub incidents: IncidentFigures,
    /// How long it took.
    pub times: TimeFigures,
    /// How they were detected.
    pub detection: DetectionFigures,
    /// Whether updates went out in time.
    pub updates: UpdateFigures,
    /// Whether reviews were done in time.
    pub reviews: ReviewFigures,
    /// Whether action items were done in time.
    pub actions: ActionFigures,
    /// Which services they touch.
    pub services: ServiceFigures,
    /// What caused them.
    pub causes: CauseFigures,
    /// The night work.
    pub night: NightFigures,
}

/// The figures of those of the incidents that began within the range, and that touch the service if one is given, at `now`. What was due
/// when follows from the policy.
#[must_use]
pub fn figures(records: &[IncidentRecord], range: FiguresRange, service: Option<&str>, policy: &Policy, now: DateTime<Utc>) -> Figures {
    let within: Vec<&IncidentRecord> = records.iter().filter(|record| range.holds(record.started_at)).collect();
    let known_services: BTreeSet<&String> = within.iter().filter(|record| !record.withdrawn).flat_map(|record| &record.services).collect();
    let asked = within.into_iter().filter(|record| service.is_none_or(|service| touches(record, service)));
    let (withdrawn, records): (Vec<_>, Vec<_>) = asked.partition(|record| record.withdrawn);
    let sample = Sample { records, range, policy, now };
    Figures {
        range,
        service: service.map(str::to_owned),
        known_services: known_services.into_iter().cloned().collect(),
        withdrawn: count(withdrawn.len()),
        incidents: incident_figures(&sample),
        times: time_figures(&sample),
        detection: detection_figures(&sample),
        updates: update_figures(&sample),
        reviews: review_figures(&sample),
        actions: action_figures(&sample),
        services: service_figures(&sample),
        causes: cause_figures(&sample),
        night: night_figures(&sample),
    }
}

fn touches(record: &IncidentRecord, service: &str) -> bool {
    record.services.iter().any(|touched| touched.to_lowercase() == service.trim().to_lowercase())
}
