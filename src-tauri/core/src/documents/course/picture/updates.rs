//! The updates of an audience: a dot each, a ring where one was due before it came.

use chrono::{DateTime, Utc};

use super::canvas::{Canvas, Drawn};
use super::element::Element;
use super::measure::chip_width;
use super::paint::Ink;
use super::room::{Row, Spot};
use crate::documents::course::lane::Lane;
use crate::documents::course::model::{CourseUpdate, IncidentCourse, SentLane, Window};
use crate::documents::course::words::late_words;

const HEIGHT: f64 = 22.0;
const DOT: f64 = 4.0;
const RING: f64 = 3.0;
/// Between a mark and its chip.
const BESIDE: f64 = 6.0;

/// One lane, from `top` on.
pub(super) fn updates(canvas: &Canvas, course: &IncidentCourse, lane: &SentLane, top: f64) -> Drawn {
    let middle = top + HEIGHT / 2.0;
    let shown: Vec<Shown<'_>> = lane.updates.iter().filter_map(|update| shown(canvas, course, update)).collect();
    let spots = shown.iter().enumerate().map(|(number, one)| Spot::one(number, one.from - DOT, one.to + DOT));
    let spots = canvas.apart(spots);
    let mut row = Row::default();
    spots.iter().for_each(|spot| row.take(spot.from, spot.to));
    let mut elements = vec![canvas.name(middle, Lane::Sent(lane.audience).short_name())];
    for spot in &spots {
        let of = shown.get(spot.first..spot.first + spot.count).unwrap_or_default();
        match of {
            [one] => elements.extend(mark(canvas, one, middle)),
            _ => elements.extend(canvas.count(spot, middle)),
        }
        elements.extend(chip(canvas, of, spot, middle, &mut row));
    }
    Drawn { elements, height: HEIGHT }
}

/// An update within the window, with the places of its ring and its dot.
struct Shown<'a> {
    update: &'a CourseUpdate,
    from: f64,
    to: f64,
    now: DateTime<Utc>,
}

fn shown<'a>(canvas: &Canvas, course: &IncidentCourse, update: &'a CourseUpdate) -> Option<Shown<'a>> {
    let now = course.end.at();
    let (from, to) = match update {
        CourseUpdate::InTime { at, .. } => (*at, *at),
        CourseUpdate::Late { due_at, at, .. } => (*due_at, *at),
        CourseUpdate::Missed { due_at, until } => (*due_at, until.unwrap_or(now).max(*due_at)),
    };
    touches(course.window, from, to).then(|| Shown { update, from: canvas.scale.x(from), to: canvas.scale.x(to), now })
}

fn touches(window: Window, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
    from <= window.to() && window.from() <= to
}

fn mark(canvas: &Canvas, one: &Shown<'_>, middle: f64) -> Vec<Element> {
    let dot = |x: f64| canvas.brush.fill(circle(x, middle, DOT), Ink::Label);
    let ring = || canvas.brush.outline(circle(one.from, middle, RING), Ink::Label).set("stroke-width", "1.5");
    let line = |to: f64| {
        let from = (one.from + RING).min(to);
        canvas.brush.line((from, middle), (to, middle), Ink::Label).set("stroke-width", "1.5")
    };
    match one.update {
        CourseUpdate::InTime { .. } => vec![dot(one.to)],
        CourseUpdate::Late { .. } => vec![ring(), line(one.to), dot(one.to)],
        CourseUpdate::Missed { .. } => vec![ring(), line(one.to).set("stroke-dasharray", "2 2")],
    }
}

fn circle(x: f64, y: f64, radius: f64) -> Element {
    Element::new("circle").at("cx", x).at("cy", y).at("r", radius)
}

/// What is to be said of lateness, at the right of the mark or at its left; nothing where there is no room.
fn chip(canvas: &Canvas, of: &[Shown<'_>], spot: &Spot, middle: f64, row: &mut Row) -> Vec<Element> {
    let Some(words) = lateness(of) else { return Vec::new() };
    let (room, (left, right)) = (chip_width(&words), canvas.bounds());
    let places = [spot.to + BESIDE, spot.from - BESIDE - room];
    let inside = |x: &f64| *x >= left && *x + room <= right + DOT;
    let place = places.into_iter().filter(inside).find(|x| row.take_if_free(*x, *x + room));
    place.into_iter().flat_map(|x| canvas.brush.chip(x, middle, room, &words)).collect()
}

/// `5 min late`, `never sent`, `3 late`.
fn lateness(of: &[Shown<'_>]) -> Option<String> {
    match of {
        [one] => match one.update {
            CourseUpdate::InTime { .. } => None,
            CourseUpdate::Late { due_at, at, .. } => Some(late_words(*at - *due_at)),
            CourseUpdate::Missed { until: Some(_), .. } => Some("never sent".to_owned()),
            CourseUpdate::Missed { due_at, until: None } => Some(late_words(one.now - *due_at)),
        },
        several => {
            let late = several.iter().filter(|one| !one.update.is_in_time()).count();
            (late > 0).then(|| format!("{late} late"))
        }
    }
}
