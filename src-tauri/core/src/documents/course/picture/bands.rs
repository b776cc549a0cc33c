//! The severities as bands, a severity a row.

use super::canvas::{BASE, Canvas, Drawn};
use super::element::Element;
use super::paint::{Anchor, Ink};
use crate::documents::course::model::{BandKind, IncidentCourse, SeverityBand};
use crate::vocabulary::Severity;

const ROW: f64 = 18.0;
const BAR: f64 = 14.0;
/// A band that is shorter could not be seen.
const LEAST: f64 = 2.0;

/// Four rows, the worst first, and the line below them.
pub(super) fn bands(canvas: &Canvas, course: &IncidentCourse, top: f64) -> Drawn {
    let rows = Severity::ALL.into_iter().zip(0_u8..).flat_map(|(severity, number)| {
        let middle = top + ROW * (f64::from(number) + 0.5);
        row(canvas, course, severity, middle)
    });
    let height = ROW * Severity::ALL.len() as f64;
    let (left, right) = canvas.bounds();
    let below = canvas.brush.line((left, top + height), (right, top + height), Ink::Line);
    Drawn { elements: rows.chain([below]).collect(), height: height + 1.0 }
}

fn row(canvas: &Canvas, course: &IncidentCourse, severity: Severity, middle: f64) -> Vec<Element> {
    let (left, right) = canvas.bounds();
    let name = canvas.brush.text(0.0, middle + BASE, Anchor::Start, severity.label(), Ink::Faint);
    let guide = canvas.brush.line((left, middle), (right, middle), Ink::Line).set("stroke-opacity", "0.5");
    let bars = merged(canvas, course.bands.iter().filter(|band| band.severity == severity)).into_iter();
    [name, guide].into_iter().chain(bars.map(|bar| draw(canvas, severity, &bar, middle))).collect()
}

/// A band as it is drawn.
struct Bar {
    from: f64,
    to: f64,
    kind: BandKind,
}

/// Bands of the same kind that nobody could tell apart are one.
fn merged<'a>(canvas: &Canvas, bands: impl Iterator<Item = &'a SeverityBand>) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for band in bands {
        let bar = bar(canvas, band);
        match bars.last_mut() {
            Some(last) if last.to + canvas.grain > bar.from && last.kind == bar.kind => last.to = last.to.max(bar.to),
            _ => bars.push(bar),
        }
    }
    bars
}

fn bar(canvas: &Canvas, band: &SeverityBand) -> Bar {
    let (from, to) = (canvas.scale.x(band.from), canvas.scale.x(band.to));
    let to = to.max(from + LEAST).min(canvas.scale.right);
    Bar { from: from.min(to - LEAST), to, kind: band.kind }
}

/// What did not count as that bad is an outline.
fn draw(canvas: &Canvas, severity: Severity, bar: &Bar, middle: f64) -> Element {
    let ink = Ink::Severity(severity);
    let rect = Element::new("rect").at("height", BAR).at("y", middle - BAR / 2.0);
    match bar.kind {
        BandKind::Held => canvas.brush.fill(rect.at("x", bar.from).at("width", bar.to - bar.from).at("rx", 2.0), ink),
        BandKind::Undeclared | BandKind::Disavowed => {
            let rect = rect.at("x", bar.from + 0.5).at("width", bar.to - bar.from - 1.0).at("rx", 2.0);
            canvas.brush.outline(rect, ink).set("stroke-dasharray", "3 2")
        }
    }
}
