//! Where an instant stands on the axis, and which instants the axis names.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::measure::width;
use crate::documents::course::model::Window;

/// The steps between two ticks, in seconds; beyond the last one it is doubled.
const STEPS: [i64; 17] = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 3 * 3600, 6 * 3600, 12 * 3600, DAY, 2 * DAY];
const DAY: i64 = 86_400;
/// Between the names of two ticks, at the least.
const BETWEEN: f64 = 10.0;
/// A time is told with its seconds in a window that is shorter than this.
const IN_SECONDS: TimeDelta = TimeDelta::minutes(5);

/// From instants to places on the axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) window: Window,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// An instant that the axis names.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    pub(super) x: f64,
    /// `14:15`, `24 Nov`.
    pub(super) name: String,
    /// The day that begins with it, where the days are not named by themselves.
    pub(super) day: Option<String>,
}

impl Scale {
    /// The place of an instant; what lies outside of the window stands at its edge.
    pub(super) fn x(&self, at: DateTime<Utc>) -> f64 {
        let share = millis(at - self.window.from()) / millis(self.window.to() - self.window.from());
        self.left + (self.right - self.left) * share.clamp(0.0, 1.0)
    }

    /// The instants to name, as many as have room.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        let step = self.step();
        let (first, last) = (self.window.from().timestamp(), self.window.to().timestamp());
        let first = first.div_euclid(step) * step + if first.rem_euclid(step) == 0 && self.begins_on_a_second() { 0 } else { step };
        let instants = (0..).map_while(|count| first.checked_add(step * count)).take_while(|at| *at <= last);
        instants.filter_map(|at| DateTime::from_timestamp(at, 0)).map(|at| self.tick(at, step)).collect()
    }

    fn begins_on_a_second(&self) -> bool {
        self.window.from().timestamp_subsec_nanos() == 0
    }

    fn tick(&self, at: DateTime<Utc>, step: i64) -> Tick {
        let begins_day = step < DAY && at.timestamp().rem_euclid(DAY) == 0;
        Tick { x: self.x(at), name: at.format(self.format(step)).to_string(), day: begins_day.then(|| self.day(at)) }
    }

    fn format(&self, step: i64) -> &'static str {
        match step {
            ..60 => "%H:%M:%S",
            60..DAY => "%H:%M",
            _ if self.spans_years() => "%-d %b %Y",
            _ => "%-d %b",
        }
    }

    /// The smallest step whose names have room.
    fn step(&self) -> i64 {
        let length = (self.window.to() - self.window.from()).num_seconds().max(1) as f64;
        let room = |step: i64| (self.right - self.left) * step as f64 / length;
        let fits = |step: &i64| {
            let widest = self.window.from().format(self.format(*step)).to_string();
            // The first name is moved in by half of it.
            room(*step) >= width(&widest).max(width("28 May")) * 1.5 + BETWEEN
        };
        let doubled = std::iter::successors(Some(4 * DAY), |step| step.checked_mul(2));
        STEPS.into_iter().chain(doubled).find(fits).unwrap_or(i64::MAX)
    }

    /// The day of an instant: `24 Nov`.
    pub(super) fn day(&self, at: DateTime<Utc>) -> String {
        at.format(self.format(DAY)).to_string()
    }

    /// The time of an instant, with its day where the window spans several.
    pub(super) fn time(&self, at: DateTime<Utc>) -> String {
        let in_seconds = self.window.to() - self.window.from() < IN_SECONDS;
        let time = at.format(if in_seconds { "%H:%M:%S" } else { "%H:%M" }).to_string();
        if self.spans_days() { format!("{} {time}", self.day(at)) } else { time }
    }

    pub(super) fn spans_days(&self) -> bool {
        self.window.from().date_naive() != self.window.to().date_naive()
    }

    fn spans_years(&self) -> bool {
        self.window.from().year() != self.window.to().year()
    }
}

fn millis(length: TimeDelta) -> f64 {
    length.num_milliseconds() as f64
}
