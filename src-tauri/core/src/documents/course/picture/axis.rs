//! The axis of time, in UTC.

use super::canvas::{Canvas, Drawn};
use super::element::Element;
use super::measure::width;
use super::paint::{Anchor, Ink};
use super::room::Row;

const TICK: f64 = 4.0;
const ROW: f64 = 16.0;

/// The axis below all lanes: ticks with their times, and the days where it spans several.
pub(super) fn axis(canvas: &Canvas, top: f64) -> Drawn {
    let ticks = canvas.scale.ticks();
    let (mut times, mut days) = (Row::default(), Row::default());
    let mut elements = vec![canvas.name(top + TICK + 7.0, "UTC")];
    for tick in &ticks {
        elements.push(canvas.brush.line((tick.x, top), (tick.x, top + TICK), Ink::Line));
        elements.extend(named(canvas, tick.x, top + TICK + 11.0, &tick.name, &mut times));
    }
    let named_days: Vec<_> = ticks.iter().filter_map(|tick| Some((tick.x, tick.day.as_ref()?))).collect();
    if named_days.is_empty() {
        return Drawn { elements, height: TICK + ROW };
    }
    for (x, day) in named_days {
        elements.extend(named(canvas, x, top + TICK + ROW + 11.0, day, &mut days));
    }
    let first = canvas.scale.day(canvas.scale.window.from());
    elements.extend(named(canvas, canvas.scale.left, top + TICK + ROW + 11.0, &first, &mut days));
    Drawn { elements, height: TICK + ROW * 2.0 }
}

/// A name below its place, moved in where it would go over the edge; none where another stands.
fn named(canvas: &Canvas, x: f64, y: f64, name: &str, row: &mut Row) -> Option<Element> {
    let (room, (left, right)) = (width(name), canvas.bounds());
    let from = (x - room / 2.0).min(right - room).max(left);
    let anchor = if from > x - room / 2.0 {
        (left, Anchor::Start)
    } else if from < x - room / 2.0 {
        (right, Anchor::End)
    } else {
        (x, Anchor::Middle)
    };
    row.take_if_free(from, from + room).then(|| canvas.brush.text(anchor.0, y, anchor.1, name, Ink::Faint))
}
