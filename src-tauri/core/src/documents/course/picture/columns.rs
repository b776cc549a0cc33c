//! The statuses as columns: a line where each was entered, its name and the time above it.

use super::canvas::Canvas;
use super::element::Element;
use super::measure::width;
use super::paint::{Anchor, Ink};
use super::room::Row;
use crate::documents::course::model::{IncidentCourse, StatusEntry};

/// How high the names and times are.
pub(super) const HEIGHT: f64 = 32.0;
/// Between a line and its words.
const BESIDE: f64 = 5.0;

/// A status that is drawn: where it was entered.
struct Column<'a> {
    x: f64,
    entry: &'a StatusEntry,
}

/// The names from `top` on, the lines down to `bottom`.
pub(super) fn columns(canvas: &Canvas, course: &IncidentCourse, top: f64, bottom: f64) -> Vec<Element> {
    let columns = apart(canvas, &course.statuses);
    let mut row = Row::default();
    columns.iter().for_each(|column| row.take(column.x - 1.0, column.x + 1.0));
    row.take(-f64::MAX, canvas.scale.left - BESIDE);
    row.take(canvas.scale.right + BESIDE, f64::MAX);
    let lines = columns.iter().map(|column| canvas.brush.line((column.x, top), (column.x, bottom), Ink::Line));
    let mut elements: Vec<Element> = lines.collect();
    for column in &columns {
        elements.extend(head(canvas, column, top, &mut row));
    }
    elements
}

/// The columns that can be told apart; of those that cannot, the last stays, which held.
fn apart<'a>(canvas: &Canvas, entries: &'a [StatusEntry]) -> Vec<Column<'a>> {
    let mut columns: Vec<Column<'a>> = Vec::new();
    for entry in entries {
        let column = Column { x: canvas.scale.x(entry.at), entry };
        if columns.last().is_some_and(|last| last.x + canvas.grain > column.x) {
            columns.pop();
        }
        columns.push(column);
    }
    columns
}

/// The name and the time, or the name alone, at the right of the line or at its left; nothing where there is no room.
fn head(canvas: &Canvas, column: &Column<'_>, top: f64, row: &mut Row) -> Vec<Element> {
    let (name, time) = (column.entry.entered.label(), canvas.scale.time(column.entry.at));
    let name_at = |x, anchor| canvas.brush.text(x, top + 10.0, anchor, name, Ink::Label);
    let time_at = |x, anchor| canvas.brush.text(x, top + 24.0, anchor, &time, Ink::Faint);
    let both = width(name).max(width(&time));
    let (right, left) = (column.x + BESIDE, column.x - BESIDE);
    for (room, has_time) in [(both, true), (width(name), false)] {
        for (x, anchor) in [(right, Anchor::Start), (left, Anchor::End)] {
            let from = if anchor == Anchor::Start { x } else { x - room };
            if row.take_if_free(from, from + room) {
                return if has_time { vec![name_at(x, anchor), time_at(x, anchor)] } else { vec![name_at(x, anchor)] };
            }
        }
    }
    Vec::new()
}
