//! What many incidents together show, and that no number of it is made up.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod charts;
mod counts;
mod follow_through;
mod kinds;
mod milestones;
mod nights;
mod properties;
mod punctuality;
mod ranges;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod times;

use std::error::Error;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use sitrep_core::event::EventBody;
use sitrep_core::figures::chart::{bars, dumbbells};
use sitrep_core::figures::{Cause, Figures, FiguresRange, FiguresSpan, FiguresTable, IncidentRecord, Milestone, RangeError, csv, figures};
use sitrep_core::incident::{SeverityStretch, Stretch, WorkStretch};
use sitrep_core::team::{EffectivePolicy, Policy};
use sitrep_core::vocabulary::{
    ActionOutcome, ActionPriority, ChangeKind, Detection, HypothesisState, Lowering, MitigationState, Severity, SeverityCause, Status,
    UpdateKind,
};
use support::{Story, at, policy, sent, start};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn record(story: &Story) -> IncidentRecord {
    IncidentRecord::of(&story.fold().expect("a declaration"))
}

/// An incident that was declared as it began, and no more.
fn begun(handle: &str, severity: Severity, at: DateTime<Utc>) -> IncidentRecord {
    IncidentRecord {
        handle: handle.to_owned(),
        started_at: at,
        detected_at: at,
        severities: vec![SeverityStretch { severity, from: at, to: None, lowered: None, disavowed: false }],
        active: vec![Stretch { from: at, to: None }],
        services: vec![],
        worked: vec![],
        ..record(&Story::declared(severity))
    }
}

/// The same, resolved after some minutes.
fn resolved(handle: &str, severity: Severity, at: DateTime<Utc>, minutes: i64) -> IncidentRecord {
    let end = at + TimeDelta::minutes(minutes);
    IncidentRecord { resolved_at: Some(end), active: vec![Stretch { from: at, to: Some(end) }], ..begun(handle, severity, at) }
}

/// The figures of all from August to November 2026, on 24 November.
fn told(records: &[IncidentRecord]) -> Figures {
    told_by(records, &policy().expect("the policy"))
}

fn told_by(records: &[IncidentRecord], policy: &Policy) -> Figures {
    let range = FiguresRange::new(day("2026-08-31"), day("2026-11-24")).expect("a range");
    figures(records, range, None, policy, moment("2026-11-24T09:20:04Z"))
}

fn in_berlin() -> Policy {
    EffectivePolicy::with("[business]\ntime_zone = \"Europe/Berlin\"").expect("a policy").policy
}

/// What a chart's shapes of a class say in an attribute.
fn said(chart: &roxmltree::Document<'_>, class: &str, attribute: &str) -> Vec<f64> {
    let shapes = chart.descendants().filter(|node| node.attribute("class") == Some(class));
    shapes.map(|node| node.attribute(attribute).and_then(|value| value.parse().ok()).expect("a number")).collect()
}
