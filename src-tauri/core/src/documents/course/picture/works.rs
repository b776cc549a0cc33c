//! Mitigations or hypotheses: what each is above a line that says how long somebody was at it, and a mark for what came of it.

use chrono::{DateTime, Utc};

use super::canvas::{BASE, Canvas, Drawn};
use super::element::Element;
use super::measure::{cut, width};
use super::paint::{Anchor, Ink};
use crate::documents::course::lane::Lane;
use crate::documents::course::model::{CourseWork, IncidentCourse, Window, WorkMove, WorkOutcome, WorkStage};

const ROW: f64 = 26.0;
/// The words of one take no more than this.
const WORDS_AT_MOST: f64 = 330.0;
/// How many rows there are for one lane, and how many lines in all.
const ROWS_AT_MOST: usize = 6;
const WORKS_AT_MOST: usize = 24;
/// Of something that went back and forth, the last moves are drawn.
const MOVES_AT_MOST: usize = 12;
const MARK: f64 = 3.5;
const GAP: f64 = 10.0;

/// One lane, from `top` on; of no height where there is nothing in it.
pub(super) fn works(canvas: &Canvas, course: &IncidentCourse, lane: Lane, works: &[CourseWork], top: f64) -> Drawn {
    if works.is_empty() {
        return Drawn { elements: Vec::new(), height: 0.0 };
    }
    let end = course.end.at();
    let shown = works.iter().filter_map(|work| Shown::of(canvas, course.window, work, end)).take(WORKS_AT_MOST);
    let rows = rows(shown);
    let drawn = rows.iter().map(Vec::len).sum::<usize>();
    let mut elements = vec![canvas.name(top + ROW / 2.0, lane.short_name())];
    for (row, number) in rows.iter().zip(0_u8..) {
        elements.extend(row.iter().flat_map(|one| one.draw(canvas, top + ROW * f64::from(number))));
    }
    let mut height = ROW * rows.len() as f64;
    if drawn < works.len() {
        elements.push(left_out(canvas, works.len() - drawn, drawn, top + height + ROW / 2.0));
        height += ROW;
    }
    Drawn { elements, height }
}

fn left_out(canvas: &Canvas, count: usize, drawn: usize, middle: f64) -> Element {
    let words = if drawn == 0 { format!("{count} in the table") } else { format!("and {count} more in the table") };
    canvas.brush.text(canvas.scale.left, middle + BASE, Anchor::Start, &words, Ink::Faint)
}

/// A piece of work within the window, with the room that it takes.
struct Shown<'a> {
    work: &'a CourseWork,
    moves: &'a [WorkMove],
    window: Window,
    end: DateTime<Utc>,
    words: String,
    words_at: f64,
    from: f64,
    to: f64,
}

impl<'a> Shown<'a> {
    fn of(canvas: &Canvas, window: Window, work: &'a CourseWork, end: DateTime<Utc>) -> Option<Self> {
        let moves = work.moves.get(work.moves.len().saturating_sub(MOVES_AT_MOST)..).unwrap_or_default();
        let (first, last) = (moves.first()?, moves.last()?);
        let until = if matches!(last.stage, WorkStage::Over(_)) { last.at } else { last.at.max(end) };
        if first.at > window.to() || until < window.from() {
            return None;
        }
        let (from, to) = (canvas.scale.x(first.at), canvas.scale.x(until));
        let words = words_of(work, last);
        let words_at = from.min(canvas.scale.right - width(&words));
        let (from, to) = (from.min(words_at) - MARK, to.max(words_at + width(&words)) + MARK);
        Some(Self { work, moves, window, end, words, words_at, from, to })
    }

    fn draw(&self, canvas: &Canvas, top: f64) -> Vec<Element> {
        let tip = Element::new("title").saying(&cut(&self.work.what, WORDS_AT_MOST * 1.5));
        let words = canvas.brush.text(self.words_at, top + 11.0, Anchor::Start, &self.words, Ink::Label);
        let lines = self.moves.iter().enumerate().filter_map(|(number, one)| self.line(canvas, one, number, top + 18.0));
        let inside = self.moves.iter().filter(|one| self.window.holds(one.at));
        let marks = inside.flat_map(|one| mark(canvas, one, top + 18.0));
        vec![Element::new("g").with(tip).with(words).with_all(lines).with_all(marks)]
    }

    /// From a move to the next one, where somebody was at it or was to be.
    fn line(&self, canvas: &Canvas, one: &WorkMove, number: usize, y: f64) -> Option<Element> {
        let until = self.moves.get(number + 1).map_or(self.end.max(one.at), |next| next.at);
        let (from, to) = (canvas.scale.x(one.at), canvas.scale.x(until));
        let line = canvas.brush.line((from, y), (to, y), Ink::Label);
        match one.stage {
            WorkStage::Waiting => Some(line.set("stroke-dasharray", "2 2")),
            WorkStage::UnderWay => Some(line.set("stroke-width", "3")),
            WorkStage::Over(_) => None,
        }
    }
}

/// `Roll back: helped`, the action cut where it is long.
fn words_of(work: &CourseWork, last: &WorkMove) -> String {
    let word = format!(": {}", last.word);
    format!("{}{word}", cut(&work.what, WORDS_AT_MOST - width(&word)))
}

/// Full where it helped or is the cause, struck through where not, a ring where nobody said.
fn mark(canvas: &Canvas, one: &WorkMove, y: f64) -> Vec<Element> {
    let x = canvas.scale.x(one.at);
    let circle = || Element::new("circle").at("cx", x).at("cy", y).at("r", MARK);
    let ring = || canvas.brush.outline(circle(), Ink::Strong);
    match one.stage {
        WorkStage::Waiting | WorkStage::UnderWay => {
            vec![canvas.brush.line((x, y - MARK), (x, y + MARK), Ink::Label)]
        }
        WorkStage::Over(WorkOutcome::Hit) => vec![canvas.brush.fill(circle(), Ink::Strong)],
        WorkStage::Over(WorkOutcome::Unsaid) => vec![ring()],
        WorkStage::Over(WorkOutcome::Miss) => {
            let slash = canvas.brush.line((x - MARK, y + MARK), (x + MARK, y - MARK), Ink::Strong);
            vec![ring(), slash]
        }
    }
}

/// Each in the first row that has room for it; what finds none is left out.
fn rows<'a>(shown: impl Iterator<Item = Shown<'a>>) -> Vec<Vec<Shown<'a>>> {
    let mut rows: Vec<Vec<Shown<'a>>> = Vec::new();
    for one in shown {
        let has_room = |row: &Vec<Shown<'a>>| row.iter().all(|other| other.to + GAP <= one.from || one.to + GAP <= other.from);
        let place = rows.iter().position(has_room).unwrap_or(rows.len());
        if place == rows.len() && place < ROWS_AT_MOST {
            rows.push(Vec::new());
        }
        if let Some(row) = rows.get_mut(place) {
            row.push(one);
        }
    }
    rows
}
