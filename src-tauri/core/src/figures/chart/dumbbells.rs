//! The times to each milestone: a row a milestone, a dot for the median and one for the p90.

use svg::node::element::{Circle, Group};

use super::parts::{Anchor, WIDTH, document, group, hit, line, pixels, text};
use super::scale::TimeScale;
use crate::figures::heading::NONE;
use crate::figures::times::{TimeFigures, TimeRow};

const HEIGHT: f64 = 124.0;
/// Where the rows end.
const BASE: f64 = 100.0;
const ROW: f64 = 25.0;
const LEFT: f64 = 96.0;
const RIGHT: f64 = 572.0;
const DOT: f64 = 4.5;
/// Beside a dot.
const SPACE: f64 = 10.0;

/// The chart of the times to each milestone, on an axis on which each step is a few times as long as the one before.
#[must_use]
pub fn dumbbells(figures: &TimeFigures) -> String {
    let longest = figures.rows.iter().flat_map(|row| [row.median_seconds, row.p90_seconds]).flatten().max();
    let scale = TimeScale::new(longest.unwrap_or(0), LEFT, RIGHT);
    let title = &figures.heading;
    let title = format!("{}{}", title.text, title.aside.iter().map(|aside| format!(", {aside}")).collect::<String>());
    let mut drawn = document("times-chart", HEIGHT, &title, &description(figures));
    for (x, label) in scale.ticks() {
        drawn = drawn.add(line("grid", (x, 0.0), (x, BASE))).add(text("tick", Anchor::Middle, (x, BASE + 14.0), label));
    }
    for (place, row) in figures.rows.iter().enumerate() {
        drawn = drawn.add(dumbbell(place, row, &scale));
    }
    if figures.rows.iter().all(|row| row.counted + row.without == 0) {
        drawn = drawn.add(text("note", Anchor::Middle, ((LEFT + RIGHT) / 2.0, BASE / 2.0), NONE));
    }
    drawn.to_string()
}

fn description(figures: &TimeFigures) -> String {
    let rows: Vec<String> = figures.rows.iter().map(told).collect();
    format!("Time from the start. {}", rows.join(" "))
}

/// `Mitigate: median 41 min, p90 5 h 20, of 27 incidents; 4 without.`
fn told(row: &TimeRow) -> String {
    let median = row.median.as_ref().map_or_else(|| "no median".to_owned(), |median| format!("median {median}"));
    let p90 = row.p90.as_ref().map_or_else(|| "no p90".to_owned(), |p90| format!("p90 {p90}"));
    format!("{}: {median}, {p90}, of {} incidents; {} without.", row.label, row.counted, row.without)
}

fn dumbbell(place: usize, row: &TimeRow, scale: &TimeScale) -> Group {
    let y = ROW * (0.5 + f64::from(u32::try_from(place).unwrap_or_default()));
    let drawn = group("row", "row", place, &told(row)).add(hit((0.0, y - ROW / 2.0), (WIDTH, ROW)));
    let drawn = drawn.add(text("label", Anchor::Start, (0.0, y), &row.label));
    match (row.median_seconds, row.p90_seconds) {
        (Some(median), Some(p90)) => span(drawn, y, (scale.place(median), median), (scale.place(p90), p90)),
        (Some(median), None) => alone(drawn, y, (scale.place(median), median), row.note.as_deref().unwrap_or_default()),
        (None, _) if row.without == 0 => drawn,
        (None, _) => drawn.add(text("note", Anchor::Start, (LEFT + SPACE, y), &format!("None of {}", row.without))),
    }
}

/// A place on the axis, and the seconds that lie there.
type At = (f64, u32);

fn span(drawn: Group, y: f64, median: At, p90: At) -> Group {
    let line = line("span", (median.0 + DOT, y), ((p90.0 - DOT).max(median.0 + DOT), y));
    drawn.add(line).add(dot("p90", y, p90)).add(dot("median", y, median))
}

/// What is said beside the dot stands where there is room.
fn alone(drawn: Group, y: f64, median: At, note: &str) -> Group {
    let (x, _) = median;
    let (anchor, beside) = if x < (LEFT + RIGHT) / 2.0 { (Anchor::Start, x + SPACE) } else { (Anchor::End, x - SPACE) };
    drawn.add(dot("median", y, median)).add(text("note", anchor, (beside, y), note))
}

fn dot(class: &str, y: f64, (x, seconds): At) -> Circle {
    Circle::new().set("class", class).set("cx", pixels(x)).set("cy", pixels(y)).set("r", DOT).set("data-seconds", seconds)
}
