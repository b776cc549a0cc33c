//! The picture of the incident in the review, with the figures beside it and the same as a table.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::documents::course::{CourseRow, FactBeside, IncidentCourse, Look, facts_beside, svg, table};
use sitrep_core::event::Event;
use sitrep_core::incident::Incident;
use sitrep_core::team::Policy;
use ts_rs::TS;

/// The course of the incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourseView {
    /// The picture as SVG, in the page's colours; every word in it is escaped.
    pub svg: String,
    /// Figures in words.
    pub facts: Vec<FactBeside>,
    /// The same as a table, for who cannot see it.
    pub rows: Vec<CourseRow>,
}

pub(super) fn course(incident: &Incident, events: &[Event], policy: &Policy, now: DateTime<Utc>) -> CourseView {
    let course = IncidentCourse::of(incident, events, policy, now);
    CourseView { svg: svg(&course, Look::Page), facts: facts_beside(incident, &course, now), rows: table(&course) }
}
