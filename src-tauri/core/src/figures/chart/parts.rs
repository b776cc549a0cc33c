//! What both charts are drawn of.

use svg::Document;
use svg::node::element::{Description, Element, Group, Line, Rectangle, Title};
use svg::node::{Node, Text as Words};

/// As wide as the column of a chart.
pub(super) const WIDTH: f64 = 592.0;
/// Of letters; the page's style may choose the face.
const LETTERS: u32 = 11;

/// Where a text begins.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// An empty chart that says what it shows to who cannot see it. `name` is the only one on a page.
pub(super) fn document(name: &str, height: f64, title: &str, description: &str) -> Document {
    let (title_id, description_id) = (format!("{name}-title"), format!("{name}-description"));
    Document::new()
        .set("viewBox", format!("0 0 {WIDTH} {height}"))
        .set("class", "figure-chart")
        .set("role", "img")
        .set("aria-labelledby", format!("{title_id} {description_id}"))
        .set("font-size", LETTERS)
        .add(Title::new(title).set("id", title_id))
        .add(Description::new().set("id", description_id).add(Words::new(description)))
}

/// To a tenth of a pixel, so that the same chart is always the same text.
pub(super) fn pixels(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

pub(super) fn line(class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Line {
    let (x1, y1, x2, y2) = (pixels(x1), pixels(y1), pixels(x2), pixels(y2));
    Line::new().set("class", class).set("x1", x1).set("y1", y1).set("x2", x2).set("y2", y2)
}

/// A text whose middle is at `y`.
pub(super) fn text(class: &str, anchor: Anchor, (x, y): (f64, f64), words: &str) -> Element {
    // The crate's own element for text breaks the line around its words.
    let mut text = Element::new("text");
    text.assign("class", class);
    text.assign("text-anchor", anchor.word());
    text.assign("x", pixels(x));
    text.assign("y", pixels(y + f64::from(LETTERS) * 0.36));
    text.append(Words::new(words));
    text
}

pub(super) fn rectangle(class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) -> Rectangle {
    let (x, y, width, height) = (pixels(x), pixels(y), pixels(width), pixels(height));
    Rectangle::new().set("class", class).set("x", x).set("y", y).set("width", width).set("height", height)
}

/// What belongs together, with what a pointer is told of it.
pub(super) fn group(class: &str, data: &str, place: usize, told: &str) -> Group {
    Group::new().set("class", class).set(format!("data-{data}"), place).add(Title::new(told))
}

/// What the pointer meets: nothing is painted.
pub(super) fn hit(at: (f64, f64), size: (f64, f64)) -> Rectangle {
    rectangle("hit", at, size).set("fill", "none").set("pointer-events", "all")
}
