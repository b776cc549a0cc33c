//! The picture of a course, as one SVG.
//!
//! Start with [`svg`]. Always true: every place is within the `viewBox`, words cover no other words, and however much happened the text
//! stays short, because what stands close is counted. Not here: what happened (`model`), and the colours of a page.

mod axis;
mod bands;
mod canvas;
mod columns;
mod commands;
mod element;
mod measure;
mod paint;
mod room;
mod scale;
mod updates;
mod works;

use self::canvas::{Canvas, Drawn, WIDTH};
use self::element::Element;
use self::paint::Brush;
pub use self::paint::Look;
use self::scale::Scale;
use super::lane::Lane;
use super::model::IncidentCourse;
use super::words::sentences;

/// A picture with more than this, in bytes, is drawn coarser.
const LONGEST: usize = 56_000;
/// How far apart marks stay, from the finest picture on.
const GRAINS: [f64; 3] = [1.0, 8.0, 32.0];
/// Room above, and beside the last mark.
const EDGE: f64 = 5.0;
/// Between two groups of lanes.
const BETWEEN: f64 = 6.0;

/// The course as one SVG, with a title, a description, and a `viewBox` that a page scales.
#[must_use]
pub fn svg(course: &IncidentCourse, look: Look) -> String {
    let mut drawn = String::new();
    for grain in GRAINS {
        drawn.clear();
        draw(course, look, grain).write(&mut drawn);
        if drawn.len() <= LONGEST {
            break;
        }
    }
    drawn
}

fn draw(course: &IncidentCourse, look: Look, grain: f64) -> Element {
    let scale = Scale { window: course.window, left: gutter(course), right: WIDTH - EDGE };
    let canvas = Canvas { brush: Brush { look }, scale, grain };
    let mut sheet = Sheet { elements: Vec::new(), bottom: EDGE + columns::HEIGHT };
    sheet.add(|top| bands::bands(&canvas, course, top));
    sheet.elements.splice(0..0, columns::columns(&canvas, course, EDGE, sheet.bottom));
    sheet.bottom += BETWEEN;
    for lane in &course.sent {
        sheet.add(|top| updates::updates(&canvas, course, lane, top));
    }
    sheet.add(|top| works::works(&canvas, course, Lane::Mitigations, &course.mitigations, top));
    sheet.add(|top| works::works(&canvas, course, Lane::Hypotheses, &course.hypotheses, top));
    sheet.add(|top| commands::commands(&canvas, course, top));
    sheet.bottom += BETWEEN;
    sheet.add(|top| axis::axis(&canvas, top));
    root(course, look, sheet)
}

/// What is drawn so far, from above.
struct Sheet {
    elements: Vec<Element>,
    bottom: f64,
}

impl Sheet {
    fn add(&mut self, lane: impl FnOnce(f64) -> Drawn) {
        let Drawn { elements, height } = lane(self.bottom);
        self.elements.extend(elements);
        self.bottom += height;
    }
}

/// The room for the names of the lanes that there are.
fn gutter(course: &IncidentCourse) -> f64 {
    let sent = course.sent.iter().map(|lane| Lane::Sent(lane.audience));
    let works = [(Lane::Mitigations, course.mitigations.is_empty()), (Lane::Hypotheses, course.hypotheses.is_empty())];
    let works = works.into_iter().chain([(Lane::Commands, course.commands.is_empty())]);
    let lanes = sent.chain(works.filter(|(_, is_empty)| !is_empty).map(|(lane, _)| lane));
    lanes.map(|lane| measure::width(lane.short_name())).fold(measure::width("UTC"), f64::max) + EDGE + BETWEEN
}

fn root(course: &IncidentCourse, look: Look, sheet: Sheet) -> Element {
    let (width, height) = (WIDTH.to_string(), sheet.bottom.ceil().to_string());
    let svg = Element::new("svg").set("xmlns", "http://www.w3.org/2000/svg").set("viewBox", format!("0 0 {width} {height}"));
    let svg = svg.set("role", "img").set("font-size", measure::SIZE.to_string());
    let svg = match look {
        Look::Page => svg.set("class", "course"),
        Look::Paper => svg,
        Look::StandAlone => svg.set("width", width).set("height", height).set("font-family", "Inter, DejaVu Sans, Arial, sans-serif"),
    };
    let title = Element::new("title").saying(&format!("Course of the incident: {}", course.title));
    svg.with(title).with(Element::new("desc").saying(&sentences(course))).with_all(sheet.elements)
}
